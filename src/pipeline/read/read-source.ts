import type { LegacyEncoding, SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import { maxSidecarBytes } from '../../model/limits.ts';
import { sha256 } from '../../publish/sha256.ts';
import { declaredEncoding } from '../../sources/encodings/declared.ts';
import type { Format } from '../../sources/format.ts';
import { readDocuments } from '../../sources/read-document.ts';
import { readSeed } from '../../sources/seed-file.ts';
import type { FoundSeed } from '../../sources/walk.ts';
import { folderEncoding } from './folder-encoding.ts';

/** The bytes of a seed that is not one of records, and of its sidecar. */
interface SourceBytes {
  /** Undefined where the seed could not be read. */
  readonly seed: Uint8Array | undefined;
  /** Undefined where there is none or it could not be read. */
  readonly sidecar: Uint8Array | undefined;
  /** Whether all that is there could be read. */
  readonly complete: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a seed and its sidecar; a sidecar that cannot be read does not hold the seed back. */
function readBytes(found: FoundSeed): SourceBytes {
  const seed = readSeed(found);
  const sidecar =
    seed.value === undefined || found.sidecar === undefined
      ? undefined
      : readSeed(found.sidecar, maxSidecarBytes);
  return {
    seed: seed.value,
    sidecar: sidecar?.value,
    complete: seed.value !== undefined && (sidecar === undefined || sidecar.value !== undefined),
    diagnostics: [...seed.diagnostics, ...(sidecar?.diagnostics ?? [])],
  };
}

/** What the texts around a seed said of its encoding, where they were asked. */
interface NeighbourHint {
  /** Asks them, once. */
  readonly ask: () => LegacyEncoding | undefined;
  /** What they said; undefined where nobody asked. */
  readonly answer: () => LegacyEncoding | 'none' | undefined;
}

/** Returns the hint that the other texts of a seed's folder give. */
function neighbourHint(
  { absolute }: FoundSeed,
  formats: readonly Format[] | undefined,
): NeighbourHint {
  let answer: LegacyEncoding | 'none' | undefined;
  return {
    ask() {
      answer ??= folderEncoding(absolute, formats) ?? 'none';
      return answer === 'none' ? undefined : answer;
    },
    answer: () => answer,
  };
}

/** Stands in a content key before what the texts around a seed said of its encoding. */
const besides = ' among ';

/** Returns the key of a content that its own bytes decide. */
const ownKey = (hash: string, sidecar: Uint8Array | undefined): string =>
  sidecar === undefined ? hash : `${hash} ${sha256(sidecar)}`;

/** Returns the key of a content which the texts around the seed have decided with its own bytes. */
const keyAmong = (own: string, answer: LegacyEncoding | 'none' | undefined): string =>
  answer === undefined ? own : `${own}${besides}${answer}`;

/**
 * Returns whether a seed of this content key must be looked at in every build: it is too short to show
 * its encoding, so the texts around it decide, and these may change while it does not.
 */
export const dependsOnNeighbours = (content: string): boolean => content.includes(besides);

/** What reading a seed gave. */
export type Source =
  /** It is what it was when it was last read. */
  | { readonly state: 'unchanged' }
  | {
      readonly state: 'read';
      /** Hash of all that the reading follows from; undefined where some of it could not be read. */
      readonly content: string | undefined;
      /** All bytes of the seed; undefined where it could not be read. */
      readonly bytes: Uint8Array | undefined;
      /** One for each article, or one without a value where the seed gives none. */
      readonly documents: readonly Outcome<SourceDocument | undefined>[];
    };

/**
 * Reads a seed that is not one of records, and its sidecar. One whose bytes are known, and decide its encoding alone,
 * is not decoded again: a fresh checkout touches every seed.
 *
 * @param known the content that was read the last time; undefined for a new seed
 * @param formats the formats that are known; the built-in ones by default
 */
export function readSource(
  found: FoundSeed,
  { encodings }: Config,
  known: string | undefined,
  formats?: readonly Format[],
): Source {
  const { seed, sidecar, complete, diagnostics } = readBytes(found);
  if (seed === undefined) {
    const documents = [{ value: undefined, diagnostics }];
    return { state: 'read', content: undefined, bytes: undefined, documents };
  }
  const hash = sha256(seed);
  const own = ownKey(hash, sidecar);
  if (complete && known === own) return { state: 'unchanged' };
  const neighbours = neighbourHint(found, formats);
  const hints = {
    declared: declaredEncoding(found.path, encodings),
    neighbours: neighbours.ask,
  };
  const beside =
    found.sidecar === undefined || sidecar === undefined
      ? {}
      : { sidecar: { path: found.sidecar.path, bytes: sidecar } };
  const raw = { path: found.path, bytes: seed, ...beside, hints };
  const read = readDocuments(raw, () => hash, formats);
  const content = complete ? keyAmong(own, neighbours.answer()) : undefined;
  if (content !== undefined && content === known) return { state: 'unchanged' };
  const documents = read.map((document, i) =>
    i > 0 || diagnostics.length === 0
      ? document
      : { ...document, diagnostics: [...diagnostics, ...document.diagnostics] },
  );
  return { state: 'read', content, bytes: seed, documents };
}
