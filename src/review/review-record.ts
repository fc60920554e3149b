import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { SourceDocument } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxSidecarBytes } from '../model/limits.ts';
import type { Columns, RawRecord } from '../model/record.ts';
import { decisionsOf } from '../sources/decisions/decisions-of.ts';
import { declaredEncoding } from '../sources/encodings/declared.ts';
import { readSidecar } from '../sources/read-document.ts';
import { recordName } from '../sources/records/form.ts';
import { openRecords } from '../sources/records/open-records.ts';
import { readRecord } from '../sources/records/read-record.ts';
import {
  numberName,
  splitRecordSidecar,
  withOverrides,
} from '../sources/records/record-overrides.ts';
import { readSeed } from '../sources/seed-file.ts';
import { walkSeeds } from '../sources/walk.ts';
import { findSidecar, type Reviewed, reviewDocument } from './review-file.ts';

/** A record named on the command line. */
export interface NamedRecord {
  /** The name as given. */
  readonly name: string;
  /** Its id, or its number after `#`. */
  readonly key: string;
  /** The seeds in which it is looked for. */
  readonly seeds: readonly {
    readonly file: string;
    readonly absolute: string;
    readonly path: string;
  }[];
}

/**
 * Returns the record that a name means: `seeds/july.jsonl#12` and `seeds/july.jsonl#dam-2016`, or the id alone, which
 * is looked for in all seeds with records; undefined where it names a file.
 *
 * @param folder absolute path of the seeds folder
 */
export function recordOf(name: string, folder: string): NamedRecord | undefined {
  if (existsSync(name)) return undefined;
  const mark = name.lastIndexOf('#');
  const file = name.slice(0, mark);
  if (mark > 0 && recordName(file) !== undefined && existsSync(file)) {
    const written = name.slice(mark + 1);
    const absolute = resolve(file);
    const path = relative(folder, absolute).replaceAll('\\', '/');
    const key = /^\d+$/.test(written) ? numberName(Number(written)) : written;
    return { name, key, seeds: [{ file, absolute, path }] };
  }
  // A name with a path or an extension of a text is a file that is missing.
  if (/[/\\]|\.(?:txt|text|md|markdown)$/i.test(name) || !isFolder(folder)) return undefined;
  const found = [...walkSeeds(folder)].flatMap(({ value }) =>
    value?.records === undefined ? [] : [value],
  );
  if (found.length === 0) return undefined;
  const near = found.map(({ path, absolute }) => ({
    ...{ path, absolute },
    file: join(relative(process.cwd(), dirname(absolute)), basename(absolute)).replaceAll(
      '\\',
      '/',
    ),
  }));
  return { name, key: name, seeds: near };
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** A record and what is needed to read it again. */
interface Found {
  readonly raw: RawRecord;
  readonly columns: Columns | undefined;
  readonly document: SourceDocument;
}

/** Reviews do not use the hash of the record. */
const noHash = '';

/**
 * Finds a record and recovers its structure as a build with the same settings would.
 *
 * @returns the record with its decisions; undefined, with diagnostics, where there is none or it has no text
 * @throws the file system's error where a folder cannot be listed
 */
export async function reviewRecord(
  { name, key, seeds }: NamedRecord,
  config: Config,
): Promise<Outcome<Reviewed | undefined>> {
  const diagnostics: Diagnostic[] = [];
  for (const { file, absolute, path } of seeds) {
    const found = await findRecord(
      key,
      { file, absolute, path },
      config,
      (error) => void diagnostics.push(error),
    );
    if (found === undefined) continue;
    let sidecar = findSidecar(file, absolute);
    if (sidecar.exists) {
      const read = readSeed({ path: sidecar.name, absolute: sidecar.absolute }, maxSidecarBytes);
      diagnostics.push(...read.diagnostics);
      if (read.value !== undefined) sidecar = { ...sidecar, bytes: read.value };
    }
    const reread: Reviewed['reread'] = (bytes) =>
      rereadRecord(found, { file, bytes }, sidecar.name, config);
    const { value: document, diagnostics: ofRecord } = reread(sidecar.bytes ?? new Uint8Array());
    diagnostics.push(...ofRecord);
    if (document === undefined) return { value: undefined, diagnostics };
    const { ordinal } = found.raw;
    const decisions = decisionsOf(config.decisions, path, ordinal, document.metadata.id);
    const decided = decisions.length === 0 ? document : { ...document, decisions };
    const reviewed = reviewDocument(decided, found.raw.bytes, config.recovery);
    diagnostics.push(...reviewed.diagnostics);
    const { id } = found.document.metadata;
    const record = id ?? numberName(found.raw.ordinal);
    const shown = `${file}${numberName(found.raw.ordinal)}`;
    return { value: { file: shown, ...reviewed.value, sidecar, record, reread }, diagnostics };
  }
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const at = { severity: 'error', file: name } as const;
  return { value: undefined, diagnostics: [{ ...at, rule: 'record-not-found', values: {} }] };
}

/** Looks for a record by its id or number. */
async function findRecord(
  key: string,
  seed: NamedRecord['seeds'][number],
  config: Config,
  report: (diagnostic: Diagnostic) => void,
): Promise<Found | undefined> {
  const name = recordName(seed.file);
  if (name === undefined) return undefined;
  const { form: records, gzipped } = name;
  let columns: Columns | undefined;
  const declared = declaredEncoding(seed.path, config.encodings);
  for await (const batch of openRecords({ ...seed, path: seed.file, records, gzipped }, declared)) {
    columns = batch.columns ?? columns;
    for (const raw of batch.records) {
      const isNumbered = key === numberName(raw.ordinal);
      // The id stands in the record as it is written.
      if (!isNumbered && !raw.text.includes(key)) continue;
      const context = { path: seed.file, columns, settings: config.records, defaults: {} };
      const { value: document, diagnostics } = readRecord(raw, context, noHash);
      if (!isNumbered && document?.metadata.id !== key) continue;
      if (document !== undefined) return { raw, columns, document };
      diagnostics.forEach(report);
      return undefined;
    }
  }
  return undefined;
}

/** Reads a record with these bytes of its seed's sidecar. */
function rereadRecord(
  { raw, columns }: Found,
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
  sidecarName: string,
  config: Config,
): Outcome<SourceDocument | undefined> {
  const split = splitRecordSidecar(bytes, sidecarName);
  const { shared, overrides } = split.value;
  const sidecar = readSidecar({ path: sidecarName, bytes: shared });
  const context = { path: file, columns, settings: config.records, defaults: sidecar.value };
  const { value, diagnostics } = readRecord(raw, context, noHash);
  return {
    value: withOverrides(value, overrides),
    diagnostics: [...split.diagnostics, ...sidecar.diagnostics, ...diagnostics],
  };
}
