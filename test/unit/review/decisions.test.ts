import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import { formatDecision, readDecisions } from '../../../src/sources/decisions/decision-lines.ts';
import { fixture } from '../../support/paths.ts';
import { temporarySite } from '../../support/temporary-site.ts';

const text = (name: string): string =>
  readFileSync(fixture(`structure/flattened/${name}.txt`), 'utf8');

const line = (fields: object): string => `${JSON.stringify(fields)}\n`;

const records = [
  { title: 'خبر بلا معرّف', text: text('economy') },
  { id: 'dam', title: 'خبر له معرّف', text: text('city') },
  { id: 'other', title: 'خبر ثالث', text: text('sport') },
]
  .map(line)
  .join('');

test('a build shows accepted headings, of texts and of records, and reads again only what a decision is about', async () => {
  const site = temporarySite({
    'warraq.yaml': 'search: off\nexports: []\ndownloads: []\n',
    ...{ 'seeds/science.txt': text('science'), 'seeds/july.jsonl': records },
  });
  const headings = (page: string): readonly string[] =>
    [...site.read(`dist/articles/${page}.html`).matchAll(/data-origin="(\w+)"><h2>(.*?)<a /g)].map(
      ([, origin, heading]) => `${origin} ${heading}`,
    );
  await site.build();
  expect(headings('science')).toEqual([]);
  const known = headings('dam').slice(1);
  const lines = [
    { article: 'science.txt', heading: 'رصد بالصدفة', decision: 'accept' },
    { article: 'july.jsonl#dam', heading: 'شوارع مغلقة', decision: 'reject' },
    { article: 'july.jsonl#1', heading: 'أسعار الغذاء', decision: 'accept' },
  ];
  site.write({ 'headings.jsonl': lines.map(line).join('') });
  const second = await site.build();
  expect([second.read, second.editor]).toEqual([3, 2]);
  expect(headings('science')).toEqual(['editor رصد بالصدفة']);
  expect(headings('dam')).toEqual(known);
  expect(headings('july-1')).toContain('editor أسعار الغذاء');
  // One decision more about a record: the others and the text stay as they were read.
  site.write({
    'headings.jsonl': [
      ...lines,
      { article: 'july.jsonl#other', heading: 'هدف متأخر', decision: 'accept' },
    ]
      .map(line)
      .join(''),
  });
  expect((await site.build()).read).toBe(1);
  expect(site.tree()).toEqual(await site.coldTree());
  expect((await site.build()).read).toBe(0);
});

test('a list of headings in the metadata goes before decisions', async () => {
  const site = temporarySite({
    'seeds/science.txt': text('science'),
    'seeds/science.yaml': 'headings: []\n',
    'headings.jsonl': line({ article: 'science.txt', heading: 'رصد بالصدفة', decision: 'accept' }),
  });
  expect((await site.build()).sections).toBe(0);
});

test('broken lines and lost places are warnings; other lines hold', async () => {
  const site = temporarySite({
    'seeds/science.txt': text('science'),
    'headings.jsonl': `\ufeff<<<<<<< HEAD\n${line({ article: 'science.txt', heading: 'ليست في النص', decision: 'accept' })}\n${line({ article: 'science.txt', heading: 'رصد بالصدفة', decision: 'accept' })}`,
  });
  const { diagnostics } = loadConfig({ root: site.root });
  expect(diagnostics).toEqual([
    { rule: 'decision-line', severity: 'warning', file: 'headings.jsonl', line: 1, values: {} },
  ]);
  const result = await site.build();
  expect(result.editor).toBe(1);
  expect(result.diagnostics.map(({ rule }) => rule)).toEqual(['decision-not-found']);
});

test('a line says the same after it was read and written', () => {
  const decision = {
    ...{ article: 'a/ب.txt', heading: 'عنوان "طويل"', isHeading: true, before: 'قبل', after: '' },
    proposed: 'عنوان',
  };
  const { value } = readDecisions(formatDecision(decision), 'headings.jsonl');
  expect(value).toEqual([decision]);
  for (const broken of [
    '[]',
    '1',
    '{}',
    '{"article":"a","heading":" ","decision":"accept"}',
    'x',
  ]) {
    expect(readDecisions(broken, 'headings.jsonl').diagnostics, broken).toHaveLength(1);
  }
});
