import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { WordsCount } from '../../src/app/address.ts';
import { nearestCommand, readAddress, readButton } from '../../src/app/address.ts';
import { readTopics } from '../../src/feeds/topic-file.ts';

const topics = await readTopics();

const read = (text: string, words: WordsCount = 'all') => {
  const addressed = readAddress(text, commands, { botName: 'Mujaz_Bot', words, topics });
  return addressed.kind === 'command' ? `${addressed.command.name}(${addressed.args})` : addressed.kind;
};

describe('what a message asks for', () => {
  test.each([
    ['/latest', 'latest()'],
    ['/LATEST sports 3', 'latest(sports 3)'],
    ['/latest@mujaz_bot ١٠', 'latest(١٠)'],
    ['  /related\n2', 'related(2)'],
    ['/latest@other_bot', 'elsewhere'],
    ['/nonsense', 'unknown'],
    ['/', 'unknown'],
    ['/أخبار', 'unknown'],
    ['آخر الأخبار', 'latest()'],
    ['اخر الاخبار', 'latest()'],
    ['آخِرُ الأَخبار رياضة 3', 'latest(sports 3)'],
    ['أخبار الرياضة', 'latest(sports)'],
    ['مساعدة!', 'help()'],
    ['صلة ٢', 'related(٢)'],
    ['أخبار ذات صلة 2', 'related(2)'],
    ['Latest News', 'latest()'],
    ['انسني', 'forget()'],
    ['🙂🙂', 'words'],
    // As people say it.
    ['أخبار اليوم', 'latest(اليوم)'],
    ['شو الأخبار اليوم', 'latest(اليوم)'],
    ['ممكن أعرف شو آخر الأخبار لو سمحت؟', 'latest()'],
    ['ابغى اخبار الرياضه', 'latest(sports)'],
    ['رياضة', 'latest(sports)'],
    ['show me the latest sports news please', 'latest(sports)'],
    ['send me the news', 'latest()'],
    ['ايش صار في الاردن', 'latest(الاردن)'],
    ['what happened in Jordan today?', 'latest(Jordan today?)'],
    ['هات لي ملخص الخبر الأول', 'summary(1)'],
    ['ملخص الأخبار', 'digest()'],
    ['أخبرني عن الترام', 'search(الترام)'],
    ['من أنت؟', 'start()'],
    ['What can you do?', 'help()'],
    ['stop', 'unsubscribe()'],
    ['stop the war', 'words'],
    ['english please', 'language(en)'],
    ['كلمني بالعربي', 'language(ar)'],
    ['العربية', 'words'],
    ['ارسل لي الاخبار كل يوم الساعة 7 صباحا', 'subscribe(الساعة 7 صباحا)'],
    ['أريد أخبار الرياضة كل مساء الساعة ٧', 'subscribe(الرياضة الساعة ٧ pm)'],
    ['Please send me the economy news every morning at 7:30.', 'subscribe(economy 7:30)'],
    ['send me news daily', 'subscribe()'],
    ["don't send me the news every day", 'unsubscribe()'],
    ['لا ترسل لي الأخبار كل يوم', 'unsubscribe()'],
    ['please', 'words'],
    ['2', 'summary(2)'],
    ['الخبر الثاني', 'summary(2)'],
    ['2026', 'words'],
    ['tell me more about story 2', 'summary(2)'],
    ['Summary of the first one', 'summary(1)'],
    ['افتح الخبر الثالث', 'summary(3)'],
    ['read the news', 'words'],
    ['open AI', 'words'],
    ["hello, what's the news?", 'latest()'],
    ['رياضة فقط', 'latest(sports)'],
    ['when is my next digest?', 'digest()'],
    ['وين الأخبار', 'latest()'],
    ['نبهني عن الزلازل', 'follow(الزلازل)'],
    ['delete my data', 'forget()'],
    ['forget it', 'words'],
    ['من وين تجيب الأخبار؟', 'sources()'],
    ['I live in Dubai', 'timezone(Dubai)'],
    ['subscribe every evening at 7', 'subscribe(7 pm)'],
    ['كل يوم الساعة ٧ أخبار الرياضة', 'subscribe(الساعة ٧ الرياضة)'],
    ['send me the news every day in Cairo', 'subscribe(Cairo)'],
    ['I want you to stop sending me news every day', 'unsubscribe()'],
    ['what is my time zone', 'timezone()'],
    ['هل يمكن إلغاء الاشتراك؟', 'unsubscribe()'],
    ['بدنا نعرف شو صار', 'latest()'],
    ['وش صاير؟', 'latest()'],
    ['شو عم بيصير', 'latest()'],
    ['بغيت نعرف اخر الاخبار', 'latest()'],
    ['عاوزين الأخبار', 'latest()'],
    ['I want to unsubscribe', 'unsubscribe()'],
    ['وقف الأخبار', 'unsubscribe()'],
    ['how do I unsubscribe?', 'help()'],
    ['كيف ألغي الاشتراك؟', 'help()'],
    // Sound like a wish for each day, and are none.
    ['Daily News', 'words'],
    ['The Daily News', 'words'],
    ['New York Daily News', 'words'],
    ['Daily News Egypt', 'words'],
    ['Every day is news for Trump', 'words'],
    ['مش كل يوم أخبار حلوة', 'words'],
    ['كل يوم أخبار لا تسر', 'words'],
    ['لا أخبار يوميا عن غزة', 'words'],
    // Ask, and order nothing.
    ['هل هناك اشتراك؟', 'words'],
    ['ما هو توقيت القاهرة', 'words'],
    ['ما التوقيت في مصر؟', 'words'],
    ['what is the time zone of Egypt', 'words'],
    ['', 'words'],
    ['ما رأيك في الطقس؟', 'words'],
    ['أ'.repeat(5000), 'words'],
  ])('%j asks for %s', (text, asked) => {
    expect(read(text)).toBe(asked);
  });

  test.each([
    'الرجاء البيضاوي',
    'الرجاء الرياضي',
    'رجاء الجداوي',
    'أبي أحمد',
    'شي جين بينغ يزور الرياض',
    'فين ديزل',
    'بروس لي',
    'زلزال بليز',
    'Hello Kitty',
    'USA Today',
  ])('the name %j is looked for as it is', (name) => {
    const options = { botName: 'Mujaz_Bot', words: 'all' as const, topics };
    expect(readAddress(name, commands, options)).toEqual({ kind: 'words', asked: name });
  });

  test('a greeting and a plea are no part of what is looked for', () => {
    const options = { botName: 'Mujaz_Bot', words: 'all' as const, topics };
    for (const text of ['hello, the tram', 'أريد، من فضلك، tram', 'tram, please'])
      expect(readAddress(text, commands, options)).toMatchObject({
        asked: expect.stringMatching(/^(the )?tram$/),
      });
  });

  test('any words are an order, or a question of which a word is left', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'من',
        'فضلك',
        'please',
        'show',
        'me',
        'the',
        'شو',
        'اليوم',
        'every',
        'day',
        'news',
        '؟',
        '7',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (said) => {
        const text = said.join(' ');
        const addressed = readAddress(text, commands, { botName: 'mujaz_bot', words: 'all', topics });
        if (addressed.kind === 'words') expect(addressed.asked.trim() === '').toBe(text.trim() === '');
      }),
    );
  });

  test('words are no commands where they are not meant for us', () => {
    expect(read('آخر الأخبار', 'none')).toBe('words');
    expect(read('/latest', 'none')).toBe('latest()');
  });

  test('where people talk to each other only the beginning counts', () => {
    expect(read('آخر الأخبار', 'first')).toBe('latest()');
    for (const text of ['كفى', 'stop', '2', 'رياضة', 'please, the latest news', 'in English'])
      expect(read(text, 'first')).toBe('words');
  });

  test('a button is a command already typed', () => {
    expect(readButton('related s1f', commands)).toMatchObject({ kind: 'command', args: 's1f' });
    expect(readButton('gone-for-good 1', commands)).toEqual({ kind: 'unknown', name: 'gone-for-good' });
  });

  test.each([
    ['/latset', 'latest'],
    ['/hlep', 'help'],
    ['/topic', 'topics'],
    ['/zzzzzz', undefined],
    ['/a', undefined],
  ])('%s is nearest to %s', (name, nearest) => {
    expect(nearestCommand(name, commands)?.name).toBe(nearest);
  });
});
