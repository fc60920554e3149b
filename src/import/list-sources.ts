import { readdirSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Diagnostic } from '../model/diagnostic.ts';
import { withFile } from '../publish/open-file.ts';
import { kindOf, unreadable } from '../sources/seed-file.ts';
import type { ImportSource } from './import-source.ts';
import type { ImportKind } from './imported-article.ts';
import { headBytes, lookAtFile, type PassedOver, type SeenFile } from './look-at-file.ts';

/** The files to import, with diagnostics. */
export interface SourceList {
  readonly sources: readonly ImportSource[];
  /** Number of files of which nothing is imported, by reason. */
  readonly passedOver: Readonly<Record<string, number>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns the head of a file as Latin-1, decompressed where it is gzip. */
export function readHead(absolute: string): { readonly head: string; readonly gzipped: boolean } {
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

/** A file in a folder. */
interface FolderFile {
  readonly path: string;
  readonly absolute: string;
  /** Whether it belongs to a page that a browser saved, in the folder beside it. */
  readonly isPart: boolean;
}

/** The folder in which a browser saves what a page shows: `NAME_files` beside `NAME.html`. */
const partsFolder = /^(.+)(?:_files|_fichiers|-Dateien|_archivos|_ملفات|\.files)$/i;

/** Returns the files below a folder in order of name, independent of the disk. Follows no link. */
function filesBelow(
  folder: string,
  path: string,
  skipped: ReadonlySet<string>,
  isPart = false,
): readonly FolderFile[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const belongsToPage = (name: string): boolean => {
    const page = partsFolder.exec(name)?.[1]?.toLowerCase();
    return (
      page !== undefined &&
      ['html', 'htm', 'xhtml'].some((ending) => names.has(`${page}.${ending}`))
    );
  };
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): readonly FolderFile[] => {
      const absolute = join(folder, entry.name);
      const innerPath = `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (skipped.has(absolute) || entry.name === 'node_modules') return [];
        return filesBelow(absolute, innerPath, skipped, isPart || belongsToPage(entry.name));
      }
      return entry.isFile() ? [{ path: innerPath, absolute, isPart }] : [];
    });
}

/** Kinds that are XML: what is of one of them is never read as a page. */
const xmlKinds: ReadonlySet<ImportKind> = new Set(['wordpress', 'feed', 'tei']);

/** Returns what a file is read as, where the user says what all are. */
function asGiven(seen: SeenFile, given: ImportKind | undefined, isNamed: boolean): SeenFile {
  if (given === undefined) return seen;
  if ('kind' in seen) return given === 'html' && xmlKinds.has(seen.kind) ? seen : { kind: given };
  if ('xml' in seen) return given === 'html' || given === 'json' ? seen : { kind: given };
  const mayBe = /^(?:text|other|records|program)$/.test(seen.reason);
  return mayBe && (isNamed || (given === 'csv' && seen.reason === 'text')) ? { kind: given } : seen;
}

/**
 * Lists the files to import: named files, and all in named folders that hold something to import. What is passed over
 * is named with the reason.
 *
 * @param namedPaths absolute paths, with the paths as named by the user
 * @param givenKind the kind that the user gives for all of them
 * @param skipped absolute paths of folders that are not looked into: those of the site itself
 */
export function listSources(
  namedPaths: readonly (readonly [path: string, absolute: string])[],
  givenKind: ImportKind | undefined,
  skipped: ReadonlySet<string> = new Set(),
): SourceList {
  const sources: ImportSource[] = [];
  const diagnostics: Diagnostic[] = [];
  const passedOver: Partial<Record<PassedOver, number>> = {};

  function pass(path: string, reason: PassedOver, isTold = true): void {
    passedOver[reason] = (passedOver[reason] ?? 0) + 1;
    const at = { severity: 'warning', file: path } as const;
    if (isTold) diagnostics.push({ ...at, rule: 'import-passed-over', values: { reason } });
  }

  function refuse(path: string, reason: PassedOver): void {
    const at = { rule: 'import-unknown-kind', severity: 'error', file: path } as const;
    diagnostics.push({ ...at, values: reason === 'other' ? {} : { reason } });
  }

  /** Adds a file; returns the reason where it is one of those that belong to pages. */
  function addSource(
    path: string,
    absolute: string,
    name: string,
    isNamed: boolean,
  ): PassedOver | undefined {
    const { head, gzipped } = readHead(absolute);
    const seen = asGiven(lookAtFile(head, path), givenKind, isNamed);
    if ('kind' in seen) {
      const isZip = head.startsWith('PK\x03\x04');
      sources.push({ path, absolute, name, kind: seen.kind, gzipped, isZip });
    } else if ('xml' in seen) {
      const at = { rule: 'import-xml-kind', severity: 'error', file: path } as const;
      diagnostics.push({ ...at, values: { kind: seen.xml } });
    } else if (isNamed) refuse(path, seen.reason);
    else if (seen.reason === 'picture' || seen.reason === 'media') return seen.reason;
    else pass(path, seen.reason);
    return undefined;
  }

  function addFolder(path: string, absolute: string): void {
    const files = filesBelow(absolute, path, skipped);
    const before = sources.length;
    const shown: (readonly [string, PassedOver])[] = [];
    for (const { path: innerPath, absolute: file, isPart } of files) {
      try {
        const name = innerPath.slice(path.length + 1);
        const reason = isPart ? 'media' : addSource(innerPath, file, name, false);
        if (reason !== undefined) shown.push([innerPath, reason]);
      } catch (error) {
        diagnostics.push(unreadable(innerPath, error));
      }
    }
    // Pictures and style sheets beside pages are parts of them, and are not named one by one.
    const isBesidePages = sources.length > before;
    for (const [file, reason] of shown) pass(file, reason, !isBesidePages);
    if (files.length > 0 && !isBesidePages) {
      const at = { rule: 'import-nothing-found', severity: 'error', file: path } as const;
      diagnostics.push({ ...at, values: { files: files.length } });
    }
  }

  for (const [path, absolute] of namedPaths) {
    try {
      const stats = statSync(absolute);
      if (stats.isDirectory()) addFolder(path, absolute);
      else if (stats.isFile()) addSource(path, absolute, basename(absolute), true);
      else {
        // Reading a pipe or a device may never end.
        const values = { kind: kindOf(stats) };
        diagnostics.push({ rule: 'import-not-a-file', severity: 'error', file: path, values });
      }
    } catch (error) {
      diagnostics.push(unreadable(path, error));
    }
  }
  return { sources, passedOver, diagnostics };
}
