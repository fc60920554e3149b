import type { Provenance, SourceDocument } from '../model/article.ts';
import { blockText } from '../model/block-text.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxSidecarBytes } from '../model/limits.ts';
import type { Metadata } from '../model/metadata.ts';
import { decode } from './encodings/decode.ts';
import type { EncodingHints } from './encodings/mixed.ts';
import type { Format, ParsedDocument } from './format.ts';
import { extensionOf, formatOf, formats } from './formats.ts';
import { readMetadata } from './metadata.ts';
import { repairDecoded } from './repair/repair.ts';
import { readYamlMap } from './yaml/read-yaml.ts';

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
 * Turns the bytes of a seed into source documents: decodes, parses, reads metadata. What a sidecar says
 * goes before what the file itself says, key by key.
 *
 * @param seed the seed's path under the seeds folder and bytes
 * @param sha256 lower-case hexadecimal SHA-256 of bytes
 * @param among the formats that are known
 * @returns the documents, each with its number where there are several; none, with an error, where the
 *   seed holds no text. Never throws
 */
export function readDocuments(
  seed: RawSeed,
  sha256: (bytes: Uint8Array) => string,
  among: readonly Format[] = formats,
): Outcome<readonly SourceDocument[]> {
  const { path, bytes, hints } = seed;
  const format = formatOf(path, among);
  if (format === undefined) {
    const values = { extension: extensionOf(path) };
    const at = { severity: 'error', file: path } as const;
    return { value: [], diagnostics: [{ ...at, rule: 'seed-unknown-format', values }] };
  }
  const decoded = decode(bytes, path, hints);
  if (decoded.value === undefined) return { value: [], diagnostics: decoded.diagnostics };
  const repaired = repairDecoded(decoded.value, path);
  const parsed = format.parse(repaired.text, path);
  const beside = readSidecar(seed.sidecar, hints);
  const diagnostics = [...decoded.diagnostics, ...repaired.diagnostics, ...parsed.diagnostics];
  const provenance: Provenance = {
    path: path.normalize('NFC'),
    encoding: decoded.value.encoding,
    ...(repaired.repairs.length === 0 ? {} : { repairs: repaired.repairs }),
    sha256: sha256(bytes),
    bytes: bytes.length,
  };
  const documents = parsed.documents.map((one, i): SourceDocument => {
    const own = readMetadata(one.metadata ?? new Map(), path);
    diagnostics.push(...own.diagnostics, ...emptyDiagnostics(one, path));
    return {
      provenance:
        parsed.documents.length === 1
          ? provenance
          : { ...provenance, record: { ordinal: i + 1, line: 1 } },
      ...contentOf(one),
      metadata: { ...own.value, ...beside.value },
      ...(one.assets.length === 0 ? {} : { assets: one.assets }),
      ...(repaired.isClean ? { isClean: true } : {}),
    };
  });
  return { value: documents, diagnostics: [...diagnostics, ...beside.diagnostics] };
}

/**
 * Turns the bytes of a seed of one article into a source document; of a seed of several into the first.
 * All else is as `readDocuments` has it.
 *
 * @returns the document; undefined, with an error, where the seed holds no text. Never throws
 */
export function readDocument(
  seed: RawSeed,
  sha256: (bytes: Uint8Array) => string,
  among: readonly Format[] = formats,
): Outcome<SourceDocument | undefined> {
  const { value, diagnostics } = readDocuments(seed, sha256, among);
  return { value: value[0], diagnostics };
}

const contentOf = (parsed: ParsedDocument): Pick<SourceDocument, 'format' | 'text' | 'blocks'> =>
  parsed.format === 'blocks'
    ? { format: 'blocks', text: '', blocks: parsed.blocks }
    : { format: parsed.format, text: parsed.text };

/** Metadata without a text are published, but somebody probably forgot the text. */
function emptyDiagnostics(parsed: ParsedDocument, file: string): readonly Diagnostic[] {
  const text = parsed.format === 'blocks' ? parsed.blocks.map(blockText).join('') : parsed.text;
  if (text.trim() !== '') return [];
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
