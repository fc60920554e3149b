import { createReadStream, readdirSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip, gunzipSync } from 'node:zlib';
import { withFile } from '../build/open-file.ts';
import { orderWitness } from '../imports/date-order.ts';
import { decodePage, feedEncoding } from '../imports/encodings.ts';
import { feedArticles } from '../imports/feed-items.ts';
import type { Found, ImportKind } from '../imports/found.ts';
import { headBytes, kindOf, mayHold } from '../imports/kind.ts';
import { pageArticle } from '../imports/page-article.ts';
import { rowArticles } from '../imports/table-rows.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { maxPageBytes } from '../model/limits.ts';
import { hasCode } from '../model/system-error.ts';
import { openRecords } from '../sources/open-records.ts';
import { recordName } from '../sources/records/form.ts';
import { readSeed, unreadable } from '../sources/seed-file.ts';
import type { NewestCaptures } from './import-captures.ts';

/** A file that holds articles. */
export interface ImportSource {
  /** As the user knows it. */
  readonly path: string;
  readonly absolute: string;
  /** Its path below the folder that the user named, or its own name. */
  readonly name: string;
  readonly kind: ImportKind;
  readonly gzipped: boolean;
  /** Whether it is a ZIP file, as a WACZ package is. */
  readonly isZip: boolean;
}

/** What was found where the user pointed. */
export interface SourceList {
  readonly sources: readonly ImportSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Bytes that are read from the disk at once. */
const pieceBytes = 256 * 1024;

/** The beginning of a file, one letter a byte; unpacked where it is packed. */
function readHead(absolute: string): { readonly head: string; readonly gzipped: boolean } {
  const bytes = Buffer.alloc(headBytes);
  const size = withFile(absolute, 'r', (descriptor) => readSync(descriptor, bytes));
  const start = bytes.subarray(0, size);
  const gzipped = start[0] === 0x1f && start[1] === 0x8b;
  return { head: (gzipped ? unpackedHead(start) : start).toString('latin1'), gzipped };
}

function unpackedHead(start: Buffer): Buffer {
  try {
    // Z_SYNC_FLUSH gives what there is of a file that goes on.
    return gunzipSync(start, { finishFlush: 2, maxOutputLength: 64 * headBytes }).subarray(
      0,
      headBytes,
    );
  } catch {
    return Buffer.alloc(0);
  }
}

/** The files below a folder in the order of their names, which depends on no disk. Follows no link. */
function filesBelow(
  folder: string,
  path: string,
): readonly (readonly [path: string, absolute: string])[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const absolute = join(folder, entry.name);
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(absolute, inner);
      return entry.isFile() ? [[inner, absolute] as const] : [];
    });
}

/**
 * Lists the files to import: those that are named, and in folders those whose names say that they may
 * hold articles.
 *
 * @param named paths, absolute and as the user knows them
 * @param asked the kind that the user says all of them are
 */
export function listSources(
  named: readonly (readonly [path: string, absolute: string])[],
  asked: ImportKind | undefined,
): SourceList {
  const sources: ImportSource[] = [];
  const diagnostics: Diagnostic[] = [];
  function take(path: string, absolute: string, name: string): void {
    const { head, gzipped } = readHead(absolute);
    const kind = asked ?? kindOf(head, path);
    if (kind !== undefined)
      sources.push({ path, absolute, name, kind, gzipped, isZip: head.startsWith('PK\x03\x04') });
    else {
      const at = { severity: 'error', file: path } as const;
      diagnostics.push({ ...at, rule: 'import-unknown-kind', values: {} });
    }
  }
  for (const [path, absolute] of named) {
    try {
      if (statSync(absolute).isDirectory()) {
        for (const [inner, file] of filesBelow(absolute, path)) {
          if (mayHold(inner)) take(inner, file, inner.slice(path.length + 1));
        }
      } else take(path, absolute, basename(absolute));
    } catch (error) {
      diagnostics.push(unreadable(path, error));
    }
  }
  return { sources, diagnostics };
}

async function* readFeed({ path, absolute, gzipped }: ImportSource): AsyncGenerator<Found> {
  const { head } = readHead(absolute);
  const { value: encoding, diagnostics } = feedEncoding(head, path);
  if (diagnostics.length > 0) yield { diagnostics };
  // Letters that the encoding does not have become �, and the items that hold it are told.
  const decoder = new TextDecoder(encoding);
  const reader = feedArticles(path);
  const file = createReadStream(absolute, { highWaterMark: pieceBytes });
  const bytes = gzipped ? pipeline(file, createGunzip({ chunkSize: pieceBytes }), () => {}) : file;
  for await (const piece of bytes) {
    if (Buffer.isBuffer(piece)) yield* reader.push(decoder.decode(piece, { stream: true }));
  }
  yield* reader.push(decoder.decode());
  yield* reader.end();
}

async function* readTable({ path, absolute, gzipped }: ImportSource): AsyncGenerator<Found> {
  const form = recordName(path)?.form === 'tsv' ? 'tsv' : 'csv';
  const batches = () => openRecords({ path, absolute, records: form, gzipped });
  const witness = orderWitness();
  for await (const batch of batches()) witness.push(batch);
  const reader = rowArticles(path, witness.order());
  for await (const batch of batches()) yield* reader.push(batch);
}

async function* readPages({ path, absolute, name, gzipped }: ImportSource): AsyncGenerator<Found> {
  const { value: bytes, diagnostics } = readSeed({ path, absolute }, maxPageBytes);
  if (bytes === undefined) {
    yield { diagnostics };
    return;
  }
  const page = gzipped ? gunzipSync(bytes, { maxOutputLength: maxPageBytes }) : bytes;
  const { value: html, diagnostics: told } = decodePage(page, path);
  if (told.length > 0) yield { diagnostics: told };
  yield await pageArticle(html, { file: path, name });
}

/** The name of a page by its address; a query may tell many pages from one another. */
function nameIn(address: string): string {
  const { pathname, search } = new URL(address);
  return search === '' ? pathname.replace(/^\/+|\/+$/g, '') : address;
}

async function* readArchive(source: ImportSource, newest: NewestCaptures): AsyncGenerator<Found> {
  const { capturesIn, isNewest } = await import('./import-captures.ts');
  const { path: file } = source;
  for await (const capture of capturesIn(source)) {
    if (!isNewest(newest, source, capture)) continue;
    const { address, charset } = capture;
    const bytes = await capture.body();
    if (bytes === undefined) {
      const values = { limit: maxPageBytes };
      const at = { rule: 'import-item-too-large', severity: 'error', file } as const;
      yield { diagnostics: [{ ...at, values }] };
      continue;
    }
    const { value: html, diagnostics } = decodePage(bytes, file, charset);
    const found = await pageArticle(html, { file, name: nameIn(address), address });
    // Most pages of a site are lists; they are counted, and not named one by one.
    const told = found.article === undefined ? [] : [...diagnostics, ...found.diagnostics];
    yield { ...found, diagnostics: told };
  }
}

/** Reads what a file holds, item by item; one that cannot be read to its end says so last. Never throws. */
export type SourceReader = (source: ImportSource) => AsyncGenerator<Found>;

/** Returns what reads sources; web archives are gone through first, for the newest page of each address. */
export async function sourceReader(sources: readonly ImportSource[]): Promise<SourceReader> {
  const archives = sources.filter(({ kind }) => kind === 'warc');
  const newest =
    archives.length === 0
      ? new Map<string, string>()
      : await (await import('./import-captures.ts')).newestCaptures(archives);
  const readers: Readonly<Record<ImportKind, SourceReader>> = {
    wordpress: readFeed,
    feed: readFeed,
    csv: readTable,
    html: readPages,
    warc: (source) => readArchive(source, newest),
  };
  return async function* read(source) {
    try {
      yield* readers[source.kind](source);
    } catch (error) {
      const { path: file } = source;
      // zlib's code for compressed bytes that end too early.
      const isCut =
        hasCode(error, 'Z_BUF_ERROR') || (error instanceof Error && error.name === 'CutShortError');
      const cut = { rule: 'import-cut-short', severity: 'error', file, values: {} } as const;
      yield { diagnostics: [isCut ? cut : unreadable(file, error)] };
    }
  };
}
