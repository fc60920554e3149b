import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Article } from '../model/article.ts';
import type { PlainDate } from '../model/date.ts';
import type { Entry } from '../model/page.ts';
import type { HeadingSpan } from '../model/structure.ts';
import { schema, schemaVersion } from './schema.ts';

/** An open catalogue. */
export type Catalogue = DatabaseSync;

/** Which article already has the id or the place that another one claims. */
export interface Collision {
  readonly claim: 'id' | 'url';
  /** Path of the seed that has it. */
  readonly other: string;
}

/**
 * Opens a new catalogue in the cache folder, in place of any earlier one.
 *
 * @throws the file system's error where the folder cannot be written.
 */
export function createCatalogue(cacheDir: string): Catalogue {
  mkdirSync(cacheDir, { recursive: true });
  const file = join(cacheDir, 'catalogue.sqlite');
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  const catalogue = new DatabaseSync(file);
  // Nothing in the catalogue outlives a crash: the next build makes it anew.
  catalogue.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;');
  catalogue.exec(`${schema} PRAGMA user_version = ${schemaVersion};`);
  return catalogue;
}

function sortDate(date: PlainDate | undefined): string {
  if (date === undefined) return '';
  const part = (value: number | undefined, width: number): string =>
    String(value ?? 0).padStart(width, '0');
  return `${part(date.year, 4)}-${part(date.month, 2)}-${part(date.day, 2)}`;
}

/** Returns an article as listings show it. */
export function toEntry(article: Article): Entry {
  const { id, url, title, description, metadata, readingMinutes } = article;
  const { date, source, language } = metadata;
  return { id, url, title, description, date, source, readingMinutes, language };
}

/** Writes articles and their headings; one is kept of two that claim the same id or place. */
export interface ArticleWriter {
  /** Adds an article, unless another has its id or its place: then nothing is written. */
  add(article: Article, suggestions: readonly HeadingSpan[]): Collision | undefined;
  /** Makes everything added durable; call once at the end. */
  commit(): void;
}

/** Articles in one transaction: a commit costs more than thousands of rows. */
const batchSize = 2000;

/** Returns a writer of articles, which commits in batches. */
export function articleWriter(catalogue: Catalogue): ArticleWriter {
  const byId = catalogue.prepare('SELECT path FROM articles WHERE id = ?');
  const byUrl = catalogue.prepare('SELECT path FROM articles WHERE url_key = ?');
  const insert = catalogue.prepare('INSERT INTO articles VALUES (?, ?, ?, ?)');
  const insertEntry = catalogue.prepare('INSERT INTO entries VALUES (?, ?, ?, ?)');
  const insertHeading = catalogue.prepare('INSERT INTO headings VALUES (?, ?, ?, ?, ?)');
  let pending = 0;
  catalogue.exec('BEGIN');
  return {
    add(article, suggestions) {
      const { id, url, provenance, metadata } = article;
      const urlKey = url.normalize('NFC').toLowerCase();
      const sameId = byId.get(id);
      if (sameId !== undefined) return { claim: 'id', other: String(sameId.path) };
      const sameUrl = byUrl.get(urlKey);
      if (sameUrl !== undefined) return { claim: 'url', other: String(sameUrl.path) };
      const { date } = metadata;
      insert.run(id, provenance.path, urlKey, JSON.stringify(article));
      const entry = JSON.stringify(toEntry(article));
      insertEntry.run(sortDate(date), id, date?.year ?? null, entry);
      for (const { heading, origin, confidence } of article.sections) {
        insertHeading.run(provenance.path, heading, origin, confidence, 1);
      }
      for (const { text, origin, confidence } of suggestions) {
        insertHeading.run(provenance.path, text, origin, confidence, 0);
      }
      pending += 1;
      if (pending % batchSize === 0) catalogue.exec('COMMIT; BEGIN');
      return undefined;
    },
    commit() {
      catalogue.exec('COMMIT');
    },
  };
}
