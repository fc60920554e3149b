import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Catalogue, fact } from '../catalogue/open.ts';
import { type Piece, pieceName } from '../catalogue/pieces.ts';
import type { Article } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { ExportForm } from '../model/download.ts';
import { archiveExports } from '../outputs/archive-exports.ts';
import { articleRecord } from '../outputs/article-record.ts';
import { exportPlace } from '../pages/places.ts';
import { isThere } from './is-there.ts';
import { keepFile, keptFile } from './kept-file.ts';

/** A sixth smaller than at the fastest level, in less than twice its time; the next steps cost far more. */
const level = 4;

/** Where the cache keeps what exports are put together from. */
export const exportsFolder = (cache: string): string => join(cache, 'exports');

const pieceFile = (cache: string, name: string, form: ExportForm): string =>
  join(exportsFolder(cache), `${name}.${form}.gz`);

/**
 * Makes what the exports have of a piece where the cache keeps it; a member of a gzip file each (RFC
 * 1952, 2.2).
 */
export function exportPiece(
  articles: readonly Article[],
  name: string,
  { baseUrl, exports: forms }: Config,
  cache: string,
): void {
  mkdirSync(exportsFolder(cache), { recursive: true });
  const records = articles.map((article) => articleRecord(article, baseUrl));
  for (const form of forms) {
    const text = records.map(archiveExports[form].record).join('');
    keepFile(pieceFile(cache, name, form), gzipSync(text, { level }));
  }
}

/** A file of all articles, in pieces. */
export interface ExportFile {
  readonly url: string;
  readonly content: Iterable<Uint8Array>;
}

/** The exports of a site, as they must be. */
export interface Exports {
  /** Returns under which name a piece is still to be made; undefined where it is there. */
  missing(piece: Piece): string | undefined;
  /** The files, once no piece is missing. */
  files(): readonly ExportFile[];
  /** Forgets pieces that belong to no export any more. */
  clear(): void;
}

/** Finds out what the exports of the archive are made of. */
export function planExports(
  pieces: readonly Piece[],
  catalogue: Catalogue,
  { baseUrl, exports: forms }: Config,
  cache: string,
): Exports {
  if (forms.length === 0) {
    const clear = (): void => rmSync(exportsFolder(cache), { recursive: true, force: true });
    return { missing: () => undefined, files: () => [], clear };
  }
  const key = [fact(catalogue, 'reading'), baseUrl ?? '', level].join('\n');
  const names = new Map(pieces.map((piece) => [piece, pieceName(piece, key)]));
  function* content(form: ExportForm): Generator<Uint8Array> {
    const { head } = archiveExports[form];
    if (head !== '' || pieces.length === 0) yield gzipSync(head, { level });
    for (const name of names.values()) yield keptFile(pieceFile(cache, name, form));
  }
  return {
    missing(piece) {
      const name = names.get(piece) ?? '';
      return forms.every((form) => isThere(pieceFile(cache, name, form))) ? undefined : name;
    },
    files: () => forms.map((form) => ({ url: exportPlace(form), content: content(form) })),
    clear() {
      const folder = exportsFolder(cache);
      if (!isThere(folder)) return;
      const kept = new Set(
        [...names.values()].flatMap((name) => forms.map((form) => pieceFile(cache, name, form))),
      );
      for (const name of readdirSync(folder)) {
        const file = join(folder, name);
        if (!kept.has(file)) rmSync(file, { recursive: true, force: true });
      }
    },
  };
}
