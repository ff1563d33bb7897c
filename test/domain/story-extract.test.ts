import { describe, expect, test } from 'vitest';
import type { SummaryArticle } from '../../src/domain/story-extract.ts';
import { storyExtract } from '../../src/domain/story-extract.ts';

let id = 0;
const article = (fields: Partial<SummaryArticle>): SummaryArticle => ({
  id: ++id,
  title: 'جسر الصيادين يُفتح من جديد',
  body: '',
  language: 'ar',
  cut: false,
  source: { name: 'قنديل المرفأ' },
  ...fields,
});

const first = article({
  body: 'افتُتح جسر الصيادين في ميناء المدينة صباح اليوم بعد ترميم طويل. وحضر الافتتاح سكان الحي وأصحاب القوارب. وعزفت فرقة البلدية ساعة كاملة.',
});
const again = article({
  body: 'افتُتح صباح اليوم جسر الصيادين في ميناء المدينة بعد ترميمه. وأضاف العمدة أنه مسرور.',
});
const other = article({
  body: 'وكلّف ترميم جسر الصيادين أربعة ملايين درهم دفعت نصفها نقابة أصحاب القوارب الصغيرة في الخليج الشمالي.',
});
const english = article({
  language: 'en',
  title: 'Fishermen’s bridge reopens',
  body: 'The fishermen’s bridge reopened on Thursday after three years of repairs. The mayor was pleased.',
});

describe('an extract of a story', () => {
  test('of one source: its first sentences, and where they come from', () => {
    expect(storyExtract([first], 'ar', 400)).toEqual({
      kind: 'extract',
      text: first.body,
      language: 'ar',
      from: [first.id],
    });
    expect(storyExtract([], 'ar', 400).text).toBe('');
  });

  test('of several: the last sentence is another source’s that tells something more', () => {
    const { text, from } = storyExtract([first, again, other], 'ar', 400);
    expect(from).toEqual([first.id, other.id]);
    expect(text).toContain('أربعة ملايين درهم');
    expect(text).not.toContain('بعد ترميمه');
    expect(text).not.toContain('مسرور');
  });

  test('a repetition adds nothing, nor does what does not fit', () => {
    expect(storyExtract([first, again], 'ar', 400).from).toEqual([first.id]);
    expect(storyExtract([first, other], 'ar', 140).from).toEqual([first.id]);
    for (const units of [0, 20, 80, 140, 250, 400])
      expect(storyExtract([first, again, other], 'ar', units).text.length).toBeLessThanOrEqual(units);
  });

  test('a figure that was told tells the same fact once more, in whatever digits', () => {
    const counted = { ...first, body: `${first.body} وعبر الجسر 4200 زائر في اليوم الأول.` };
    const told = article({
      body: 'وسار على جسر الصيادين أمس ٤٬٢٠٠ شخص بينهم أطفال المدارس القريبة وعمال الميناء وضيوف كثيرون.',
    });
    expect(
      storyExtract(
        [
          { ...counted, summary: 'جسر الصيادين يستقبل 4200 زائر في يومه الأول بعد ترميم دام ثلاثة أعوام.' },
          told,
        ],
        'ar',
        400,
      ).from,
    ).toEqual([counted.id]);
    expect(storyExtract([first, told], 'ar', 400).from).toEqual([first.id, told.id]);
  });

  test('is in the reader’s language where one source tells it so, and says its language', () => {
    expect(storyExtract([english, first], 'ar', 400)).toMatchObject({ language: 'ar', from: [first.id] });
    expect(storyExtract([english], 'ar', 400)).toMatchObject({ language: 'en', from: [english.id] });
  });

  test('the publisher’s own summary comes first, unless it breaks off', () => {
    const own = 'ثلاثة أعوام من العمل تنتهي بعبور أول قارب تحت جسر الصيادين في ميناء المدينة.';
    expect(storyExtract([{ ...first, summary: own }], 'ar', 200).text).toBe(own);
    expect(storyExtract([{ ...first, summary: `${own.slice(0, -8)}…` }], 'ar', 200).text).toContain('افتُتح');
  });

  test('a text known to be cut gives no last sentence', () => {
    const cut = { ...first, body: 'افتُتح جسر الصيادين في ميناء المدي', cut: true };
    expect(storyExtract([cut], 'ar', 400)).toMatchObject({ text: '', from: [] });
  });
});
