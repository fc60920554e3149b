import { toArticle } from '../../article/to-article.ts';
import { heldDiagnostic, heldOn } from '../../catalogue/held.ts';
import { sortKeyOf } from '../../catalogue/sort-key.ts';
import type { Article, SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { CompiledDocument, DocumentRef } from '../../model/document.ts';
import { holdingMarks, type PublicationMark } from '../../model/publication.ts';
import type { HeadingSpan } from '../../model/structure.ts';
import { reservedBy } from '../../pages/kinds.ts';
import { withOwnDate } from '../../sources/publication.ts';
import { asOfNumber } from '../as-of.ts';
import { articleRow } from './article-row.ts';

/** An article converted from a source document. */
interface ConvertedArticle {
  readonly article: Article;
  readonly suggestions: readonly HeadingSpan[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Converts a document into an article; in a multi-record seed a diagnostic without a line gets the record's. */
function convertDocument(document: SourceDocument, config: Config): ConvertedArticle {
  const { value, diagnostics } = toArticle(document, config);
  const line = document.provenance.record?.line;
  return {
    ...value,
    diagnostics:
      line === undefined ? diagnostics : diagnostics.map((diagnostic) => ({ line, ...diagnostic })),
  };
}

/** Returns the diagnostic of an article whose output path is reserved for another page kind. */
function reservedAddress(
  { outputPath, provenance: { record } }: Article,
  file: string,
): Diagnostic | undefined {
  const kind = reservedBy(outputPath);
  if (kind === undefined) return undefined;
  const line = record?.line === undefined ? {} : { line: record.line };
  return {
    severity: 'error',
    file,
    ...line,
    rule: 'url-reserved',
    values: { url: outputPath, kind },
  };
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
}

/** Compiles the result of reading a document into what the catalogue stores; `ref` names the document. */
export function compileDocument(
  { value: document, diagnostics }: Outcome<SourceDocument | undefined>,
  ref: DocumentRef,
  { config, contentHash, bytes }: CompileInput,
): CompiledDocument {
  const stored = { ...ref, contentHash };
  if (document === undefined) return { ...stored, article: undefined, diagnostics };
  const { publication, ...metadata } = document.metadata;
  const converted = convertDocument(
    publication === undefined ? document : { ...document, metadata },
    config,
  );
  const { suggestions, diagnostics: conversion } = converted;
  const marks = publication && holdingMarks(withOwnDate(publication, metadata.date));
  const { article, told } = config.drafts
    ? withState(converted.article, marks, ref, config)
    : { article: converted.article, told: [] };
  const reserved = reservedAddress(article, ref.seed);
  return {
    ...stored,
    article: articleRow(article, suggestions, {
      refused: reserved !== undefined,
      original: config.downloads.includes('original') ? bytes : undefined,
      publication: config.drafts ? undefined : marks,
    }),
    diagnostics: [
      ...diagnostics,
      ...conversion,
      ...told,
      ...(reserved === undefined ? [] : [reserved]),
    ],
  };
}
