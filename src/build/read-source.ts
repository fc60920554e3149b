import type { SourceDocument } from '../model/article.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxSidecarBytes } from '../model/limits.ts';
import { readDocument } from '../sources/read-document.ts';
import { readSeed } from '../sources/seed-file.ts';
import type { FoundSeed } from '../sources/walk.ts';
import { sha256 } from './sha256.ts';

/** What a seed holds: `content` is the hash of all its bytes, `read` what they say. */
export interface Source {
  /** Empty where something could not be read, so that it will be tried again. */
  readonly content: string;
  /** All of it; absent where it could not be read. */
  readonly bytes: Uint8Array | undefined;
  /** Called only where the content is not known yet. */
  read(): Outcome<SourceDocument | undefined>;
}

/** Reads a seed of one document and its sidecar; a sidecar that cannot be read does not hold the text back. */
export function readSource(found: FoundSeed): Source {
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
  const content = besideBytes === undefined ? hash : `${hash} ${sha256(besideBytes)}`;
  return {
    content: lacks ? '' : content,
    bytes,
    read() {
      const raw =
        sidecar === undefined || besideBytes === undefined
          ? {}
          : { sidecar: { path: sidecar.path, bytes: besideBytes } };
      const read = readDocument({ path: found.path, bytes, ...raw }, () => hash);
      return { value: read.value, diagnostics: [...diagnostics, ...read.diagnostics] };
    },
  };
}
