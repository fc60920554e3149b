import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Chunk, chunkName } from '../../catalogue/chunks.ts';
import type { Article } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { ExportForm } from '../../model/download.ts';
import { archiveExports, exportPath } from '../../outputs/archive-exports.ts';
import { articleRecord } from '../../outputs/article-record.ts';
import { checkedReader, writeChecked } from '../../publish/checked-file.ts';
import { exists } from '../../publish/exists.ts';
import { gzipOfPieces, gzipPiece } from '../../publish/gzip-pieces.ts';
import { sha256 } from '../../publish/sha256.ts';
import { hashedName, removeIfEmpty, sweepFolder } from '../../publish/sweep-folder.ts';
import { utf8Encoder } from '../../publish/utf8-encoder.ts';
import { type ReversedBytes, reversedBytes } from './reversed-bytes.ts';

/** A twentieth smaller than level 1 in a little more time; level 4 takes half as long again, for a tenth less. */
const gzipLevel = 2;

/** Returns the folder of the cache that holds the parts of the exports. */
export const exportsFolder = (cache: string): string => join(cache, 'exports');

const pieceName = (name: string, form: ExportForm): string => `${name}.${form}.piece`;

const pieceFile = (cache: string, name: string, form: ExportForm): string =>
  join(exportsFolder(cache), pieceName(name, form));

/** Collects the exports' part of a chunk. */
export interface ChunkExport {
  /** Adds an article; the oldest is first. */
  add(article: Article): void;
  /** Writes the part to the cache: for each form a part of a gzip file, newest first. Throws the file system's error. */
  write(): void;
}

/** Reused for every chunk, as new buffers for each would take as long as what is written to them. */
const records: Readonly<Record<ExportForm, ReversedBytes>> = {
  jsonl: reversedBytes(),
  csv: reversedBytes(),
};
const encoded = utf8Encoder();

/** Returns the exports' part of a chunk, without articles. The parts of one chunk are made at a time. */
export function chunkExport(
  name: string,
  { baseUrl, exports: forms, fields }: Config,
  cache: string,
): ChunkExport {
  for (const form of forms) records[form].take();
  return {
    add(article) {
      const record = articleRecord(article, baseUrl, fields);
      for (const form of forms) {
        records[form].prepend(encoded(archiveExports[form].record(record, fields)));
      }
    },
    write() {
      mkdirSync(exportsFolder(cache), { recursive: true });
      for (const form of forms) {
        const piece = gzipPiece(records[form].take(), gzipLevel);
        writeChecked(pieceFile(cache, name, form), piece);
      }
    },
  };
}

/** The plan of the archive's exports. */
export interface ExportPlan {
  readonly forms: readonly ExportForm[];
  /** The fields that the site declares. */
  readonly fields: Config['fields'];
  /** Names in the cache of the chunks' parts, newest first. */
  readonly names: readonly string[];
  /** Hash of all that the files follow from. */
  readonly key: string;
}

/**
 * Plans the exports of the archive.
 *
 * @param chunks the archive's, newest first
 * @param reading the reading key of the build
 */
export function planExports(
  chunks: readonly Chunk[],
  reading: string,
  { baseUrl, exports: forms, fields }: Config,
): ExportPlan {
  const key = [reading, baseUrl ?? '', gzipLevel].join('\n');
  const names = chunks.map((chunk) => chunkName(chunk, key));
  const all = [key, JSON.stringify(fields), ...names].join('\n');
  return { forms, fields, names, key: sha256(Buffer.from(all)) };
}

/** Tells whether the cache lacks the exports' part of a chunk. */
export const lacksExport = ({ forms }: ExportPlan, name: string, cache: string): boolean =>
  !forms.every((form) => exists(pieceFile(cache, name, form)));

/** An export: one file of all articles, as plain data that can be sent to a worker. */
export type ExportFile = Pick<ExportPlan, 'fields' | 'names'> & {
  readonly form: ExportForm;
  readonly outputPath: string;
};

/** Returns the exports of a plan. */
export const exportFiles = ({ forms, fields, names }: ExportPlan): readonly ExportFile[] =>
  forms.map((form) => ({ form, fields, names, outputPath: exportPath(form) }));

function* exportPieces({ names, fields, form }: ExportFile, cache: string): Generator<Uint8Array> {
  const head = archiveExports[form].head(fields);
  if (head !== '') yield gzipPiece(Buffer.from(head), gzipLevel);
  const read = checkedReader();
  for (const name of names) yield read(pieceFile(cache, name, form));
}

/**
 * Yields the content of an export, once the cache has all its parts. They are read as it is iterated, which throws
 * DamagedFileError and the file system's error.
 */
export const exportContent = (file: ExportFile, cache: string): Generator<Uint8Array> =>
  gzipOfPieces(exportPieces(file, cache));

/** Removes all parts of the exports from the cache. Throws the file system's error. */
export function clearExports(cache: string): void {
  sweepFolder(exportsFolder(cache), hashedName);
  removeIfEmpty(exportsFolder(cache));
}

/** Removes from the cache the parts that do not belong to the plan. */
export function sweepExports({ forms, names }: ExportPlan, cache: string): void {
  if (forms.length === 0) {
    clearExports(cache);
    return;
  }
  const wanted = new Set(names.flatMap((name) => forms.map((form) => pieceName(name, form))));
  sweepFolder(exportsFolder(cache), hashedName, (name) => wanted.has(name));
}
