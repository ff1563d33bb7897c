import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { readReport } from '../../src/domain/report.ts';
import { StoryWindow } from '../../src/domain/story-window.ts';

const NOON = Date.UTC(2024, 0, 26, 12);
const HOUR = 3_600_000;
let made = 0;

function report(title: string, lead: string, more: Partial<Report> = {}): Report {
  made++;
  return { articleId: made, at: NOON, language: 'ar', source: `مصدر ${made}`, title, lead, ...more };
}

/** Tells reports one after another and gives the story each was put in. */
function told(...reports: Report[]): number[] {
  const window = new StoryWindow();
  let started = 0;
  return reports.map((each) => {
    const read = readReport(each);
    const found = window.find(read) ?? { storyId: --started };
    if (found.absorbs !== undefined) window.merge(found.absorbs, found.storyId);
    window.remember(read, found.storyId);
    return found.storyId;
  });
}

const FIRE = report(
  'رجال الإطفاء يحاصرون حريق غابات جبل الأرز بعد ليلة طويلة',
  'حاصر رجال الإطفاء صباح اليوم حريق الغابات الذي اندلع في جبل الأرز وأتى على 150 هكتارًا، وأُجليت 60 عائلة من قريتين.',
);
const FIRE_AGAIN = report(
  'حريق غابات جبل الارز: رجال الاطفاء يحاصرون النيران',
  'تمكن رجال الاطفاء من محاصرة حريق غابات جبل الارز الذى اتى على 150 هكتارا واجليت بسببه 60 عائلة من قريتين مجاورتين.',
);
const HARVEST = report(
  'موسم التمور يبشّر بمحصول قياسي في واحات الجنوب',
  'توقّع مزارعو الواحات الجنوبية محصولًا قياسيًا من التمور هذا الموسم بعد أمطار الشتاء الغزيرة.',
);

const VACCINE = report(
  'Dengue vaccine from Muscat centre shows 78.4% efficacy',
  'A vaccine tested on 4200 people in Oman, Kenya, Sudan and Bangladesh protected 78.4% of them, the centre in Muscat said in Geneva.',
  { language: 'en' },
);
const VACCINE_IN_ARABIC = report(
  'لقاح ضد حمى الضنك يحقق فعالية بنسبة 78,4 في المئة',
  'أظهرت تجربة على 4200 متطوع في سلطنة عُمان وكينيا والسودان وبنغلاديش فعالية بلغت 78.4 في المئة، كما أُعلن في جنيف.',
);

describe('the window of stories', () => {
  test('puts two spellings of one event into one story, and another event into its own', () => {
    const [first, second, third] = told(FIRE, FIRE_AGAIN, HARVEST);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('copies of an agency text are one story', () => {
    const [first, second] = told(FIRE, { ...FIRE, articleId: 900, source: 'آخر' });
    expect(second).toBe(first);
  });

  test('the same words a week later are another event', () => {
    const [first, second] = told(FIRE, { ...FIRE_AGAIN, at: NOON + 7 * 24 * HOUR });
    expect(second).not.toBe(first);
  });

  test('a late article joins the story of its own time', () => {
    const [first, , late] = told(
      FIRE,
      { ...HARVEST, at: NOON + 20 * HOUR },
      { ...FIRE_AGAIN, at: NOON - 5 * HOUR },
    );
    expect(late).toBe(first);
  });

  test.each([
    [
      'condolences to two countries',
      report(
        'برقية تعزية إلى رئيس تشيلي في ضحايا الفيضانات',
        'بعث الرئيس برقية تعزية إلى رئيس تشيلي في ضحايا الفيضانات متمنيًا الشفاء للمصابين.',
      ),
      report(
        'برقية تعزية إلى رئيس الفلبين في ضحايا الإعصار',
        'بعث الرئيس برقية تعزية إلى رئيس الفلبين في ضحايا الإعصار متمنيًا الشفاء للمصابين.',
      ),
    ],
    [
      'the market on two days, by one source',
      report(
        'مؤشر السوق يغلق مرتفعًا 1.2% عند 9450 نقطة',
        'أغلق مؤشر السوق مرتفعًا 1.2% عند 9450 نقطة بدعم من قطاع المصارف وسط تداولات نشطة.',
        { source: 'شرفة' },
      ),
      report(
        'مؤشر السوق يغلق منخفضًا 0.7% عند 9384 نقطة',
        'أغلق مؤشر السوق منخفضًا 0.7% عند 9384 نقطة بضغط من قطاع المصارف وسط تداولات هادئة.',
        { source: 'شرفة', at: NOON + 24 * HOUR },
      ),
    ],
    [
      'the weather of two cities, by one source',
      report(
        'Beirut weather: sunny spells, moderate seas and a high of 24',
        'Beirut can expect sunny spells today with moderate seas and a light breeze from the west.',
        { source: 'Wire', language: 'en' },
      ),
      report(
        'Marrakesh weather: sunny spells, dry air and a high of 37',
        'Marrakesh can expect sunny spells today with dry air and a light breeze from the south.',
        { source: 'Wire', language: 'en' },
      ),
    ],
  ])('a form filled in twice tells two stories: %s', (_, one, other) => {
    const [first, second] = told(one, other);
    expect(second).not.toBe(first);
  });

  test('reports in two languages meet in their names and figures, and one that shares a country does not', () => {
    const other = report(
      'Kenya opens a railway museum in Nairobi',
      'Kenya opened a museum of its railways in Nairobi on Friday.',
      { language: 'en' },
    );
    const [first, second, third] = told(VACCINE, VACCINE_IN_ARABIC, other);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('forgets what is out of reach', () => {
    const window = new StoryWindow();
    window.remember(readReport(FIRE), 7);
    window.drop(NOON - HOUR);
    expect(window.find(readReport(FIRE_AGAIN))).toEqual({ storyId: 7 });
    window.drop(NOON + HOUR);
    expect(window.find(readReport(FIRE_AGAIN))).toBeUndefined();
    expect(window.size).toBe(0);
  });

  test('a story that goes on lets go of its old reports, and is told no more often for it', () => {
    const window = new StoryWindow();
    const telling = (n: number) =>
      readReport({ ...FIRE, articleId: 1000 + n, source: `مصدر ${n}`, at: NOON + n * HOUR });
    for (let n = 0; n < 99; n++) {
      expect(window.find(telling(n))?.storyId ?? 7).toBe(7);
      window.remember(telling(n), 7);
      window.drop(NOON + (n - 40) * HOUR);
      expect(window.reports).toBe(Math.min(n, 40) + 1);
    }
    expect(window.find(telling(99))).toEqual({ storyId: 7 });
    window.remember(telling(99), 7);
    // A flood is one also where its beginning has been forgotten.
    expect(window.find(telling(100))).toBeUndefined();
  });

  test('of two stories that turn out to be one the older stays, also when its first report is forgotten', () => {
    const window = new StoryWindow();
    window.remember(readReport({ ...VACCINE, at: NOON - 40 * HOUR }), 1);
    window.remember(
      readReport(
        report(
          'لقاح ضد حمى الضنك يحقق فعالية جيدة بنسبة معلنة في المئة',
          'أظهرت تجربة على متطوع في سلطنة عُمان فعالية بلغت نسبة معلنة في المئة، كما أُعلن في جنيف.',
          { at: NOON - 20 * HOUR },
        ),
      ),
      2,
    );
    window.remember(readReport({ ...VACCINE, articleId: 950, at: NOON - 10 * HOUR }), 1);
    window.drop(NOON - 30 * HOUR);
    expect(window.find(readReport(VACCINE_IN_ARABIC))).toEqual({ storyId: 1, absorbs: 2 });
  });
});
