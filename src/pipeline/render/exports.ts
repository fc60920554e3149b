import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Chunk, chunkName } from '../../catalogue/chunks.ts';
import type { Article } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { ExportForm } from '../../model/download.ts';
import { archiveExports, exportPath } from '../../outputs/archive-exports.ts';
import { articleRecord } from '../../outputs/article-record.ts';
import { readChecked, writeChecked } from '../../publish/checked-file.ts';
import { exists } from '../../publish/exists.ts';
import { sweepFolder } from '../../publish/sweep-folder.ts';

/** A sixth smaller than at the fastest level, in less than twice its time; the next steps cost far more. */
const level = 4;

/** Returns the folder where the cache keeps what exports are put together from. */
export const exportsFolder = (cache: string): string => join(cache, 'exports');

const memberName = (name: string, form: ExportForm): string => `${name}.${form}.gz`;

const memberFile = (cache: string, name: string, form: ExportForm): string =>
  join(exportsFolder(cache), memberName(name, form));

/**
 * Makes what the exports have of a piece, where the cache keeps it; a member of a gzip file each (RFC
 * 1952, 2.2).
 */
export function exportChunk(
  articles: readonly Article[],
  name: string,
  { baseUrl, exports: forms }: Config,
  cache: string,
): void {
  mkdirSync(exportsFolder(cache), { recursive: true });
  const records = articles.map((article) => articleRecord(article, baseUrl));
  for (const form of forms) {
    const text = records.map(archiveExports[form].record).join('');
    writeChecked(memberFile(cache, name, form), gzipSync(text, { level }));
  }
}

/** What the exports of the archive are made of. */
export interface ExportPlan {
  readonly forms: readonly ExportForm[];
  /** The names under which the cache keeps what the exports have of each piece, newest first. */
  readonly names: readonly string[];
}

/**
 * Plans the exports of the archive.
 *
 * @param pieces the archive's, newest first
 * @param reading the key of what articles are made by
 */
export function planExports(
  pieces: readonly Chunk[],
  reading: string,
  { baseUrl, exports: forms }: Config,
): ExportPlan {
  const key = [reading, baseUrl ?? '', level].join('\n');
  return { forms, names: pieces.map((piece) => chunkName(piece, key)) };
}

/** Tells whether the cache lacks what the exports have of a piece. */
export const lacksExport = ({ forms }: ExportPlan, name: string, cache: string): boolean =>
  !forms.every((form) => exists(memberFile(cache, name, form)));

/** A file of all articles, member by member. */
export interface ExportFile {
  readonly outputPath: string;
  readonly content: Iterable<Uint8Array>;
}

function* exportContent(
  { names }: ExportPlan,
  form: ExportForm,
  cache: string,
): Generator<Uint8Array> {
  const { head } = archiveExports[form];
  if (head !== '' || names.length === 0) yield gzipSync(head, { level });
  for (const name of names) yield readChecked(memberFile(cache, name, form));
}

/**
 * Returns the exports, once the cache lacks nothing of them; the content is read as it is asked for.
 * To ask for it throws DamagedFileError and the file system's error.
 */
export const exportFiles = (plan: ExportPlan, cache: string): readonly ExportFile[] =>
  plan.forms.map((form) => ({
    outputPath: exportPath(form),
    content: exportContent(plan, form, cache),
  }));

/** Removes from the cache what belongs to no export of the plan. */
export function sweepExports({ forms, names }: ExportPlan, cache: string): void {
  if (forms.length === 0) {
    rmSync(exportsFolder(cache), { recursive: true, force: true });
    return;
  }
  const wanted = new Set(names.flatMap((name) => forms.map((form) => memberName(name, form))));
  sweepFolder(exportsFolder(cache), (name) => wanted.has(name));
}
