import type { Encoding, Provenance, SourceDocument } from '../model/article.ts';
import { blockText } from '../model/block-text.ts';
import type { DateOrder } from '../model/date.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { FieldSetting } from '../model/field.ts';
import { maxSidecarBytes } from '../model/limits.ts';
import type { Metadata } from '../model/metadata.ts';
import type { Publication } from '../model/publication.ts';
import { combineMetadata } from './combine-metadata.ts';
import { unreadMetadata, wholeMetadata, withDamaged, withLostPrivacy } from './damaged-metadata.ts';
import { decode } from './encodings/decode.ts';
import type { EncodingHints } from './encodings/mixed.ts';
import { isFolderIndex } from './folder-metadata.ts';
import type { ConvertedFile, Format, ParsedDocument, ParsedFile } from './format.ts';
import { extensionOf, formatOf, formats } from './formats.ts';
import { readParsedMarkup } from './markup/parsed-markup.ts';
import { readMetadata } from './metadata.ts';
import { type RepairedText, repairDecoded, repairText } from './repair/repair.ts';
import { readYamlMap } from './yaml/read-yaml.ts';
import { seedYamlLimits } from './yaml/yaml-limits.ts';

/** The path of a file for diagnostics, and its bytes as received. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the settings say of the bytes and the keys of a file. */
export interface ReadingHints extends EncodingHints {
  /** The fields that the site declares. */
  readonly own?: readonly FieldSetting[];
}

/** A seed with its sidecar, where there is one. */
export interface RawSeed extends RawFile {
  readonly sidecar?: RawFile;
  /** What its folders say of it. */
  readonly inherited?: Metadata | undefined;
  /** Its text, where the bytes are those of a file that is no text. */
  readonly converted?: ConvertedFile;
  /** Used where the bytes of either do not determine the encoding. */
  readonly hints?: ReadingHints;
}

/** A seed as its format parses it. */
interface ParsedSeed {
  readonly parsed: ParsedFile;
  readonly encoding: Encoding;
  readonly repaired: Pick<RepairedText, 'text' | 'repairs' | 'isClean'>;
}

/** Decodes, repairs and parses the text of a seed. */
function parseText(
  { path, bytes, hints }: RawSeed,
  format: Format,
): Outcome<ParsedSeed | undefined> {
  const decoded = decode(bytes, path, hints);
  if (decoded.value === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const repaired = repairDecoded(decoded.value, path);
  const parsed = format.parse(repaired.text, path, hints?.own);
  const { encoding } = decoded.value;
  return {
    value: { parsed, encoding, repaired },
    diagnostics: [...decoded.diagnostics, ...repaired.diagnostics],
  };
}

/** Returns the parsed text of a file that is no text itself; its XML is UTF-8. */
function parsedPackage(
  { parsed, diagnostics }: ConvertedFile,
  file: string,
): Outcome<ParsedSeed | undefined> {
  const [document, ...others] = parsed?.documents ?? [];
  if (parsed === undefined || document === undefined) return { value: undefined, diagnostics };
  if (document.format === 'blocks') {
    const repaired = { text: '', repairs: [], isClean: false } as const;
    return { value: { parsed, encoding: 'utf-8', repaired }, diagnostics };
  }
  const repaired = repairText(document.text, { file, line: 1, hasLines: false });
  const documents = [{ ...document, text: repaired.text }, ...others] as const;
  return {
    value: { parsed: { ...parsed, documents }, encoding: 'utf-8', repaired },
    diagnostics: [...diagnostics, ...repaired.diagnostics],
  };
}

/**
 * Turns the bytes of a seed into source documents: decodes, parses, reads metadata. Of a file of one
 * article a sidecar goes before what the file itself says, key by key. For several articles it gives
 * what they do not say themselves, but no `headings`, which are those of one text.
 *
 * @param seed the seed's path under the seeds folder, and its bytes
 * @param sha256 lower-case hexadecimal SHA-256 of some bytes
 * @param knownFormats the registered formats
 * @returns one document or more, numbered where there are several and with its diagnostics;
 *   those of the whole file are with the first. One without a value, with an error, where the seed holds
 *   no text. Never throws
 */
export function readDocuments(
  seed: RawSeed,
  sha256: (bytes: Uint8Array) => string,
  knownFormats: readonly Format[] = formats,
): readonly [Outcome<SourceDocument | undefined>, ...Outcome<SourceDocument>[]] {
  const { path, bytes, hints } = seed;
  const format = formatOf(path, knownFormats);
  if (format === undefined || (format.convert !== undefined && seed.converted === undefined)) {
    const values = { extension: extensionOf(path) };
    const at = { severity: 'error', file: path } as const;
    return [{ value: undefined, diagnostics: [{ ...at, rule: 'seed-unknown-format', values }] }];
  }
  const whole =
    seed.converted === undefined ? parseText(seed, format) : parsedPackage(seed.converted, path);
  if (whole.value === undefined) return [{ value: undefined, diagnostics: whole.diagnostics }];
  const { parsed, encoding, repaired } = whole.value;
  const marked = readParsedMarkup(parsed.documents, path);
  const [firstParsed, ...otherParsed] = marked.documents;
  if (firstParsed === undefined) {
    const diagnostics = [...whole.diagnostics, ...marked.diagnostics];
    return [{ value: undefined, diagnostics }];
  }
  const repairs = [...repaired.repairs, ...marked.repairs];
  const sidecar = readSidecar(seed.sidecar, hints, seed.inherited?.dateOrder);
  const order = sidecar.value.dateOrder ?? seed.inherited?.dateOrder;
  const provenance: Provenance = {
    path: path.normalize('NFC'),
    encoding,
    ...(repairs.length === 0 ? {} : { repairs }),
    sha256: sha256(bytes),
    bytes: bytes.length,
  };
  const isAlone = marked.documents.length === 1;
  const documentOf = (one: ParsedDocument, i: number): Outcome<SourceDocument> => {
    const read = readMetadata(one.metadata ?? new Map(), path, order, hints?.own);
    const reading = [repaired.text, parsed.diagnostics, one.metadata] as const;
    const own = isAlone
      ? withDamaged(read.value, ...reading, false)
      : withLostPrivacy(read.value, ...reading);
    const value: SourceDocument = {
      provenance: isAlone ? provenance : { ...provenance, record: recordOf(one, i + 1) },
      ...contentOf(one),
      metadata: combineMetadata(
        seed.inherited,
        isAlone
          ? combineMetadata(own, sidecar.value)
          : combineMetadata(defaultsOf(sidecar.value), own),
      ),
      received: repaired.text,
      ...(one.assets.length === 0 ? {} : { assets: one.assets }),
      ...(repaired.isClean && marked.diagnostics.length === 0 ? { isClean: true } : {}),
    };
    // The text of a withdrawn article may have been deleted.
    const empty = value.metadata.withdrawn === undefined ? emptyDiagnostics(one, path) : [];
    return { value, diagnostics: [...read.diagnostics, ...empty] };
  };
  if (isAlone && isFolderIndex(path.slice(path.lastIndexOf('/') + 1)) && hasNoText(firstParsed)) {
    // Its front matter holds for the texts of its folder.
    const own = readMetadata(firstParsed.metadata ?? new Map(), path, order, hints?.own);
    return [{ value: undefined, diagnostics: [...parsed.diagnostics, ...own.diagnostics] }];
  }
  const { value, diagnostics } = documentOf(firstParsed, 0);
  const ofFile = [...whole.diagnostics, ...parsed.diagnostics];
  for (const one of marked.diagnostics) ofFile.push(one);
  return [
    { value, diagnostics: [...ofFile, ...diagnostics, ...sidecar.diagnostics] },
    ...otherParsed.map((one, i) => documentOf(one, i + 1)),
  ];
}

/** Returns metadata whose marks about publication name the file that says them. */
function marksIn(metadata: Metadata, file: string): Metadata {
  const { publication } = metadata;
  if (publication === undefined) return metadata;
  const marks = Object.entries(publication).map(([name, mark]) => [name, { ...mark, file }]);
  return { ...metadata, publication: Object.fromEntries(marks) as Publication };
}

/** Returns what a sidecar says for each of several articles. */
function defaultsOf({ headings: _, ...metadata }: Metadata): Metadata {
  return metadata;
}

const recordOf = ({ line }: ParsedDocument, ordinal: number): Provenance['record'] & object =>
  line === undefined ? { ordinal } : { ordinal, line };

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
  return readDocuments(seed, sha256, knownFormats)[0];
}

function contentOf(
  parsed: ParsedDocument,
): Pick<SourceDocument, 'format' | 'text' | 'textLine' | 'blocks'> {
  if (parsed.format === 'blocks') return { format: 'blocks', text: '', blocks: parsed.blocks };
  const { format, text, textLine = 1 } = parsed;
  return textLine === 1 ? { format, text } : { format, text, textLine };
}

/** Tells whether a folder's index has nothing but a title. */
const hasNoText = (parsed: ParsedDocument): boolean =>
  parsed.format !== 'blocks' && /^\s*(?:#[^\n]*\s*)?$/.test(parsed.text);

/** Warns of metadata without text: they are published, but the text is probably missing. */
function emptyDiagnostics(parsed: ParsedDocument, file: string): readonly Diagnostic[] {
  const text = parsed.format === 'blocks' ? parsed.blocks.map(blockText).join('') : parsed.text;
  if (text.trim() !== '') return [];
  const at = parsed.line === undefined ? { file } : { file, line: parsed.line };
  return [{ ...at, rule: 'seed-empty', severity: 'warning', values: {} }];
}

/** Returns the metadata in a sidecar; empty where there is no sidecar. Never throws. */
export function readSidecar(
  sidecar: RawFile | undefined,
  hints?: ReadingHints,
  order?: DateOrder,
): Outcome<Metadata> {
  if (sidecar === undefined) return { value: {}, diagnostics: [] };
  const { path: file, bytes } = sidecar;
  if (bytes.length > maxSidecarBytes) {
    const values = { bytes: bytes.length, limit: maxSidecarBytes };
    const at = { severity: 'error', file } as const;
    return {
      value: unreadMetadata(file),
      diagnostics: [{ ...at, rule: 'seed-too-large', values }],
    };
  }
  const decoded = decode(bytes, file, hints);
  if (decoded.value === undefined) {
    // An empty sidecar is allowed.
    const diagnostics = decoded.diagnostics.filter(({ rule }) => rule !== 'seed-empty');
    return { value: diagnostics.length === 0 ? {} : unreadMetadata(file), diagnostics };
  }
  const repaired = repairDecoded(decoded.value, file);
  const { map, diagnostics } = readYamlMap(repaired.text, file, 1, seedYamlLimits);
  const metadata = readMetadata(map, file, order, hints?.own);
  const whole = wholeMetadata(metadata.value, { text: repaired.text, file, map, diagnostics });
  const value = marksIn(whole, file);
  const allDiagnostics = [...decoded.diagnostics, ...repaired.diagnostics];
  allDiagnostics.push(...diagnostics, ...metadata.diagnostics);
  return { value, diagnostics: allDiagnostics };
}
