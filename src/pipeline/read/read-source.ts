import type { LegacyEncoding, SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import { offersOriginals } from '../../model/download.ts';
import { maxSidecarBytes } from '../../model/limits.ts';
import { sha256 } from '../../publish/sha256.ts';
import { combineMetadata } from '../../sources/combine-metadata.ts';
import { unreadMetadata } from '../../sources/damaged-metadata.ts';
import { seedDecisionsHash } from '../../sources/decisions/decisions-of.ts';
import { declaredEncoding } from '../../sources/encodings/declared.ts';
import type { Format } from '../../sources/format.ts';
import { readDocuments } from '../../sources/read-document.ts';
import { readSeed } from '../../sources/seed-file.ts';
import type { FoundSeed } from '../../sources/walk.ts';
import type { ConvertedSeed } from './convert-seed.ts';
import { folderEncoding } from './folder-encoding.ts';
import { inheritedMetadata } from './inherited-metadata.ts';

/** The bytes of a seed that holds no records, and of its sidecar. */
interface SourceBytes {
  /** Undefined if the seed could not be read. */
  readonly seed: Uint8Array | undefined;
  /** Undefined if there is none or it could not be read. */
  readonly sidecar: Uint8Array | undefined;
  /** Whether the seed and its sidecar, if any, could be read. */
  readonly complete: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a seed and its sidecar; an unreadable sidecar does not stop the seed. */
function readBytes(file: FoundSeed, seed: Outcome<Uint8Array | undefined>): SourceBytes {
  const sidecar =
    seed.value === undefined || file.sidecar === undefined
      ? undefined
      : readSeed(file.sidecar, maxSidecarBytes);
  return {
    seed: seed.value,
    sidecar: sidecar?.value,
    complete: seed.value !== undefined && (sidecar === undefined || sidecar.value !== undefined),
    diagnostics: [...seed.diagnostics, ...(sidecar?.diagnostics ?? [])],
  };
}

/** The encoding of the other texts in a seed's folder, found only if needed. */
interface NeighbourHint {
  /** Returns the encoding; reads the folder on the first call. */
  readonly find: () => LegacyEncoding | undefined;
  /** The encoding found; undefined if `find` was not called. */
  readonly found: () => LegacyEncoding | 'none' | undefined;
}

/** Returns the encoding hint of a seed's folder. */
function neighbourHint(
  { absolute }: FoundSeed,
  formats: readonly Format[] | undefined,
): NeighbourHint {
  let encoding: LegacyEncoding | 'none' | undefined;
  return {
    find() {
      encoding ??= folderEncoding(absolute, formats) ?? 'none';
      return encoding === 'none' ? undefined : encoding;
    },
    found: () => encoding,
  };
}

/** Separates a content key from the folder's encoding, if the content depends on it. */
const neighbourMark = ' among ';

/** Returns the key of a content that depends only on its own bytes. */
const ownKey = (
  hash: string,
  sidecar: Uint8Array | undefined,
  unread: string | undefined,
): string => {
  const own = sidecar === undefined ? hash : `${hash} ${sha256(sidecar)}`;
  return unread === undefined ? own : `${own} unread`;
};

/** Returns the part of a key for the files of its folders. */
const folderKey = (hash: string): string => (hash === '' ? '' : ` in ${hash}`);

/** Returns the part of a key for the pictures that belong to a seed by their names. */
const pictureKey = (pictures: readonly string[] | undefined): string =>
  pictures === undefined ? '' : ` with ${sha256(Buffer.from(pictures.join('\n')))}`;

/** Returns the part of a key for an editor's decisions about headings. */
const decisionKey = (hash: string | undefined): string =>
  hash === undefined ? '' : ` decided ${hash}`;

/** Returns the key of a content that may also depend on the encoding of its folder. */
const keyWithNeighbours = (own: string, encoding: LegacyEncoding | 'none' | undefined): string =>
  encoding === undefined ? own : `${own}${neighbourMark}${encoding}`;

/**
 * Tells whether a seed with this content key must be read in every build: it is too short to show its
 * encoding, so the other texts in its folder decide, and these may change while the seed does not.
 */
export const dependsOnNeighbours = (contentKey: string): boolean =>
  contentKey.includes(neighbourMark);

/** Returns a document that is held, as its sidecar could not be read. */
const withUnreadSidecar = (
  { value, diagnostics }: Outcome<SourceDocument | undefined>,
  sidecar: string,
): Outcome<SourceDocument | undefined> => ({
  value: value && { ...value, metadata: combineMetadata(value.metadata, unreadMetadata(sidecar)) },
  diagnostics,
});

/** Room for the bytes of most seeds, one after the other, where they are not kept for download. */
const room = Buffer.allocUnsafeSlow(64 * 1024);

/** The result of reading a seed. */
export type Source =
  /** Its content is the known one. */
  | { readonly state: 'unchanged' }
  | {
      readonly state: 'read';
      /** Hash of everything that the result depends on; undefined if some of it could not be read. */
      readonly contentHash: string | undefined;
      /** All bytes of the seed, until the next seed is read where no originals are offered; undefined if it could not be read. */
      readonly bytes: Uint8Array | undefined;
      /** One for each article, or one without a value where the seed gives none. */
      readonly documents: readonly Outcome<SourceDocument | undefined>[];
    };

/**
 * Reads a seed that holds no records, and its sidecar. A seed with known bytes that alone decide its encoding is
 * not decoded again: a new checkout changes the time of every seed.
 *
 * @param knownHash content hash of the last reading; undefined for a new seed
 * @param formats the formats that are known; the built-in ones by default
 * @param conversion the bytes and the text of a seed that is no text itself
 */
export function readSource(
  file: FoundSeed,
  config: Config,
  knownHash: string | undefined,
  formats?: readonly Format[],
  conversion?: ConvertedSeed,
): Source {
  const { seed, sidecar, complete, diagnostics } = readBytes(
    file,
    conversion?.bytes ??
      readSeed(file, undefined, offersOriginals(config.downloads) ? undefined : room),
  );
  if (seed === undefined) {
    const documents = [{ value: undefined, diagnostics }];
    return { state: 'read', contentHash: undefined, bytes: undefined, documents };
  }
  const inherited = inheritedMetadata(file, config);
  if (inherited.value === undefined) {
    const documents = [{ value: undefined, diagnostics: inherited.diagnostics }];
    return { state: 'read', contentHash: undefined, bytes: undefined, documents };
  }
  const hash = sha256(seed);
  const own =
    ownKey(hash, sidecar, file.unreadSidecar) +
    folderKey(inherited.value.hash) +
    pictureKey(file.pictures) +
    decisionKey(seedDecisionsHash(config.decisions, file.path));
  if (complete && knownHash === own) return { state: 'unchanged' };
  const neighbours = neighbourHint(file, formats);
  const hints = {
    declared: declaredEncoding(file.path, config.encodings),
    neighbours: neighbours.find,
    own: config.fields,
  };
  const sidecarFile =
    file.sidecar === undefined || sidecar === undefined
      ? {}
      : { sidecar: { path: file.sidecar.path, bytes: sidecar } };
  const raw = {
    ...{ path: file.path, bytes: seed, ...sidecarFile, hints },
    ...(conversion?.converted === undefined ? {} : { converted: conversion.converted }),
    inherited: inherited.value.metadata,
  };
  const unread = file.unreadSidecar ?? (sidecar === undefined ? file.sidecar?.path : undefined);
  const read = readDocuments(raw, () => hash, formats).map((document) =>
    unread !== undefined ? withUnreadSidecar(document, unread) : document,
  );
  const contentHash = complete ? keyWithNeighbours(own, neighbours.found()) : undefined;
  if (contentHash !== undefined && contentHash === knownHash) return { state: 'unchanged' };
  const documents = read.map((document, i) =>
    i > 0 || diagnostics.length === 0
      ? document
      : { ...document, diagnostics: [...diagnostics, ...document.diagnostics] },
  );
  return { state: 'read', contentHash, bytes: seed, documents };
}
