import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { schemaVersion } from '../../../src/catalogue/schema.ts';
import { articleWriter, createCatalogue, toEntry } from '../../../src/catalogue/store.ts';
import type { Article } from '../../../src/model/article.ts';
import { sampleArticle } from '../../samples.ts';

let cache = '';

beforeEach(() => {
  cache = join(mkdtempSync(join(tmpdir(), 'warraq-store-')), 'a/b');
});

afterEach(() => {
  rmSync(join(cache, '../..'), { recursive: true, force: true });
});

const from = (path: string, article: Article): Article => ({
  ...article,
  provenance: { ...article.provenance, path },
});

test('a catalogue is made with its folder and its version', () => {
  const catalogue = createCatalogue(cache);
  expect(catalogue.prepare('PRAGMA user_version').get()).toEqual({ user_version: schemaVersion });
  catalogue.close();
});

test('an earlier catalogue is thrown away, a damaged one too', () => {
  const first = createCatalogue(cache);
  const writer = articleWriter(first);
  writer.add(sampleArticle('a'), []);
  writer.commit();
  first.close();
  writeFileSync(join(cache, 'catalogue.sqlite'), 'هذا ليس قاعدة بيانات');
  const second = createCatalogue(cache);
  expect(second.prepare('SELECT count(*) AS n FROM articles').get()).toEqual({ n: 0 });
  second.close();
});

test('of two articles with one id or one place the first stays, and is named', () => {
  const catalogue = createCatalogue(cache);
  const writer = articleWriter(catalogue);
  expect(writer.add(from('first.txt', sampleArticle('x')), [])).toBeUndefined();
  expect(writer.add(from('second.txt', sampleArticle('x')), [])).toEqual({
    claim: 'id',
    other: 'first.txt',
  });
  expect(writer.add(from('third.txt', sampleArticle('X')), [])).toEqual({
    claim: 'url',
    other: 'first.txt',
  });
  writer.commit();
  const rows = catalogue.prepare('SELECT id, path FROM articles').all();
  expect(rows.map((row) => `${row.id} ${row.path}`)).toEqual(['x first.txt']);
  catalogue.close();
});

test('one that was refused leaves no heading behind', () => {
  const catalogue = createCatalogue(cache);
  const writer = articleWriter(catalogue);
  const section = {
    id: 'ب',
    heading: 'باب',
    origin: 'marked' as const,
    confidence: 1,
    headingHtml: 'باب',
    html: '',
  };
  writer.add({ ...sampleArticle('x'), sections: [section] }, []);
  writer.add({ ...sampleArticle('x'), sections: [section] }, []);
  writer.commit();
  expect(catalogue.prepare('SELECT count(*) AS n FROM headings').get()).toEqual({ n: 1 });
  catalogue.close();
});

test('more articles than one transaction holds are all kept', () => {
  const catalogue = createCatalogue(cache);
  const writer = articleWriter(catalogue);
  const sample = sampleArticle('n');
  for (let n = 0; n < 4100; n += 1) writer.add({ ...sample, id: `n${n}`, url: `${n}.html` }, []);
  writer.commit();
  expect(catalogue.prepare('SELECT count(*) AS n FROM articles').get()).toEqual({ n: 4100 });
  catalogue.close();
});

test('an entry has what listings show and nothing of the text', () => {
  const entry = toEntry(sampleArticle('a', { source: 'الوطن' }));
  expect(Object.keys(entry).sort()).toEqual(
    'date description id language readingMinutes source title url'.split(' '),
  );
});
