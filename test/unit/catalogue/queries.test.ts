import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseEdtf } from '../../../src/arabic/edtf.ts';
import { countSections, openArchive, reportedHeadings } from '../../../src/catalogue/queries.ts';
import { articleWriter, type Catalogue, createCatalogue } from '../../../src/catalogue/store.ts';
import type { Article } from '../../../src/model/article.ts';
import type { Origin } from '../../../src/model/structure.ts';
import { sampleArticle } from '../../samples.ts';

let cache = '';
let catalogue: Catalogue;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'warraq-queries-'));
  catalogue = createCatalogue(cache);
});

afterEach(() => {
  catalogue.close();
  rmSync(cache, { recursive: true, force: true });
});

function dated(id: string, edtf?: string): Article {
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  return sampleArticle(id, date === undefined ? {} : { date });
}

function fill(...articles: readonly Article[]) {
  const writer = articleWriter(catalogue);
  for (const article of articles) writer.add(article, []);
  writer.commit();
  return openArchive(catalogue);
}

test('the newest article comes first, vaguer dates after exacter ones, undated ones last', () => {
  const archive = fill(
    dated('u'),
    dated('year', '2017'),
    dated('old', '0987-01-01'),
    dated('month', '2017-12'),
    dated('day', '2017-12-31?'),
    dated('b', '2018-01-01'),
    dated('a', '2018-01-01'),
  );
  expect(Array.from(archive.entries(), ({ id }) => id)).toEqual(
    'a b day month year old u'.split(' '),
  );
  expect([...archive.articles()].map(({ article }) => article.id)).toEqual(
    'a b day month year old u'.split(' '),
  );
});

test('a list is read in pieces: who wants one entry reads one', () => {
  const archive = fill(...['1', '2', '3'].map((id) => dated(id)));
  for (const { id } of archive.entries()) {
    expect(id).toBe('1');
    break;
  }
  expect(Array.from(archive.entries(), ({ id }) => id)).toEqual(['1', '2', '3']);
});

test('an entry that was given no date and no source has none', () => {
  const [entry] = [...fill(dated('a')).entries()];
  expect([entry?.date, entry?.source]).toEqual([undefined, undefined]);
});

test('every article stands between its neighbours', () => {
  const archive = fill(dated('a', '2003'), dated('b', '2002'), dated('c', '2001'));
  const placed = [...archive.articles()].map(
    ({ article, newer, older }) => `${newer?.id ?? '-'} < ${article.id} < ${older?.id ?? '-'}`,
  );
  expect(placed).toEqual(['- < a < b', 'a < b < c', 'b < c < -']);
});

test('one article has no neighbours, none makes no step', () => {
  expect([...fill().articles()]).toEqual([]);
  const [only, ...others] = [...fill(dated('a')).articles()];
  expect(others).toEqual([]);
  expect(only).toMatchObject({ article: { id: 'a' }, newer: undefined, older: undefined });
});

test('the list of all articles can be asked for while another is being read', () => {
  const archive = fill(dated('a'), dated('b'));
  const seen: string[] = [];
  for (const { article } of archive.articles()) {
    seen.push(`${article.id}${[...archive.entries()].length}${archive.extent().articles}`);
  }
  expect(seen).toEqual(['a22', 'b22']);
});

test('the extent counts all articles, and years only where one is dated', () => {
  expect(fill(dated('a')).extent()).toEqual({ articles: 1 });
  const writer = articleWriter(catalogue);
  writer.add(dated('b', '1952~'), []);
  writer.add(dated('c', '2017-12-12'), []);
  writer.commit();
  expect(openArchive(catalogue).extent()).toEqual({ articles: 3, years: [1952, 2017] });
});

test('an article comes back as it was put in', () => {
  const article = sampleArticle('a', { topics: ['سياسة'], title: '"<&>\u2028' });
  const [placed] = [...fill(article).articles()];
  expect(placed?.article).toEqual(article);
});

test('sections are counted by origin; suggestions are reported but not counted', () => {
  const section = (heading: string, origin: Origin) => ({
    id: heading,
    heading,
    origin,
    confidence: 0.8,
    headingHtml: heading,
    html: '',
  });
  const writer = articleWriter(catalogue);
  const article = sampleArticle('a');
  writer.add({ ...article, sections: [section('أ', 'recovered'), section('ب', 'marked')] }, [
    { start: 0, end: 1, text: 'ج', origin: 'recovered', confidence: 0.3 },
  ]);
  writer.add(
    {
      ...sampleArticle('b'),
      provenance: { ...article.provenance, path: 'b.txt' },
      sections: [section('د', 'editor')],
    },
    [],
  );
  writer.commit();
  expect(countSections(catalogue)).toEqual({ sections: 3, recovered: 1, marked: 1, editor: 1 });
  expect(reportedHeadings(catalogue, 100).map(({ heading, shown }) => [heading, shown])).toEqual([
    ['أ', true],
    ['ب', true],
    ['ج', false],
  ]);
  expect(reportedHeadings(catalogue, 1)).toHaveLength(1);
});
