import { readdirSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { mayHold } from '../model/importable-name.ts';
import { maxImportedArticles, maxPageBytes } from '../model/limits.ts';
import { messageOf } from '../model/system-error.ts';
import { withFile } from '../publish/open-file.ts';
import { recordName } from '../sources/records/form.ts';
import { openRecords } from '../sources/records/open-records.ts';
import { tableDates } from '../sources/records/table-dates.ts';
import { kindOf, readSeed, unreadable } from '../sources/seed-file.ts';
import { gap } from '../sources/unpack-gzip.ts';
import type { NewestCaptures } from './captures.ts';
import { decodePage, feedEncoding } from './encodings.ts';
import { feedArticles } from './feed-items.ts';
import type { ImportSource } from './import-source.ts';
import type { ImportKind, ImportResult } from './imported-article.ts';
import { headBytes, importKindOf } from './kind.ts';
import { openUnpacked } from './packed-archives.ts';
import { pageArticle } from './page-article.ts';
import { rowArticles } from './table-rows.ts';

/** The files to import, with diagnostics. */
export interface SourceList {
  readonly sources: readonly ImportSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns the head of a file as Latin-1, decompressed where it is gzip. */
function readHead(absolute: string): { readonly head: string; readonly gzipped: boolean } {
  const bytes = Buffer.alloc(headBytes);
  const size = withFile(absolute, 'r', (descriptor) => readSync(descriptor, bytes));
  const start = bytes.subarray(0, size);
  const gzipped = start[0] === 0x1f && start[1] === 0x8b;
  return { head: (gzipped ? unpackedHead(start) : start).toString('latin1'), gzipped };
}

function unpackedHead(start: Buffer): Buffer {
  try {
    // Z_SYNC_FLUSH returns the available part of a truncated stream; DEFLATE packs to a thousandth at best.
    const maxOutputLength = 2048 * headBytes;
    return gunzipSync(start, { finishFlush: 2, maxOutputLength }).subarray(0, headBytes);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Returns the files below a folder in order of name, independent of the disk. Follows no link. */
function filesBelow(
  folder: string,
  path: string,
): readonly (readonly [path: string, absolute: string])[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const absolute = join(folder, entry.name);
      const innerPath = `${path}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(absolute, innerPath);
      return entry.isFile() ? [[innerPath, absolute] as const] : [];
    });
}

/**
 * Lists the files to import: named files, and files of importable names in named folders.
 *
 * @param namedPaths absolute paths, with the paths as named by the user
 * @param givenKind the kind that the user gives for all of them
 */
export function listSources(
  namedPaths: readonly (readonly [path: string, absolute: string])[],
  givenKind: ImportKind | undefined,
): SourceList {
  const sources: ImportSource[] = [];
  const diagnostics: Diagnostic[] = [];
  function addSource(path: string, absolute: string, name: string): void {
    const { head, gzipped } = readHead(absolute);
    const kind = givenKind ?? importKindOf(head, path);
    if (kind !== undefined)
      sources.push({ path, absolute, name, kind, gzipped, isZip: head.startsWith('PK\x03\x04') });
    else {
      const at = { severity: 'error', file: path } as const;
      diagnostics.push({ ...at, rule: 'import-unknown-kind', values: {} });
    }
  }
  for (const [path, absolute] of namedPaths) {
    try {
      const stats = statSync(absolute);
      if (stats.isDirectory()) {
        for (const [innerPath, file] of filesBelow(absolute, path)) {
          if (mayHold(innerPath)) addSource(innerPath, file, innerPath.slice(path.length + 1));
        }
      } else if (stats.isFile()) addSource(path, absolute, basename(absolute));
      else {
        // Reading a pipe or a device may never end.
        const values = { kind: kindOf(stats) };
        diagnostics.push({ rule: 'import-not-a-file', severity: 'error', file: path, values });
      }
    } catch (error) {
      diagnostics.push(unreadable(path, error));
    }
  }
  return { sources, diagnostics };
}

async function* readFeed(source: ImportSource): AsyncGenerator<ImportResult> {
  const { path, absolute } = source;
  const { head } = readHead(absolute);
  const { value: encoding, diagnostics } = feedEncoding(head, path);
  if (diagnostics.length > 0) yield { diagnostics };
  // Invalid bytes become U+FFFD, and the items that hold one are reported.
  const decoder = new TextDecoder(encoding);
  const reader = feedArticles(path);
  const found: Diagnostic[] = [];
  for await (const chunk of openUnpacked(source, (diagnostic) => void found.push(diagnostic))) {
    if (found.length > 0) yield { diagnostics: found.splice(0) };
    if (chunk === gap) reader.breakOff();
    else if (Buffer.isBuffer(chunk)) yield* reader.push(decoder.decode(chunk, { stream: true }));
    if (reader.isDone()) return;
  }
  yield* reader.push(decoder.decode());
  // Where the file is damaged at its end, that is told.
  yield* reader.end(found.length > 0);
  if (found.length > 0) yield { diagnostics: found };
}

async function* readTable({ path, absolute, gzipped }: ImportSource): AsyncGenerator<ImportResult> {
  const form = recordName(path)?.form === 'tsv' ? 'tsv' : 'csv';
  const openBatches = () => openRecords({ path, absolute, records: form, gzipped });
  const detector = tableDates();
  for await (const batch of openBatches()) detector.push(batch);
  const reader = rowArticles(path, detector.meaning());
  for await (const batch of openBatches()) yield* reader.push(batch);
}

/** Reads an unpacked page; undefined, with diagnostics, where it is larger than a page may be. */
async function unpackedPage(source: ImportSource): Promise<Outcome<Uint8Array | undefined>> {
  const diagnostics: Diagnostic[] = [];
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of openUnpacked(source, (found) => void diagnostics.push(found))) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > maxPageBytes) {
      const at = { rule: 'seed-too-large', severity: 'error', file: source.path } as const;
      return { value: undefined, diagnostics: [{ ...at, values: { bytes, limit: maxPageBytes } }] };
    }
    chunks.push(chunk);
  }
  return { value: Buffer.concat(chunks), diagnostics };
}

async function* readPages(source: ImportSource): AsyncGenerator<ImportResult> {
  const { path, absolute, name, gzipped } = source;
  const { value: page, diagnostics } = gzipped
    ? await unpackedPage(source)
    : readSeed({ path, absolute }, maxPageBytes);
  if (diagnostics.length > 0) yield { diagnostics };
  if (page === undefined) return;
  const { value: html, diagnostics: reported } = decodePage(page, path);
  if (reported.length > 0) yield { diagnostics: reported };
  yield await pageArticle(html, { file: path, name });
}

/** Returns the name of a page by its URL; the query may distinguish pages. */
function nameIn(url: string): string {
  const { pathname, search } = new URL(url);
  return search === '' ? pathname.replace(/^\/+|\/+$/g, '') : url;
}

async function* readArchive(
  source: ImportSource,
  newest: NewestCaptures | undefined,
): AsyncGenerator<ImportResult> {
  const { capturesIn } = await import('./captures.ts');
  const { path: file } = source;
  const found: Diagnostic[] = [];
  for await (const capture of capturesIn(source, (diagnostic) => void found.push(diagnostic))) {
    if (found.length > 0) yield { diagnostics: found.splice(0) };
    if (newest?.has(source, capture) !== true) continue;
    const { url, charset } = capture;
    const bytes = capture.body();
    if (bytes === undefined) {
      const values = { limit: maxPageBytes };
      const at = { rule: 'import-item-too-large', severity: 'error', file } as const;
      yield { diagnostics: [{ ...at, values }] };
      continue;
    }
    const { value: html, diagnostics } = decodePage(bytes, file, charset);
    const result = await pageArticle(html, { file, name: nameIn(url), url });
    // Most pages of a site are lists; they are counted, not reported individually.
    const isList = result.article === undefined;
    const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
    yield { ...result, diagnostics: isList ? errors : [...diagnostics, ...result.diagnostics] };
  }
  if (newest?.isFull === true) {
    const values = { limit: maxImportedArticles };
    found.push({ rule: 'import-too-many', severity: 'error', file, values });
  }
  if (found.length > 0) yield { diagnostics: found };
}

/** Reads the items of a file; an error that prevents reading to the end is the last item. Never throws. */
export type SourceReader = (source: ImportSource) => AsyncGenerator<ImportResult>;

/** Returns a reader of sources; web archives are scanned first for the newest capture of each URL. */
export async function sourceReader(sources: readonly ImportSource[]): Promise<SourceReader> {
  const archives = sources.filter(({ kind }) => kind === 'warc');
  const newest =
    archives.length === 0
      ? undefined
      : await (await import('./captures.ts')).newestCaptures(archives);
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
      const { path: file, isZip } = source;
      // The operating system's errors have codes; others say what is wrong with the package.
      const values = { name: '', reason: messageOf(error) };
      const isDamaged = isZip && !(error instanceof Error && 'code' in error);
      const broken = { rule: 'zip-entry', severity: 'error', file, values } as const;
      yield { diagnostics: [isDamaged ? broken : unreadable(file, error)] };
    }
  };
}
