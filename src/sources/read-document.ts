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

/** The path of a file for diagnostics, and its bytes as received. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A seed with its sidecar, where there is one. */
export interface RawSeed extends RawFile {
  readonly sidecar?: RawFile;
  /** Used where the bytes of either do not determine the encoding. */
  readonly hints?: EncodingHints;
}

/**
 * Turns the bytes of a seed into source documents: decodes, parses, reads metadata. Each key of a
 * sidecar overrides that of the file.
 *
 * @param seed the seed's path under the seeds folder, and its bytes
 * @param sha256 lower-case hexadecimal SHA-256 of some bytes
 * @param knownFormats the registered formats
 * @returns the documents, numbered where there are several; none, with an error, where the seed holds
 *   no text. Never throws
 */
export function readDocuments(
  seed: RawSeed,
  sha256: (bytes: Uint8Array) => string,
  knownFormats: readonly Format[] = formats,
): Outcome<readonly SourceDocument[]> {
  const { path, bytes, hints } = seed;
  const format = formatOf(path, knownFormats);
  if (format === undefined) {
    const values = { extension: extensionOf(path) };
    const at = { severity: 'error', file: path } as const;
    return { value: [], diagnostics: [{ ...at, rule: 'seed-unknown-format', values }] };
  }
  const decoded = decode(bytes, path, hints);
  if (decoded.value === undefined) return { value: [], diagnostics: decoded.diagnostics };
  const repaired = repairDecoded(decoded.value, path);
  const parsed = format.parse(repaired.text, path);
  const sidecar = readSidecar(seed.sidecar, hints);
  const diagnostics = [...decoded.diagnostics, ...repaired.diagnostics, ...parsed.diagnostics];
  const provenance: Provenance = {
    path: path.normalize('NFC'),
    encoding: decoded.value.encoding,
    ...(repaired.repairs.length === 0 ? {} : { repairs: repaired.repairs }),
    sha256: sha256(bytes),
    bytes: bytes.length,
  };
  const documents = parsed.documents.map((parsedDocument, i): SourceDocument => {
    const ownMetadata = readMetadata(parsedDocument.metadata ?? new Map(), path);
    diagnostics.push(...ownMetadata.diagnostics, ...emptyDiagnostics(parsedDocument, path));
    return {
      provenance:
        parsed.documents.length === 1
          ? provenance
          : { ...provenance, record: { ordinal: i + 1, line: 1 } },
      ...contentOf(parsedDocument),
      metadata: { ...ownMetadata.value, ...sidecar.value },
      ...(parsedDocument.assets.length === 0 ? {} : { assets: parsedDocument.assets }),
      ...(repaired.isClean ? { isClean: true } : {}),
    };
  });
  return { value: documents, diagnostics: [...diagnostics, ...sidecar.diagnostics] };
}

/**
 * Reads the first source document of a seed; otherwise the same as `readDocuments`.
 *
 * @returns the document; undefined, with an error, where the seed holds no text. Never throws
 */
export function readDocument(
  seed: RawSeed,
  sha256: (bytes: Uint8Array) => string,
  knownFormats: readonly Format[] = formats,
): Outcome<SourceDocument | undefined> {
  const { value, diagnostics } = readDocuments(seed, sha256, knownFormats);
  return { value: value[0], diagnostics };
}

const contentOf = (parsed: ParsedDocument): Pick<SourceDocument, 'format' | 'text' | 'blocks'> =>
  parsed.format === 'blocks'
    ? { format: 'blocks', text: '', blocks: parsed.blocks }
    : { format: parsed.format, text: parsed.text };

/** Warns of metadata without text: they are published, but the text is probably missing. */
function emptyDiagnostics(parsed: ParsedDocument, file: string): readonly Diagnostic[] {
  const text = parsed.format === 'blocks' ? parsed.blocks.map(blockText).join('') : parsed.text;
  if (text.trim() !== '') return [];
  return [{ rule: 'seed-empty', severity: 'warning', file, values: {} }];
}

/** Returns the metadata in a sidecar; empty where there is no sidecar. Never throws. */
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
    // An empty sidecar is allowed.
    const diagnostics = decoded.diagnostics.filter(({ rule }) => rule !== 'seed-empty');
    return { value: {}, diagnostics };
  }
  const repaired = repairDecoded(decoded.value, file);
  const { map, diagnostics } = readYamlMap(repaired.text, file, 1);
  const metadata = readMetadata(map, file);
  const allDiagnostics = [...decoded.diagnostics, ...repaired.diagnostics];
  allDiagnostics.push(...diagnostics, ...metadata.diagnostics);
  return { value: metadata.value, diagnostics: allDiagnostics };
}
