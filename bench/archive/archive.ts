import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Article, articleAt, articlesOf, dayOf, type StorySource } from './article.ts';
import { contentOf, type Form, pathOf } from './content.ts';

/** Articles as they come, and how many of them. */
export interface Archive {
  readonly source: StorySource;
  readonly count: number;
}

/** How often the archive's one changing article was given another text and another title. */
export interface Edition {
  readonly body: number;
  readonly title: number;
}

/** The archive as it was before any change. */
export const first: Edition = { body: 0, title: 0 };

const recordsInFile = 1000;

/** The article that changes: one in the middle, with neighbours and listings on both sides. */
export const changing = ({ count }: Archive): number => Math.floor(count / 2);

const marks = { body: 'متنمعدل', title: 'عنوانمعدل', template: 'قالبمعدل' };

/** A word that stands in no article and is the same in every typography: no digit, no Latin letter. */
export const mark = (what: keyof typeof marks, edition: number): string =>
  marks[what] + [...String(edition)].map((digit) => 'ابجدهوزحطي'[Number(digit)]).join('');

function edited(article: Article, { body, title }: Edition): Article {
  return {
    ...article,
    title: title === 0 ? article.title : `${article.title} ${mark('title', title)}`,
    paragraphs:
      body === 0 ? article.paragraphs : [...article.paragraphs, `كلام زيد: ${mark('body', body)}.`],
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
      index === changing({ source, count }) ? edited(article, edition) : article,
      'records',
    );
  }
  const name = `records-${String(number).padStart(4, '0')}.jsonl.gz`;
  writeFileSync(join(folder, name), gzipSync(lines));
}

/** Writes the file that holds the changing article, in an edition. */
export function writeEdition(folder: string, archive: Archive, form: Form, edition: Edition): void {
  const index = changing(archive);
  if (form === 'records') {
    writeRecords(folder, archive, Math.floor(index / recordsInFile), edition);
    return;
  }
  const article = edited(articleAt(archive.source, index), edition);
  writeFileSync(join(folder, pathOf(article, form)), contentOf(article, form));
}

/** Writes an archive's content into an empty folder, one article after another. */
export function writeArchive(folder: string, archive: Archive, form: Form): void {
  const { source, count } = archive;
  mkdirSync(folder, { recursive: true });
  if (form === 'records') {
    const files = Math.ceil(count / recordsInFile);
    for (let number = 0; number < files; number++) writeRecords(folder, archive, number, first);
    return;
  }
  const made = new Set<string>();
  for (const article of articlesOf(source, count)) {
    const file = join(folder, pathOf(article, form));
    if (!made.has(dirname(file))) {
      mkdirSync(dirname(file), { recursive: true });
      made.add(dirname(file));
    }
    writeFileSync(file, contentOf(article, form));
  }
}

/** Entries of a listing's page. */
const listed = 50;

/**
 * Returns how many pages a site of the archive has: articles, home, lists, years, months, days, and
 * those of sources and authors with their two indexes.
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
  const listPages = lists.reduce((sum, length) => sum + Math.ceil(length / listed), 0);
  return count + dates.size + listPages + 3;
}
