import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleId, permalink } from '../../../src/article/permalink.ts';
import { parseEdtf } from '../../../src/calendar/edtf.ts';
import { hash32 } from '../../../src/model/fnv1a.ts';

const values = {
  id: 'khabar-7',
  title: 'محادثات «جنيف»',
  date: parseEdtf('2017-12-02?'),
};

test('every token of a pattern is filled from the article', () => {
  expect(permalink('{year}/{month}/{day}/{slug}/{id}.html', values)).toBe(
    '2017/12/02/محادثات-جنيف/khabar-7.html',
  );
  expect(permalink('{shard}/{id}.html', values)).toBe(
    `${hash32('khabar-7').slice(0, 2)}/khabar-7.html`,
  );
});

test('parts of an unknown date are zeros', () => {
  const pattern = '{year}-{month}-{day}.html';
  expect(permalink(pattern, { ...values, date: undefined })).toBe('0000-00-00.html');
  expect(permalink(pattern, { ...values, date: parseEdtf('0987') })).toBe('0987-00-00.html');
});

test('for a title without letters the slug is the id', () => {
  expect(permalink('{slug}.html', { ...values, title: '…' })).toBe('khabar-7.html');
});

test('tokens within a title are not replaced', () => {
  expect(permalink('{slug}/{id}.html', { ...values, title: '$& {id} $1' })).toBe(
    'id-1/khabar-7.html',
  );
});

test('the shard is two hexadecimal digits and spreads ids evenly', () => {
  const shards = Array.from({ length: 20_000 }, (_, i) => hash32(`n${i}`).slice(0, 2));
  const counts = Map.groupBy(shards, (shard) => shard);
  expect(counts.size).toBe(256);
  for (const [shard, found] of counts) {
    expect(shard).toMatch(/^[0-9a-f]{2}$/);
    expect(found.length).toBeLessThan(160);
  }
});

test('an id is the one given, else the file’s name', () => {
  expect(articleId('given', { path: 'a/b.txt' })).toBe('given');
  expect(articleId(undefined, { path: 'a/plain-name_1.0.txt' })).toBe('plain-name_1.0');
});

test.each(['خبر.txt', 'two words.md', '.hidden.txt', 'CON.txt', 'nul.md', `${'x'.repeat(81)}.txt`])(
  'the name %s cannot be an id, so its path gives one of sixteen digits',
  (path) => {
    const id = articleId(undefined, { path: path });
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(articleId(undefined, { path: path })).toBe(id);
    expect(articleId(undefined, { path: `x/${path}` })).not.toBe(id);
  },
);

test('with `ids: path` the folders are part of the id', () => {
  const at = (path: string, record?: { ordinal: number; line: number }) =>
    articleId(undefined, record === undefined ? { path } : { path, record }, 'path');
  expect(at('1998/07/page1.txt')).toBe('1998-07-page1');
  expect(at('page1.txt')).toBe('page1');
  expect(at('1998/july.csv.gz', { ordinal: 3, line: 9 })).toBe('1998-july-3');
  expect(at('أخبار/page1.txt')).toMatch(/^[0-9a-f]{16}$/);
  expect(at('أخبار/page1.txt')).toBe(articleId(undefined, { path: 'أخبار/page1.txt' }, 'path'));
  expect(at('رياضة/page1.txt')).not.toBe(at('أخبار/page1.txt'));
  expect(at('.x/page1.txt')).toMatch(/^[0-9a-f]{16}$/);
  expect(articleId('given', { path: 'a/b.txt' }, 'path')).toBe('given');
});

test('composed and decomposed paths give one id', () => {
  expect(articleId(undefined, { path: 'أخبار.txt'.normalize('NFD') })).toBe(
    articleId(undefined, { path: 'أخبار.txt' }),
  );
});

test('different paths give different ids', () => {
  const ids = Array.from({ length: 50_000 }, (_, i) =>
    articleId(undefined, { path: `خبر ${i}.txt` }),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id is a valid file name on every system, for any path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (path) => {
      const id = articleId(undefined, { path: `${path}.txt` });
      expect(id).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}$/);
      expect(id).not.toMatch(/^(?:con|nul|aux|prn)(?:\.|$)/i);
    }),
  );
});

test('a record’s id ends with its number in the seed, compressed or not', () => {
  const at = (path: string) => articleId(undefined, { path, record: { ordinal: 12, line: 30 } });
  expect(at('2015/july.jsonl')).toBe('july-12');
  expect(at('2015/july.jsonl.gz')).toBe('july-12');
  expect(at('2015/july.v2.csv.GZ')).toBe('july.v2-12');
  expect(at('يوليو.jsonl')).toMatch(/^[0-9a-f]{16}$/);
  expect(at('يوليو.jsonl')).not.toBe(articleId(undefined, { path: 'يوليو.jsonl' }));
});

test('a file that stands for its folder has the name of the folder', () => {
  const idOf = (path: string, by: 'name' | 'path' = 'name') => articleId(undefined, { path }, by);
  expect(idOf('2011/july/index.md')).toBe('july');
  expect(idOf('2011/july/_index.md')).toBe('july');
  expect(idOf('v1.2/README.txt')).toBe('v1.2');
  expect(idOf('2011/july/INDEX.html', 'path')).toBe('2011-july');
  expect(idOf('index.md')).toBe('seeds');
  expect(idOf('readme.md', 'path')).toBe('seeds');
  expect(articleId(undefined, { path: 'july/index.jsonl.gz', record: { ordinal: 3 } })).toBe(
    'july-3',
  );
  // The name of such a folder is no id: the whole path is hashed, as for all names.
  expect(idOf('تموز/index.md')).toMatch(/^[0-9a-f]{16}$/);
  expect(idOf('indexes/my-index.md')).toBe('my-index');
});
