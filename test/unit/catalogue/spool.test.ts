import {
  appendFileSync,
  existsSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ArticleBytesError } from '../../../src/catalogue/article-bytes.ts';
import { articleReader, articleWriter } from '../../../src/catalogue/article-store.ts';
import { tidySpool } from '../../../src/catalogue/compact-spool.ts';
import { closeCatalogue, openCatalogue } from '../../../src/catalogue/open.ts';
import { openSpool, spoolOf, spoolPath } from '../../../src/catalogue/spool.ts';
import { spoolArticles } from '../../../src/catalogue/spool-articles.ts';
import type { CompiledDocument } from '../../../src/model/document.ts';
import { documentOf, type Sketch } from '../../support/archive-of.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

const spools = (): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.spool'));

const sketchOf = (title: string): Sketch => ({
  ...{ seed: 'a.txt', ordinal: 0, id: 'a', outputPath: 'a.html', sortKey: 0 },
  ...{ terms: [], keywords: [], title },
});

/** Returns an article at rest with a title. */
function atRest(title: string): Uint8Array {
  const { article } = documentOf(sketchOf(title)).article ?? {};
  return article instanceof Uint8Array ? article : expect.unreachable();
}

const original = (n: number): Buffer => Buffer.from(`الأصل ${n}`);

/** Creates a catalogue with articles 1 to `count`; every second one has the bytes received. */
function createArticles(count: number): void {
  const catalogue = openCatalogue(folder);
  const { put } = articleWriter(catalogue);
  for (let n = 1; n <= count; n += 1) put(n, atRest(`خبر ${n}`), n % 2 ? original(n) : undefined);
  closeCatalogue(catalogue, folder);
}

/** Returns the titles of the articles that a new build finds, with the bytes received. */
function found(count: number): readonly unknown[] {
  const catalogue = openCatalogue(folder);
  const { read } = articleReader(catalogue);
  const rows = Number(catalogue.prepare('SELECT count(*) AS n FROM bodies').get()?.n);
  const all = Array.from({ length: Math.min(rows, count) }, (_, i) => {
    const stored = read(i + 1);
    return [stored.article.title, stored.original && Buffer.from(stored.original()).toString()];
  });
  closeCatalogue(catalogue, folder);
  return all;
}

const expected = (count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, i) => [
    `خبر ${i + 1}`,
    i % 2 === 0 ? original(i + 1).toString() : undefined,
  ]);

test('articles are read back from the spool with the bytes received', () => {
  createArticles(5);
  expect(found(5)).toEqual(expected(5));
});

test.each([
  ['missing', (file: string) => rmSync(file)],
  ['empty', (file: string) => truncateSync(file, 0)],
  ['cut short', (file: string) => truncateSync(file, 1500)],
] as const)('a catalogue whose spool is %s is discarded', (_, damage) => {
  createArticles(5);
  damage(join(folder, 'articles-1.spool'));
  expect(found(5)).toEqual([]);
  expect(spools()).toEqual([]);
});

test('what a killed build appended is left alone, and the next build appends after it', () => {
  createArticles(3);
  appendFileSync(join(folder, 'articles-1.spool'), 'نصف خبر');
  expect(found(3)).toEqual(expected(3));
  const catalogue = openCatalogue(folder);
  articleWriter(catalogue).put(4, atRest('خبر 4'), undefined);
  closeCatalogue(catalogue, folder);
  expect(found(4)).toEqual(expected(4));
});

test('another article, or other bytes received, in the place of an article are damage', () => {
  createArticles(4);
  const catalogue = openCatalogue(folder);
  const { read, article } = articleReader(catalogue);
  catalogue.exec('UPDATE bodies SET at = (SELECT at FROM bodies WHERE doc = 3) WHERE doc = 4');
  expect(() => article(4)).toThrow(ArticleBytesError);
  catalogue.exec('UPDATE bodies SET original_sum = 1 WHERE doc = 1');
  expect(read(1).original).toThrow(ArticleBytesError);
  expect(() => article(9)).toThrow(ArticleBytesError);
  expect(read(3).article.title).toBe('خبر 3');
  catalogue.close();
});

test('a spool that is mostly replaced articles is copied without them, whatever a killed build left', () => {
  createArticles(3);
  writeFileSync(join(folder, 'articles-2.spool'), 'نسخة لم تكتمل');
  const catalogue = openCatalogue(folder);
  const { put } = articleWriter(catalogue);
  const { read } = articleReader(catalogue);
  for (let times = 0; times < 3; times += 1) put(2, atRest('خبر 2'), undefined);
  tidySpool(catalogue, folder, 0);
  expect(spoolPath(catalogue)).toBe(join(folder, 'articles-1.spool'));
  for (let times = 0; times < 9; times += 1) put(2, atRest('خبر 2'), undefined);
  tidySpool(catalogue, folder, 0);
  expect(spools()).toEqual(['articles-2.spool']);
  expect(read(2).article.title).toBe('خبر 2');
  closeCatalogue(catalogue, folder);
  expect(found(3)).toEqual(expected(3));
  expect(existsSync(join(folder, 'articles-1.spool'))).toBe(false);
});

test('two threads append to one spool at once, and each reads the places of its articles', () => {
  const catalogue = openCatalogue(folder);
  const { shared } = spoolOf(catalogue);
  const other = openSpool(shared.path, shared);
  const { put, remove } = articleWriter(catalogue);
  const { read } = articleReader(catalogue);
  const documents = [1, 2, 3].map((n) => {
    const article = { ...documentOf(sketchOf(`خبر ${n}`)).article, original: original(n) };
    return { ...documentOf(sketchOf('')), article } as CompiledDocument;
  });
  const places = spoolArticles(other, documents.slice(0, 2));
  put(3, atRest('خبر 3'), original(3));
  places.forEach(({ article }, i) => void put(i + 1, article?.article ?? original(0), undefined));
  expect([1, 2, 3].map((doc) => read(doc).article.title)).toEqual(['خبر 1', 'خبر 2', 'خبر 3']);
  expect(read(2).original?.()).toEqual(original(2));
  remove(1);
  other.close();
  // The other thread's bytes count as appended: the size of the spool is recorded.
  closeCatalogue(catalogue, folder);
  expect(openCatalogue(folder).prepare('SELECT count(*) AS n FROM bodies').get()?.n).toBe(2);
});
