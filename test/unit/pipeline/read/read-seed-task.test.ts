import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { toArticle } from '../../../../src/article/to-article.ts';
import { closeCatalogue, openCatalogue } from '../../../../src/catalogue/open.ts';
import { defineConfig } from '../../../../src/config/define.ts';
import { maxMarkdownBytes } from '../../../../src/model/limits.ts';
import type { BuildResult } from '../../../../src/pipeline/build-options.ts';
import type { Format, ParsedDocument } from '../../../../src/sources/format.ts';
import { formats } from '../../../../src/sources/formats.ts';
import { readDocuments } from '../../../../src/sources/read-document.ts';
import { type TemporarySite, temporarySite } from '../../../support/temporary-site.ts';

/** A format of these tests: articles between lines of `***`; a first line `# key: value` is metadata. */
const issue: Format = {
  name: 'issue',
  extensions: ['.issue'],
  parse(content) {
    let line = 1;
    const documents = content.split('***\n').map((part): ParsedDocument => {
      const [, key, value, rest] = /^# (\w+): (.*)\n([\s\S]*)$/.exec(part) ?? [];
      const document: ParsedDocument = {
        ...{ format: 'text', line, text: rest ?? part },
        metadata: key === undefined ? undefined : new Map([[key, { value: value ?? '', line }]]),
        assets: [{ name: 'scan.png', mediaType: 'image/png', bytes: new Uint8Array([1]) }],
      };
      line += part.split('\n').length;
      return document;
    });
    return { documents: documents as [ParsedDocument, ...ParsedDocument[]], diagnostics: [] };
  },
};

const known = { formats: [...formats, issue] };
const articles = [
  'أولى المقالات\n\nنص الأولى.\n',
  'ثانية المقالات\n\nنص الثانية.\n',
  'ثالثة\n\nنص.\n',
];
const fileOf = (...numbers: readonly number[]): string =>
  numbers.map((number) => articles[number - 1]).join('***\n');

/** Returns the pages of articles that a site has. */
const pagesOf = (site: TemporarySite): readonly string[] =>
  [...site.tree().keys()].filter((path) => /^articles\/[^/]+\.html$/.test(path));

/** Builds a site on its cache and compares it with a build from nothing. */
async function buildBoth(site: TemporarySite): Promise<BuildResult> {
  const result = await site.build(known);
  const cold = temporarySite();
  await cold.build({ ...known, seeds: site.at('seeds') });
  expect(site.tree()).toEqual(cold.tree());
  return result;
}

test('a seed of several articles publishes all of them, with their numbers', async () => {
  const text = fileOf(1, 2, 3);
  const site = temporarySite({ 'seeds/july.issue': text, 'seeds/other.txt': 'عنوان\n\nنص.\n' });
  const { articles: count, errors } = await buildBoth(site);
  expect({ count, errors }).toEqual({ count: 4, errors: 0 });
  expect(pagesOf(site)).toEqual([
    'articles/july-1.html',
    'articles/july-2.html',
    'articles/july-3.html',
    'articles/other.html',
  ]);
  const page = site.read('dist/articles/july-2.html');
  expect(page).toContain('نص الثانية.');
  // The hash is that of the whole seed, which is not published once for each article.
  expect(page).toContain(createHash('sha256').update(text).digest('hex'));
  expect([...site.tree().keys()].filter((path) => path.startsWith('originals/'))).toEqual([
    'originals/_/undated.zip',
  ]);
});

test('a build on the cache gives what a build from nothing gives, whatever number of articles the seed gives now', async () => {
  // Another article remains: a build that would take the last one keeps the site.
  const site = temporarySite({
    'seeds/july.issue': fileOf(1, 2),
    'seeds/other.txt': 'عنوان\n\nنص.\n',
  });
  await buildBoth(site);
  const steps = [[1, 2, 3], [1, 3], [2], [3], [1, 2], [1]] as const;
  for (const numbers of steps) {
    site.write({ 'seeds/july.issue': fileOf(...numbers) });
    const { articles: count } = await buildBoth(site);
    expect(count).toBe(numbers.length + 1);
  }
  expect(pagesOf(site)).toEqual(['articles/july.html', 'articles/other.html']);
  site.write({ 'seeds/july.issue': '\0\0\0' });
  expect((await buildBoth(site)).articles).toBe(1);
  site.write({ 'seeds/july.issue': fileOf(1, 2) });
  expect((await buildBoth(site)).articles).toBe(3);
  site.remove('seeds/july.issue');
  expect((await buildBoth(site)).articles).toBe(1);
});

test('a seed of several articles that was only touched is not read again', async () => {
  const site = temporarySite({ 'seeds/july.issue': fileOf(1, 2) });
  expect((await site.build(known)).read).toBe(2);
  site.write({ 'seeds/july.issue': fileOf(1, 2) });
  expect((await site.build(known)).read).toBe(0);
});

test('a damaged article of several is read again with the others of its seed', async () => {
  const site = temporarySite({ 'seeds/july.issue': fileOf(1, 2, 3) });
  await site.build(known);
  const before = site.tree();
  const catalogue = openCatalogue(site.at('.cache'));
  catalogue.exec('UPDATE bodies SET sum = sum + 1 WHERE doc = (SELECT max(doc) FROM documents)');
  closeCatalogue(catalogue, site.at('.cache'));
  // Has every page rendered, so that every article is read.
  site.write({ 'templates/unused.ts': '// Used by no page.' });
  const { diagnostics } = await site.build(known);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['article-damaged']);
  expect(site.tree()).toEqual(before);
});

test('a sidecar says for several articles what they do not say themselves, except headings', async () => {
  const bytes = Buffer.from(`# source: صحيفة\n${fileOf(1)}***\n${fileOf(2)}`);
  const yaml = 'source: أخرى\nlanguage: ar\nheadings: [نص الأولى.]\n';
  const sidecar = { path: 'july.yaml', bytes: Buffer.from(yaml) };
  const documents = readDocuments({ path: 'july.issue', bytes, sidecar }, () => '', [issue]);
  expect(documents.map(({ value }) => value?.metadata)).toEqual([
    { source: 'صحيفة', language: 'ar' },
    { source: 'أخرى', language: 'ar' },
  ]);
});

test('a diagnostic names the line on which its article begins', async () => {
  const site = temporarySite({
    'seeds/july.issue': `${fileOf(1)}***\n# date: 2017-99\n${fileOf(2)}***\n\n`,
  });
  const { diagnostics } = await site.build(known);
  expect(diagnostics.map(({ file, line, rule }) => [file, line, rule])).toEqual([
    ['seeds/july.issue', 5, 'metadata-date'],
    ['seeds/july.issue', 10, 'seed-empty'],
  ]);
});

test('a limit for one text does not count the other articles of its seed', () => {
  const both: Format = {
    ...issue,
    parse: (content) => {
      const { documents, diagnostics } = issue.parse(content, '');
      const [first, second] = documents.map(
        (one) => ({ ...one, format: 'markdown' }) as ParsedDocument,
      );
      return first && second ? { documents: [first, second], diagnostics } : expect.unreachable();
    },
  };
  const bytes = Buffer.from(`*قصير*\n***\n${'كلمة '.repeat(maxMarkdownBytes / 8)}\n`);
  const [first] = readDocuments({ path: 'july.issue', bytes }, () => '', [both]);
  if (first.value === undefined) return expect.unreachable('no document');
  const { value, diagnostics } = toArticle(first.value, defineConfig({}));
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['title-only']);
  expect(value.article.lead).toMatchObject([{ text: 'قصير' }]);
});

test('an article lists the files that belong to it', () => {
  const [{ value }] = readDocuments(
    { path: 'july.issue', bytes: Buffer.from(fileOf(1)) },
    () => '',
    [issue],
  );
  if (value === undefined) return expect.unreachable('no document');
  expect(value.assets).toHaveLength(1);
  const { article } = toArticle(value, defineConfig({})).value;
  expect(article.assets).toEqual([{ name: 'scan.png', mediaType: 'image/png' }]);
});
