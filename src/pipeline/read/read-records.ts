import { withDecisionHash } from '../../catalogue/seeds.ts';
import type { Config } from '../../model/config.ts';
import type { Outcome } from '../../model/diagnostic.ts';
import { maxSidecarBytes } from '../../model/limits.ts';
import type { RawRecord } from '../../model/record.ts';
import { sha256 } from '../../publish/sha256.ts';
import { combineMetadata } from '../../sources/combine-metadata.ts';
import { unreadMetadata } from '../../sources/damaged-metadata.ts';
import { decisionsHash } from '../../sources/decisions/decisions-of.ts';
import { declaredEncoding } from '../../sources/encodings/declared.ts';
import { withoutDeclared } from '../../sources/own-fields.ts';
import { readSidecar } from '../../sources/read-document.ts';
import { readRecord } from '../../sources/records/read-record.ts';
import { splitRecordSidecar, withOverrides } from '../../sources/records/record-overrides.ts';
import { readSeed } from '../../sources/seed-file.ts';
import type { FoundSeed } from '../../sources/walk.ts';
import type { PictureReader } from '../pictures/picture-reader.ts';
import type { DocumentResult, RecordDefaults, Task } from '../workers/tasks.ts';
import { compileDocument } from './compile-document.ts';
import { inheritedMetadata } from './inherited-metadata.ts';

/**
 * Reads what holds for every record of a multi-record seed: its sidecar and the metadata of its folders.
 *
 * @returns undefined where a file of a folder cannot be read
 */
export function readDefaults(seed: FoundSeed, config: Config): Outcome<RecordDefaults | undefined> {
  const { path, sidecar, unreadSidecar } = seed;
  const { encodings } = config;
  const inherited = inheritedMetadata(seed, config);
  if (inherited.value === undefined)
    return { value: undefined, diagnostics: inherited.diagnostics };
  const { metadata, hash } = inherited.value;
  const ofFolders = { metadata: metadata ?? {}, contentHash: hash === '' ? undefined : hash };
  if (unreadSidecar !== undefined) {
    const unread = combineMetadata(metadata, unreadMetadata(unreadSidecar));
    const value = { metadata: unread, contentHash: `${hash} unread` };
    return { value, diagnostics: [] };
  }
  if (sidecar === undefined) return { value: ofFolders, diagnostics: [] };
  const { value: bytes, diagnostics } = readSeed(sidecar, maxSidecarBytes);
  if (bytes === undefined) {
    return {
      value: { ...ofFolders, metadata: combineMetadata(metadata, unreadMetadata(sidecar.path)) },
      diagnostics,
    };
  }
  const order = metadata?.dateOrder;
  const split = splitRecordSidecar(bytes, sidecar.path, { own: config.fields, order });
  const { shared, overrides, unread } = split.value;
  const read = readSidecar(
    { path: sidecar.path, bytes: shared },
    { declared: declaredEncoding(path, encodings), own: config.fields },
    order,
  );
  return {
    value: {
      metadata: combineMetadata(combineMetadata(metadata, unread ?? {}), read.value),
      ...(overrides.size === 0 ? {} : { overrides }),
      contentHash: hash === '' ? sha256(bytes) : `${sha256(bytes)} in ${hash}`,
    },
    diagnostics: withoutDeclared([...split.diagnostics, ...read.diagnostics], config.fields),
  };
}

/**
 * Returns the hash of all that the result of reading a record depends on.
 *
 * @param bytesHash SHA-256 of the record's bytes
 * @param shared what all records of the seed have in common
 */
function recordContentHash(
  { line, text, decoded }: RawRecord,
  bytesHash: string,
  shared: string,
): string {
  // In a legacy encoding a short record takes the encoding of the one before it, and the first reports it.
  const decoding = decoded && JSON.stringify([text, decoded.diagnostics]);
  return sha256(Buffer.from(`${bytesHash} ${line} ${shared}${decoding ?? ''}`));
}

/**
 * Reads records of one seed; a record with the known content hash is not parsed again.
 *
 * @param pictures opens the pictures of the seeds folder
 * @returns one result for each record, in order
 */
export function readRecords(
  { seed, defaults, columns, reading, records }: Extract<Task, { do: 'read-records' }>,
  config: Config,
  pictures?: () => PictureReader,
): readonly DocumentResult[] {
  // A changed header row changes the meaning of every row, and so do records that show it of others.
  const shared = `${defaults.contentHash ?? ''} ${columns === undefined ? '' : JSON.stringify(columns)} ${JSON.stringify(reading)}`;
  const { path } = seed;
  const context = {
    ...{ path, columns, settings: config.records, own: config.fields, reading },
    defaults: defaults.metadata,
  };
  return records.map(({ record, knownHash }) => {
    const bytes = record.decoded?.received ?? Buffer.from(record.text);
    const bytesHash = sha256(bytes);
    const ownHash = recordContentHash(record, bytesHash, shared);
    if (ownHash === knownHash) return 'same';
    const ref = { seed: path, ordinal: record.ordinal };
    const read = readRecord(record, context, bytesHash);
    const whole = { ...read, value: withOverrides(read.value, defaults.overrides) };
    const { metadata } = whole.value ?? {};
    const decided = decisionsHash(config.decisions, path, record.ordinal, metadata?.id);
    return compileDocument(whole, ref, {
      config,
      contentHash: withDecisionHash(ownHash, decided),
      bytes,
      pictures,
    });
  });
}
