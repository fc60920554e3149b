import type { SourceDocument } from '../model/article.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxSidecarBytes } from '../model/limits.ts';
import type { Metadata } from '../model/metadata.ts';
import { decode } from './decode.ts';
import type { EncodingHints } from './encodings/mixed.ts';
import { extensionOf, formatOf } from './formats.ts';
import { readMetadata } from './metadata.ts';
import { repairDecoded } from './repair/repair.ts';
import { readYamlMap } from './yaml.ts';

/** A file as read: its path for people, its bytes as received. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A seed as read, with the sidecar beside it where there is one. */
export interface RawSeed extends RawFile {
  readonly sidecar?: RawFile;
  /** Who knows the encoding of both, where their bytes do not tell. */
  readonly hints?: EncodingHints;
}

/**
 * Turns the bytes of a seed into a source document: decodes, parts off front matter, reads metadata.
 * What a sidecar says goes before front matter, key by key.
 *
 * @param seed the seed's path under the seeds folder and bytes
 * @param sha256 lower-case hexadecimal SHA-256 of bytes
 * @returns the document; undefined, with an error, where the seed holds no text. Never throws
 */
export function readDocument(
  seed: RawSeed,
  sha256: (bytes: Uint8Array) => string,
): Outcome<SourceDocument | undefined> {
  const { path, bytes, hints } = seed;
  const format = formatOf(path);
  if (format === undefined) {
    const values = { extension: extensionOf(path) };
    const at = { severity: 'error', file: path } as const;
    return {
      value: undefined,
      diagnostics: [{ ...at, rule: 'seed-unknown-format', values }],
    };
  }
  const decoded = decode(bytes, path, hints);
  if (decoded.value === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const repaired = repairDecoded(decoded.value, path);
  const parsed = format.parse(repaired.text, path);
  const own = readMetadata(parsed.metadata ?? new Map(), path);
  const beside = readSidecar(seed.sidecar, hints);
  return {
    value: {
      provenance: {
        path: path.normalize('NFC'),
        encoding: decoded.value.encoding,
        ...(repaired.repairs.length === 0 ? {} : { repairs: repaired.repairs }),
        sha256: sha256(bytes),
        bytes: bytes.length,
      },
      format: parsed.format,
      text: parsed.body,
      metadata: { ...own.value, ...beside.value },
      ...(repaired.isClean ? { isClean: true } : {}),
    },
    diagnostics: [
      ...decoded.diagnostics,
      ...repaired.diagnostics,
      ...parsed.diagnostics,
      ...own.diagnostics,
      ...bodyDiagnostics(parsed.body, path),
      ...beside.diagnostics,
    ],
  };
}

/** Metadata without a text are published, but somebody probably forgot the text. */
function bodyDiagnostics(body: string, file: string): readonly Diagnostic[] {
  if (body.trim() !== '') return [];
  return [{ rule: 'seed-empty', severity: 'warning', file, values: {} }];
}

/** Returns the metadata in a sidecar, none where there is no sidecar. Never throws. */
export function readSidecar(
  sidecar: RawFile | undefined,
  hints?: EncodingHints,
): Outcome<Metadata> {
  if (sidecar === undefined) return { value: {}, diagnostics: [] };
  const { path: file, bytes } = sidecar;
  if (bytes.length > maxSidecarBytes) {
    const values = { bytes: bytes.length, limit: maxSidecarBytes };
    const at = { severity: 'error', file } as const;
    return { value: {}, diagnostics: [{ ...at, rule: 'seed-too-large', values }] };
  }
  const decoded = decode(bytes, file, hints);
  if (decoded.value === undefined) {
    // An empty sidecar says nothing, and nothing is lost.
    const diagnostics = decoded.diagnostics.filter(({ rule }) => rule !== 'seed-empty');
    return { value: {}, diagnostics };
  }
  const repaired = repairDecoded(decoded.value, file);
  const { map, diagnostics } = readYamlMap(repaired.text, file, 1);
  const metadata = readMetadata(map, file);
  const found = [...decoded.diagnostics, ...repaired.diagnostics];
  found.push(...diagnostics, ...metadata.diagnostics);
  return { value: metadata.value, diagnostics: found };
}
