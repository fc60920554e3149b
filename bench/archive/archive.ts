import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Article, articleAt, articlesOf, dayOf, type StorySource } from './article.ts';
import { contentOf, type Form, pathOf } from './content.ts';

/** An archive: the source of its stories and the number of its articles. */
export interface Archive {
  readonly source: StorySource;
  readonly count: number;
}

/** The edition of the archive's one changing article: how often its text and its title were changed. */
export interface Edition {
  readonly body: number;
  readonly title: number;
}

/** The edition before any change. */
export const originalEdition: Edition = { body: 0, title: 0 };

const recordsInFile = 1000;

/** Returns the index of the changing article: in the middle, with neighbours and listings on both sides. */
export const changingArticle = ({ count }: Archive): number => Math.floor(count / 2);

const marks = { body: 'متنمعدل', title: 'عنوانمعدل', template: 'قالبمعدل' };

/** Returns a word that no article contains and that no generator's typography changes: no digit, no Latin letter. */
export const markWord = (kind: keyof typeof marks, edition: number): string =>
  marks[kind] + [...String(edition)].map((digit) => 'ابجدهوزحطي'[Number(digit)]).join('');

function edited(article: Article, { body, title }: Edition): Article {
  return {
    ...article,
    title: title === 0 ? article.title : `${article.title} ${markWord('title', title)}`,
    paragraphs:
      body === 0
        ? article.paragraphs
        : [...article.paragraphs, `كلام زيد: ${markWord('body', body)}.`],
  };
}

function writeRecords(
  folder: string,
  { source, count }: Archive,
  number: number,
  edition: Edition,
) {
  const from = number * recordsInFile;
  let lines = '';
  for (let index = from; index < Math.min(count, from + recordsInFile); index++) {
    const article = articleAt(source, index);
    lines += contentOf(
      index === changingArticle({ source, count }) ? edited(article, edition) : article,
      'records',
    );
  }
  const name = `records-${String(number).padStart(4, '0')}.jsonl.gz`;
  writeFileSync(join(folder, name), gzipSync(lines));
}

/** Writes the file with the changing article, in an edition. */
export function writeEdition(folder: string, archive: Archive, form: Form, edition: Edition): void {
  const index = changingArticle(archive);
  if (form === 'records') {
    writeRecords(folder, archive, Math.floor(index / recordsInFile), edition);
    return;
  }
  const article = edited(articleAt(archive.source, index), edition);
  writeFileSync(join(folder, pathOf(article, form)), contentOf(article, form));
}

/** Writes an archive's content to an empty folder, one article at a time. */
export function writeArchive(folder: string, archive: Archive, form: Form): void {
  const { source, count } = archive;
  mkdirSync(folder, { recursive: true });
  if (form === 'records') {
    const files = Math.ceil(count / recordsInFile);
    for (let number = 0; number < files; number++)
      writeRecords(folder, archive, number, originalEdition);
    return;
  }
  const folders = new Set<string>();
  for (const article of articlesOf(source, count)) {
    const file = join(folder, pathOf(article, form));
    if (!folders.has(dirname(file))) {
      mkdirSync(dirname(file), { recursive: true });
      folders.add(dirname(file));
    }
    writeFileSync(file, contentOf(article, form));
  }
}

/** Entries on a page of a listing. */
const listingSize = 50;

/**
 * Returns the number of pages of an archive's site: articles, home, listings, years, months, days, sources,
 * authors and their two indexes.
 */
export function pagesOf({ source, count }: Archive): number {
  const dates = new Set<string>();
  const sources = new Map<string, number>();
  const authors = new Map<string, number>();
  for (const article of articlesOf(source, count)) {
    const day = dayOf(article);
    dates.add(day).add(day.slice(0, 7)).add(day.slice(0, 4));
    sources.set(article.source, (sources.get(article.source) ?? 0) + 1);
    if (article.author !== '') authors.set(article.author, (authors.get(article.author) ?? 0) + 1);
  }
  const lists = [count, ...sources.values(), ...authors.values()];
  const listPages = lists.reduce((sum, length) => sum + Math.ceil(length / listingSize), 0);
  return count + dates.size + listPages + 3;
}
