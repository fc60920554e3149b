import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import * as limits from '../../src/model/limits.ts';
import { findAll, hasAttribute, named } from '../support/dom.ts';
import { buildArchive, type HostileArchive, letters, proseOf } from '../support/hostile/archive.ts';
import { filesUnder } from '../support/hostile/audit.ts';
import type { Vector } from '../support/hostile/markup.ts';

const word = 'كلمة ';
const line = (bytes: number): string => word.repeat(Math.floor(bytes / Buffer.byteLength(word)));
const staircase = Array.from({ length: 400 }, (_, i) => `${'  '.repeat(i)}- ا\n`).join('');

/** Texts that take a careless parser disproportionate time or memory, with the expected diagnostics. */
const texts: readonly (readonly [...Vector, file: string, expectedRule: string | undefined])[] = [
  ['8 KB of emphasis', '*a_ '.repeat(2048), 'm.md', 'markdown-too-tangled'],
  ['64 KB of emphasis', '*a_ '.repeat(16_384), 'm.md', 'markdown-too-tangled'],
  [
    '512 KB of emphasis in paragraphs',
    `${'*a_ '.repeat(250)}\n\n`.repeat(480),
    'm.md',
    'markdown-too-tangled',
  ],
  ['brackets that never close', '['.repeat(50_000), 'm.md', 'markdown-too-tangled'],
  ['brackets that only close', ']'.repeat(50_000), 'm.md', undefined],
  ['links that never end', '[a]('.repeat(20_000), 'm.md', 'markdown-too-tangled'],
  ['pictures in links in pictures', '[!['.repeat(20_000), 'm.md', 'markdown-too-tangled'],
  [
    'marks of code of all lengths',
    Array.from({ length: 600 }, (_, i) => '`'.repeat(i)).join('a'),
    'm.md',
    'markdown-too-tangled',
  ],
  ['angles that never close', '<a '.repeat(50_000), 'm.md', 'markdown-too-tangled'],
  ['underlined headings', 'عنوان الخبر\n==========\n'.repeat(8000), 'm.md', 'markdown-too-tangled'],
  ['a staircase of lists', staircase, 'm.md', 'markdown-too-tangled'],
  ['quotations a thousand deep', `${'> '.repeat(1000)}ا`, 'm.md', 'markdown-too-deep'],
  ['lists a thousand deep', `${'- '.repeat(1000)}ا`, 'm.md', 'markdown-too-deep'],
  ['lists in quotations in lists', '- > - > ا\n'.repeat(6000), 'm.md', 'markdown-too-tangled'],
  ['quotations two hundred deep', `${'> '.repeat(200)}ا`, 'm.md', 'markdown-too-deep'],
  ['a list of a thousand', '- عنوان الخبر الأول\n'.repeat(1000), 'm.md', undefined],
  ['a tight list of 500 KB', '* ا\n'.repeat(100_000), 'm.md', 'lines-joined'],
  [
    'a list of twenty thousand words',
    '* كلمة أولى\n'.repeat(20_000),
    'm.md',
    'markdown-too-tangled',
  ],
  [
    'a loose list of twenty thousand',
    '* كلمة أولى\n\n'.repeat(20_000),
    'm.md',
    'markdown-too-tangled',
  ],
  [
    'quotations with lazy lines',
    '> كلمة أولى\nكلمة أخرى\n'.repeat(10_000),
    'm.md',
    'markdown-too-tangled',
  ],
  ['references that are not defined', '[ا]'.repeat(20_000), 'm.md', 'markdown-too-tangled'],
  [
    'three thousand definitions',
    Array.from({ length: 3000 }, (_, i) => `[ا${i}]: /u\n`).join(''),
    'm.md',
    'markdown-too-tangled',
  ],
  ['ampersands', '&'.repeat(100_000), 'm.md', 'markdown-too-tangled'],
  ['blanks at the ends of lines', `ا${' '.repeat(3000)}\n`.repeat(100), 'm.md', undefined],
  [
    'Markdown over its limit',
    `${line(limits.maxMarkdownBytes)}**ا**`,
    'm.md',
    'markdown-too-large',
  ],
  ['a line of 2 MB', line(2_000_000), 't.txt', undefined],
  ['a line over the limit', line(limits.maxSeedBytes + 100), 't.txt', 'seed-too-large'],
  ['twenty thousand lines of a word', 'كلمة\n'.repeat(20_000), 't.txt', 'lines-joined'],
  ['a hundred thousand empty lines', `ا${'\n'.repeat(100_000)}ب`, 't.txt', undefined],
  ['a hundred thousand lines of a digit', '1\n'.repeat(100_000), 't.txt', 'lines-joined'],
  ['signs before every word', '**a '.repeat(10_000), 't.txt', undefined],
  ['a word of a million letters', 'ا'.repeat(1_000_000), 't.txt', undefined],
  ['a million full stops', 'ا'.concat('.'.repeat(1_000_000)), 't.txt', undefined],
  ['marks of headings only', '# '.repeat(50_000), 't.txt', undefined],
  ['five thousand headings', '# عنوان\nنص قصير.\n'.repeat(5000), 't.txt', 'headings-too-many'],
  ['quotation marks that never close', '«'.repeat(100_000), 't.txt', undefined],
  ['diacritics without letters', '\u064e\u0651'.repeat(100_000), 't.txt', undefined],
  [
    'front matter that never ends',
    `---\ntitle: خبر\n${'a: b\n'.repeat(50_000)}`,
    't.txt',
    'front-matter-unclosed lines-joined',
  ],
];

let archive: HostileArchive;

beforeAll(async () => {
  const seeds: Record<string, string | Uint8Array> = {};
  texts.forEach(([, text, file], i) => {
    seeds[file.replace(/^(.)\./, `$1${i}.`)] = text;
  });
  const many = Array.from({ length: 5000 }, (_, i) => `م${i}`);
  const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  seeds['many.jsonl'] =
    `${JSON.stringify({ id: 'many', title: 'خبر', text: 'نص', topics: many })}\n`;
  const marks = `ا${'\u064e\u0651'.repeat(150_000)}`;
  const marked = { id: 'marks', title: marks, source: marks, topics: [marks], text: marks };
  seeds['marks.jsonl'] = `${JSON.stringify(marked)}\n`;
  seeds['deep.jsonl'] =
    `{"id":"deep","title":"خبر","text":"نص","topics":${deep(100_000)}}\n{"id":"after","text":"نص بعده"}\n`;
  seeds['huge.jsonl'] =
    `{"id":"huge","text":"${line(limits.maxRecordBytes)}"}\n{"id":"next","text":"نص يليه"}\n`;
  seeds['open.json'] = `[{"id":"open","text":"${'{'.repeat(100_000)}`;
  seeds['quote.csv'] = `id,text\nquote,"${line(100_000)}\n`;
  seeds['cells.csv'] = `id,text\ncells,نص${','.repeat(100_000)}\n`;
  // 40 KB on the disk, 40 MB when unpacked.
  seeds['bomb.jsonl.gz'] = gzipSync(Buffer.alloc(40_000_000, 0x20));
  seeds['bomb.csv.gz'] = gzipSync(
    Buffer.concat([Buffer.from('id,text\n'), Buffer.alloc(40_000_000, 0x61)]),
  );
  seeds['tangled/_folder.yaml'] = `topics: ${'['.repeat(60_000)}`;
  seeds['tangled/f.txt'] = 'نص.';
  archive = await buildArchive(seeds);
}, 240_000);

test('every limit has a documented reason', () => {
  const source = readFileSync(new URL('../../src/model/limits.ts', import.meta.url), 'utf8');
  const reasons = [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const (\w+)/g)];
  expect(reasons.map(([, , name]) => name).sort()).toEqual(Object.keys(limits).sort());
  for (const [, reason = '', name] of reasons) expect(reason.length, name).toBeGreaterThan(40);
});

test.each(
  texts.map(([name, text, file, expectedRule], i) => [name, text, file, expectedRule, i] as const),
)('reading ends, complete or with a diagnostic: %s', (_, text, file, expectedRule, i) => {
  const seed = file.replace(/^(.)\./, `$1${i}.`);
  const rules = archive
    .diagnostics(`seeds/${seed}`)
    .map((found) => found.split(' ')[1])
    .filter((rule) => rule !== 'same-text');
  if (expectedRule === undefined) expect(rules).toEqual([]);
  else expect(rules).toEqual(expectedRule.split(' '));
  if (expectedRule === 'seed-too-large') return;
  const shown = letters(proseOf(archive.page(`articles/${seed.replace(/\..*/, '.html')}`)));
  // Only letters are compared: signs are markup where the text was parsed as Markdown.
  const words = (written: string): number => (written.match(/[\p{L}\p{M}]/gu) ?? []).length;
  if (expectedRule !== undefined || file.endsWith('.txt')) {
    expect(words(shown)).toBe(words(letters(text)));
  } else if (!text.includes(']:')) {
    expect(words(shown)).toBe(words(letters(text)));
  }
});

test('five thousand names of a record make no more pages than the limit', () => {
  expect(archive.diagnostics('seeds/many.jsonl')).toEqual(['warning metadata-too-many']);
  const topics = filesUnder(archive.dist).filter((file) => /^[a-z]+\/م\d+\.html$/.test(file));
  expect(topics).toHaveLength(limits.maxListItems);
});

test.each([
  ['deep.jsonl', 'after'],
  ['huge.jsonl', 'next'],
])('an error in %s is reported, and the record after it is published', (seed, id) => {
  expect(archive.diagnostics(`seeds/${seed}`)).not.toEqual([]);
  expect(named(archive.page(`articles/${id}.html`), 'article')).toHaveLength(1);
});

test.each(['open.json', 'quote.csv', 'bomb.csv.gz', 'tangled/_folder.yaml'])(
  '%s is reported',
  (seed) => {
    expect(archive.diagnostics(`seeds/${seed}`)).not.toEqual([]);
  },
);

test('fields with 300,000 diacritics on one letter are read', () => {
  expect(archive.diagnostics('seeds/marks.jsonl')).toEqual(['warning title-marks']);
  expect(named(archive.page('articles/marks.html'), 'h1')).toHaveLength(1);
});

test('excess cells are ignored, and blanks are no records', () => {
  expect(named(archive.page('articles/cells.html'), 'article')).toHaveLength(1);
  expect(archive.diagnostics('seeds/bomb.jsonl.gz')).toEqual([]);
});

test('twenty thousand empty files are counted, and the text among them is published', async () => {
  const emptyFiles = 20_000;
  const many = await buildArchive({ 'a.txt': 'نص.' }, (root) => {
    for (let i = 0; i < emptyFiles; i += 1) {
      const folder = join(root, 'seeds/empty', String(i % 20));
      if (i < 20) mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${i}.txt`), '');
    }
  });
  expect(many.result.articles).toBe(1);
  expect(many.result.errors).toBe(emptyFiles);
  expect(many.errors).toEqual([]);
}, 60_000);

test('no file of the archive has markup that the templates do not write', () => {
  expect(archive.errors).toEqual([]);
  const [article] = findAll(archive.page('articles/after.html'), (element) =>
    hasAttribute(element, 'data-article'),
  );
  expect(article).toBeDefined();
});
