import type { LegacyEncoding, SourceDocument } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxSidecarBytes } from '../model/limits.ts';
import { declaredEncoding } from '../sources/encodings/declared.ts';
import { readDocument } from '../sources/read-document.ts';
import { readSeed } from '../sources/seed-file.ts';
import type { FoundSeed } from '../sources/walk.ts';
import { folderEncoding } from './folder-encoding.ts';
import { sha256 } from './sha256.ts';

/** What a seed holds: `content` is the hash of all that its reading follows from, `read` what it says. */
export interface Source {
  /** Empty where something could not be read, so that it will be tried again. */
  readonly content: string;
  /** All of it; absent where it could not be read. */
  readonly bytes: Uint8Array | undefined;
  /** Called only where the content is not known yet. */
  read(): Outcome<SourceDocument | undefined>;
}

/** Stands in a content before what the texts around a seed said of its encoding. */
const besides = ' among ';

/**
 * Returns whether a seed of this content must be looked at in every build: it is too short to show its
 * encoding, so the texts around it decide, and these may change while it does not.
 */
export const dependsOnNeighbours = (content: string): boolean => content.includes(besides);

/**
 * Reads a seed of one document and its sidecar; a sidecar that cannot be read does not hold the text back.
 *
 * @param known the content that was read the last time; empty for a new seed
 */
export function readSource(found: FoundSeed, { encodings }: Config, known = ''): Source {
  const diagnostics: Diagnostic[] = [];
  const seed = readSeed(found);
  diagnostics.push(...seed.diagnostics);
  const bytes = seed.value;
  if (bytes === undefined)
    return { content: '', bytes, read: () => ({ value: undefined, diagnostics }) };
  const { sidecar } = found;
  const beside = sidecar && readSeed(sidecar, maxSidecarBytes);
  diagnostics.push(...(beside?.diagnostics ?? []));
  const hash = sha256(bytes);
  const besideBytes = beside?.value;
  const lacks = sidecar !== undefined && besideBytes === undefined;
  const own = besideBytes === undefined ? hash : `${hash} ${sha256(besideBytes)}`;
  let asked: LegacyEncoding | 'none' | undefined;
  const neighbours = (): LegacyEncoding | undefined => {
    asked ??= folderEncoding(found.absolute) ?? 'none';
    return asked === 'none' ? undefined : asked;
  };
  const declared = declaredEncoding(found.path, encodings);
  const raw =
    sidecar === undefined || besideBytes === undefined
      ? {}
      : { sidecar: { path: sidecar.path, bytes: besideBytes } };
  function read(): Outcome<SourceDocument | undefined> {
    const hints = { declared, neighbours };
    const given = { path: found.path, bytes: bytes ?? new Uint8Array(), ...raw, hints };
    const outcome = readDocument(given, () => hash);
    return { value: outcome.value, diagnostics: [...diagnostics, ...outcome.diagnostics] };
  }
  // What its own bytes decided once they decide again.
  if (known === own && !lacks) return { content: own, bytes, read };
  const outcome = read();
  const content = asked === undefined ? own : `${own}${besides}${asked}`;
  return { content: lacks ? '' : content, bytes, read: () => outcome };
}
