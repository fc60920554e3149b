import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ExportPiece, exportPieces, pieceArticles } from '../catalogue/export-pieces.ts';
import { type Catalogue, fact } from '../catalogue/open.ts';
import type { Config } from '../model/config.ts';
import type { ExportForm } from '../model/download.ts';
import { articleRecord, recordLine, recordRow, tableHead } from '../outputs/article-record.ts';
import { exportPlace } from '../pages/places.ts';

/** A sixth smaller than at the fastest level, in less than twice its time; the next steps cost far more. */
const level = 4;

const exportsFolder = (cache: string): string => join(cache, 'exports');

const pieceFile = (cache: string, { name }: ExportPiece, form: ExportForm): string =>
  join(exportsFolder(cache), `${name}.${form}.gz`);

/** Makes pieces of the exports where the cache keeps them; a member of a gzip file each (RFC 1952, 2.2). */
export function openExporter(
  catalogue: Catalogue,
  { baseUrl, exports: forms }: Config,
  cache: string,
): (pieces: readonly ExportPiece[]) => void {
  const articlesOf = pieceArticles(catalogue);
  return (pieces) => {
    mkdirSync(exportsFolder(cache), { recursive: true });
    for (const piece of pieces) {
      const records = articlesOf(piece).map((article) => articleRecord(article, baseUrl));
      for (const form of forms) {
        const text = records.map(form === 'jsonl' ? recordLine : recordRow).join('');
        const file = pieceFile(cache, piece, form);
        writeFileSync(`${file}.part`, gzipSync(text, { level }));
        // A piece that is there is whole.
        renameSync(`${file}.part`, file);
      }
    }
  };
}

/** A file of all articles, in pieces. */
export interface ExportFile {
  readonly url: string;
  readonly content: Iterable<Uint8Array>;
}

/** The exports of a site, as they must be. */
export interface Exports {
  /** Pieces that are still to be made. */
  readonly missing: readonly ExportPiece[];
  /** The files, once no piece is missing. */
  files(): readonly ExportFile[];
  /** Forgets pieces that belong to no export any more. */
  clear(): void;
}

/** Finds out what the exports of the archive are made of. */
export function planExports(catalogue: Catalogue, config: Config, cache: string): Exports {
  const { baseUrl, exports: forms } = config;
  if (forms.length === 0) {
    const clear = (): void => rmSync(exportsFolder(cache), { recursive: true, force: true });
    return { missing: [], files: () => [], clear };
  }
  const key = [fact(catalogue, 'reading'), baseUrl ?? '', level].join('\n');
  const pieces = [...exportPieces(catalogue, key)];
  const isMade = (piece: ExportPiece): boolean =>
    forms.every((form) => existsSync(pieceFile(cache, piece, form)));
  function* content(form: ExportForm): Generator<Uint8Array> {
    if (form === 'csv' || pieces.length === 0)
      yield gzipSync(form === 'csv' ? tableHead : '', { level });
    for (const piece of pieces) yield readFileSync(pieceFile(cache, piece, form));
  }
  return {
    missing: pieces.filter((piece) => !isMade(piece)),
    files: () => forms.map((form) => ({ url: exportPlace(form), content: content(form) })),
    clear() {
      const folder = exportsFolder(cache);
      if (!existsSync(folder)) return;
      const kept = new Set(
        pieces.flatMap((piece) => forms.map((form) => pieceFile(cache, piece, form))),
      );
      for (const name of readdirSync(folder)) {
        const file = join(folder, name);
        if (!kept.has(file)) rmSync(file, { recursive: true, force: true });
      }
    },
  };
}
