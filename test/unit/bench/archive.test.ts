import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import {
  markWord,
  originalEdition,
  pagesOf,
  writeArchive,
  writeEdition,
} from '../../../bench/archive/archive.ts';
import { articlesOf, type StorySource } from '../../../bench/archive/article.ts';
import type { Form } from '../../../bench/archive/content.ts';
import { generatedArticles } from '../../../bench/archive/sentences.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

/** Returns the content of all files of the folder. */
const filesOf = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => {
        const bytes = readFileSync(file);
        return [file, String(file.endsWith('.gz') ? gunzipSync(bytes) : bytes)];
      }),
  );

const forms: readonly Form[] = ['hugo', 'markdown', 'seeds', 'flattened', 'records'];

test.each(forms)(
  'an edition of an archive as %s changes one file, and the original edition restores it',
  (form) => {
    const archive = { source: generatedArticles, count: 30 };
    writeArchive(folder, archive, form);
    const before = filesOf();
    expect(before.size).toBe(form === 'records' ? 1 : 30);
    writeEdition(folder, archive, form, { body: 2, title: 3 });
    const after = filesOf();
    const changed = [...after].filter(([file, text]) => before.get(file) !== text);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.[1]).toContain(markWord('body', 2));
    expect(changed[0]?.[1]).toContain(markWord('title', 3));
    writeEdition(folder, archive, form, originalEdition);
    expect(filesOf()).toEqual(before);
  },
);

test('ids have one length and the order of the dates, a hundred for each day', () => {
  const articles = [...articlesOf(generatedArticles, 250)];
  const ids = articles.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids.map((id) => id.length))).toEqual(new Set([8]));
  const times = articles.map(({ date }) => Number(date));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(articles.map(({ date }) => date.toISOString().slice(0, 10))).size).toBe(3);
});

test('the dates of a million articles are in the past', () => {
  const [story, count] = [generatedArticles.story(0), 1_000_000];
  let last = 0;
  for (const { date } of articlesOf({ name: '', story: () => story }, count)) last = Number(date);
  expect(last).toBeLessThan(Date.UTC(2015, 0, 1));
});

test('the pages of a site are counted', () => {
  const source: StorySource = {
    name: '',
    story: (index) => ({
      title: 'خبر',
      author: index % 2 === 0 ? 'سلمى' : '',
      source: index < 51 ? 'الميناء' : 'الجسر',
      paragraphs: ['نص'],
    }),
  };
  // 120 articles; two days, a month, a year; 3 pages of all, 2 + 2 of the sources, 2 of the author;
  // home and the two indexes.
  expect(pagesOf({ source, count: 120 })).toBe(120 + 4 + 3 + 4 + 2 + 3);
});
