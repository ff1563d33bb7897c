/** Questions as people ask them, over a real store in memory. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFinding } from '../../src/app/finding.ts';
import type { Store } from '../../src/domain/ports.ts';
import { readQuery } from '../../src/domain/search.ts';
import { openStorage } from '../../src/storage/open.ts';
import { draft, MORNING } from '../support/articles.ts';

/** Words between a headline and what is asked for, as in a long report. */
const FILLER =
  'وتحدث الحاضرون عن ذكريات قديمة وعن بيوت الحي وأزقته الضيقة التي تغيرت كثيرا مع السنين، ثم مضوا يستعيدون أسماء الجيران ومواسم الزرع والحصاد. '.repeat(
    4,
  );
const PASSAGES = [
  'بُني جسر الوادي الأحمر عام 1932 بأمر من مهندس المدينة، وكان يصل السوق القديمة بمحطة القطار، ثم رُمّم بعد السيول التي جرفت قواعده.',
  'تعيش السلحفاة الجبلية في الغابات الرطبة، وتضع الأنثى ثلاث بيضات في السنة، ويستغرق فقسها نحو تسعين يوما.',
  `روى سكان الحي قصصهم في أمسية مفتوحة. ${FILLER}وفي الختام كُرّم الخطاط سليم العطار الذي خط لافتات السوق كلها.`,
  'يقع متحف البحر في الطرف الجنوبي من المرفأ، ويضم أكثر من أربعمئة نموذج للسفن الشراعية صنعها بحارة متقاعدون.',
  'كانت القافلة تحمل الملح من السباخ إلى أسواق الجنوب، وتعود بالتمر والجلود، وتستغرق رحلتها أربعين يوما.',
  'يعود أصل الحكاية إلى رواية شعبية عن نجار صنع طائرا من خشب وأهداه إلى ابنته قبل سفره.',
];
const FORMS = ['ميناء', 'مدرسة', 'ملعب', 'سوق', 'حديقة', 'مكتبة'];

describe('a question in many words', () => {
  let store: Store;
  beforeAll(async () => {
    ({ store } = await openStorage('sqlite::memory:', () => MORNING));
    const others = Array.from({ length: 60 }, (_, at) => {
      const form = FORMS[at % FORMS.length] ?? '';
      return draft({
        title: `افتتاح ${form} رقم ${at}`,
        body: `افتتحت البلدية ${form} في الحي ${at} بحضور السكان.`,
      });
    });
    const put = await store.putArticles(
      [...PASSAGES.map((body) => ({ ...draft({ body }), title: '' })), ...others],
      MORNING,
    );
    await store.assign(put.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })));
  });
  afterAll(() => store.close());

  test.each([
    ['متى بني جسر الوادى الاحمر ومن أمر ببنائه؟', 0],
    ['في أي عام رممت قواعد الجسر في المدينة القديمة بعد السيول؟', 0],
    ['كم بيضة تضع أنثى السلاحف الجبلية كل سنة في الغابة؟', 1],
    ['من هو الخطاط الذي كتب لافتات السوق وكرمه أهل الحي؟', 2],
    ['ماهو عدد نماذج السفن في متحف البحار؟', 3],
    ['ما السلعة التي حملتها القوافل من السبخة إلى الأسواق الجنوبية؟', 4],
    ['لمن أهدى النجار الطائر الخشبي؟', 5],
  ])('%s', async (question, passage) => {
    const query = readQuery(question);
    if (!query) throw new Error('nothing asked');
    const { found } = await createFinding(store).find(query, { from: 0, size: 3 });
    expect(found.map(({ article }) => article.body).indexOf(PASSAGES[passage] ?? '')).toBe(0);
  });

  test('that nothing answers finds nothing', async () => {
    const query = readQuery('هل زار رواد الفضاء كوكب المريخ؟');
    if (!query) throw new Error('nothing asked');
    expect((await createFinding(store).find(query, { from: 0, size: 3 })).total).toBe(0);
  });
});

test('a headline finds the other reports of its event beside itself', async () => {
  const file = new URL('../fixtures/headlines/stories.jsonl', import.meta.url);
  const headlines: { title: string; story: string }[] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { store } = await openStorage('sqlite::memory:', () => MORNING);
  const put = await store.putArticles(
    headlines.map(({ title }) => ({ ...draft({ title }), body: '' })),
    MORNING,
  );
  await store.assign(put.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })));
  const eventOf = new Map(headlines.map(({ title, story }) => [title, story]));
  const ranks: number[] = [];
  for (const { title, story } of headlines) {
    if (headlines.filter((other) => other.story === story).length === 1) continue;
    const query = readQuery(title);
    if (!query) throw new Error('nothing asked');
    const { found } = await createFinding(store).find(query, { from: 0, size: 11 });
    const others = found.map(({ article }) => article.title).filter((each) => each !== title);
    const at = others.findIndex((each) => eventOf.get(each) === story);
    ranks.push(at < 0 ? 0 : 1 / (at + 1));
  }
  await store.close();
  expect(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toBeGreaterThanOrEqual(0.94);
});
