import { withArchiveRights } from '../../article/archive-rights.ts';
import { withoutPictures } from '../../article/map-figures.ts';
import { toArticle } from '../../article/to-article.ts';
import { heldDiagnostic, heldOn } from '../../catalogue/held.ts';
import { withPictureHash } from '../../catalogue/seeds.ts';
import { sortKeyOf } from '../../catalogue/sort-key.ts';
import type { Article, SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { CompiledDocument, DocumentRef } from '../../model/document.ts';
import { offersOriginals } from '../../model/download.ts';
import type { PictureUse } from '../../model/picture.ts';
import { holdingMarks, type PublicationMark } from '../../model/publication.ts';
import type { HeadingSpan } from '../../model/structure.ts';
import { reservedBy } from '../../pages/kinds.ts';
import { sha256 } from '../../publish/sha256.ts';
import { decisionsOf } from '../../sources/decisions/decisions-of.ts';
import { withOwnFields, withoutDeclared } from '../../sources/own-fields.ts';
import { withOwnDate } from '../../sources/publication.ts';
import { asOfNumber } from '../as-of.ts';
import {
  attachPictures,
  type IllustratedArticle,
  mayHavePictures,
} from '../pictures/attach-pictures.ts';
import type { PictureReader } from '../pictures/picture-reader.ts';
import { articleRow, identityOf } from './article-row.ts';
import { namesToRedact, type WithheldNames, withheldNamesOf } from './names-to-redact.ts';
import { redactDocument } from './redact-document.ts';
import { withdrawDocument } from './withdraw-document.ts';

/** An article converted from a source document. */
interface ConvertedArticle {
  readonly article: Article;
  readonly suggestions: readonly HeadingSpan[];
  readonly signature?: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Its output path with the names that are withheld, where that shows one. */
  readonly plainPath?: string | undefined;
  /** Where a name that must be withheld is left. */
  readonly leftIn?: string | undefined;
  /** Number of pictures that are left out because names are withheld; undefined where none are. */
  readonly withheldPictures?: number;
}

/** Returns diagnostics of an article; in a multi-record seed one without a line gets the record's. */
function withLine(
  diagnostics: readonly Diagnostic[],
  { provenance }: SourceDocument,
): readonly Diagnostic[] {
  const line = provenance.record?.line;
  return line === undefined ? diagnostics : diagnostics.map((one) => ({ line, ...one }));
}

/** Converts a document into an article. */
function convertDocument(
  document: SourceDocument,
  config: Config,
  names: WithheldNames | undefined,
): ConvertedArticle {
  if (names !== undefined) return redactDocument(document, config, names.redactor);
  const { value, diagnostics } = toArticle(document, config);
  const { article, suggestions, signature } = value;
  return { article, suggestions, signature, diagnostics };
}

/** Returns the diagnostic of an article that is held back because a name cannot be withheld. */
function unsafe(
  file: string,
  names: WithheldNames | undefined,
  leftIn: string | undefined,
): Diagnostic | undefined {
  const at = { severity: 'error', file } as const;
  if (names?.unusable !== undefined) {
    return { ...at, rule: 'redact-name', values: { name: names.unusable } };
  }
  return leftIn === undefined
    ? undefined
    : { ...at, rule: 'redact-incomplete', values: { where: leftIn } };
}

/** Returns the diagnostic of an article whose output path is reserved for another page kind. */
function reservedAddress(outputPath: string, file: string): Diagnostic | undefined {
  const kind = reservedBy(outputPath);
  if (kind === undefined) return undefined;
  return { severity: 'error', file, rule: 'url-reserved', values: { url: outputPath, kind } };
}

/** Returns an article for a site that shows held ones: with its state, and the diagnostic that says why. */
function withState(
  article: Article,
  marks: readonly PublicationMark[] | undefined,
  { seed }: DocumentRef,
  config: Config,
): { readonly article: Article; readonly told: readonly Diagnostic[] } {
  const asOf = asOfNumber(config);
  const held = heldOn(marks, sortKeyOf(article.metadata.date), asOf);
  if (held === undefined) return { article, told: [] };
  const line = held.mark.line ?? article.provenance.record?.line;
  const mark = line === undefined ? held.mark : { ...held.mark, line };
  const told = [heldDiagnostic(seed, { ...held, mark }, asOf)];
  return { article: { ...article, held: held.state }, told };
}

/** What a compiled document depends on besides the text that was read. */
export interface CompileInput {
  readonly config: Config;
  /** Hash of everything that the document was read from; undefined where some of it could not be read. */
  readonly contentHash: string | undefined;
  /** The bytes that the document was read from. */
  readonly bytes: Uint8Array | undefined;
  /** Number of the article among several in a file that is not one of records. */
  readonly part?: number | undefined;
  /** Pictures that belong to it by their names. */
  readonly siblings?: readonly string[] | undefined;
  /** Opens the pictures of the seeds folder; without it none is shown. */
  readonly pictures?: (() => PictureReader) | undefined;
}

/** Returns the hash of what is published of an article's pictures. */
const hashOf = (uses: readonly PictureUse[]): string => sha256(Buffer.from(JSON.stringify(uses)));

/** Returns an article with its pictures; without withheld ones. */
function illustrate(
  article: Article,
  { provenance, assets = [] }: SourceDocument,
  withheld: number | undefined,
  { config, siblings = [], pictures }: CompileInput,
): IllustratedArticle {
  if (withheld !== undefined) {
    const count = withheld + siblings.length;
    const at = { severity: 'warning', file: provenance.path } as const;
    const told: Diagnostic = { ...at, rule: 'picture-withheld', values: { count } };
    return { article, uses: [], diagnostics: count === 0 ? [] : [told] };
  }
  if (!mayHavePictures(article, siblings)) return { article, uses: [], diagnostics: [] };
  if (pictures === undefined) {
    return { article: withoutPictures(article).article, uses: [], diagnostics: [] };
  }
  return attachPictures(article, {
    ...{ seed: provenance.path, line: provenance.record?.line, siblings, assets },
    ...{ settings: config.pictures, reader: pictures() },
  });
}

/** Compiles the result of reading a document into what the catalogue stores; `ref` names the document. */
export function compileDocument(
  read: Outcome<SourceDocument | undefined>,
  ref: DocumentRef,
  input: CompileInput,
): CompiledDocument {
  const { config, contentHash, bytes, part } = input;
  const stored = { ...ref, contentHash };
  const { seed: file } = ref;
  const { value: document } = read;
  const known = withoutDeclared(read.diagnostics, config.fields);
  if (document === undefined) return { ...stored, article: undefined, diagnostics: known };
  const own = withOwnFields(document.metadata, config.fields, file);
  const diagnostics = [...known, ...withLine(own.diagnostics, document)];
  const { publication, ...given } = own.metadata;
  const metadata = withArchiveRights(given, config);
  const isSame =
    publication === undefined && own.metadata === document.metadata && metadata === given;
  const plain = isSame && own.metadata === document.metadata ? document : { ...document, metadata };
  const decisions = decisionsOf(config.decisions, file, ref.ordinal, metadata.id);
  const open = decisions.length === 0 ? plain : { ...plain, decisions };
  if (metadata.withdrawn !== undefined) {
    const identity = identityOf(document.provenance, part, true);
    const article = withdrawDocument(open, config, withheldNamesOf(open, config), identity);
    const reserved = reservedAddress(article.outputPath, file);
    if (reserved === undefined) return { ...stored, article, diagnostics };
    const all = [...diagnostics, ...withLine([reserved], document)];
    return { ...stored, article: undefined, diagnostics: all };
  }
  const names = namesToRedact(open, config);
  const converted = convertDocument(open, config, names);
  const { suggestions, signature, plainPath, leftIn, withheldPictures } = converted;
  const refusal = unsafe(file, names, leftIn);
  if (refusal !== undefined) {
    const all = [...diagnostics, ...withLine([refusal], document)];
    return { ...stored, article: undefined, diagnostics: all };
  }
  const marks = publication && holdingMarks(withOwnDate(publication, metadata.date));
  const illustrated = illustrate(converted.article, open, withheldPictures, input);
  const { article, told } = config.drafts
    ? withState(illustrated.article, marks, ref, config)
    : { article: illustrated.article, told: [] };
  const reserved = reservedAddress(article.outputPath, file);
  const found = [
    ...converted.diagnostics,
    ...illustrated.diagnostics,
    ...(reserved === undefined ? [] : [reserved]),
  ];
  const isKept = names === undefined && offersOriginals(config.downloads);
  const row = articleRow(article, suggestions, {
    refused: reserved !== undefined,
    original: isKept ? bytes : undefined,
    publication: config.drafts ? undefined : marks,
    identity: identityOf(document.provenance, part, names !== undefined),
    pictures: illustrated.uses.length === 0 ? undefined : illustrated.uses,
    signature,
  });
  return {
    ...stored,
    ...(contentHash === undefined || illustrated.uses.length === 0
      ? {}
      : { contentHash: withPictureHash(contentHash, hashOf(illustrated.uses)) }),
    article: plainPath === undefined ? row : { ...row, plainPath },
    diagnostics: [...diagnostics, ...withLine([...found, ...told], document)],
  };
}
