import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../../support/samples.ts';

const body = [
  'قال سكان الحي إنهم انتظروا هذا اليوم منذ سنوات طويلة، وإن العمل توقف أكثر من مرة بسبب نقص المواد والمال، ثم استؤنف في الصيف الماضي بعد أن جمع الأهالي ما يلزم.',
  'وأضاف أحد المهندسين أن المرحلة التالية تبدأ في الشهر القادم، وأنها تشمل رصف الطريق وإنارته حتى آخر البيوت، داعيًا الجميع إلى التعاون مع فريق العمل.',
].join('\n\n');

const read = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/heads/${name}`, import.meta.url), 'utf8');

const keys = [
  ...(['source', 'issue', 'page', 'section', 'kicker', 'byline', 'dateline', 'hijri'] as const),
];

const heads = read('heads.txt')
  .split('==== ')
  .slice(1)
  .map((entry) => {
    const [expected = '', head = ''] = entry.split('\n--\n');
    const values = Object.fromEntries(expected.split(' ; ').map((pair) => pair.split(' = ')));
    return [head.trim(), values] as const;
  });

test.each(heads)('the head «%s» becomes metadata', (head, expected) => {
  const { title, metadata, ...article } = compile(`${head}\n\n${body}`).value;
  const { authors, date } = metadata;
  const found: Record<string, string | undefined> = { title, authors: authors?.join(',') };
  found.date = date?.edtf;
  for (const key of keys) found[key] = metadata[key];
  expect(found).toMatchObject(expected);
  // What the table does not name is not stated, but for places and bylines.
  for (const key of ['source', 'issue', 'page', 'section', 'kicker', 'authors'] as const) {
    if (!(key in expected)) expect([key, found[key]]).toEqual([key, undefined]);
  }
  expect(article.sections).toEqual([]);
});

const titles = read('none.txt').trim().split('\n').slice(1);

test.each(titles)('«%s» is a title and states nothing', (title) => {
  const { value } = compile(`${title}\n\n${body}`);
  expect([value.title, value.inferred]).toEqual([title, []]);
  // With a line below it, and where the metadata give another title.
  const subtitled = compile(`${title}\nسكان الحي يروون القصة كاملة\n\n${body}`).value;
  expect([subtitled.title, subtitled.inferred]).toEqual([title, []]);
  const given = compile(`${title}\n\n${body}`, { title: 'عنوان آخر' }).value;
  expect(given.inferred).toEqual([]);
});

test('at least 80 heads and 30 titles are compared', () => {
  expect([heads.length >= 80, titles.length >= 30]).toEqual([true, true]);
});
