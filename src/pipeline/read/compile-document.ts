import { toArticle } from '../../article/to-article.ts';
import type { Article, SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { CompiledDocument, DocumentRef } from '../../model/document.ts';
import type { HeadingSpan } from '../../model/structure.ts';
import { reservedBy } from '../../pages/kinds.ts';
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

/** What a compiled document depends on besides the text that was read. */
export interface CompileInput {
  readonly config: Config;
  /** Hash of everything that the document was read from; undefined where some of it could not be read. */
  readonly contentHash: string | undefined;
  /** The bytes that the document was read from. */
  readonly bytes: Uint8Array | undefined;
  /** Number of the article among several in a file that is not one of records. */
  readonly part?: number | undefined;
}

/** Compiles the result of reading a document into what the catalogue stores; `ref` names the document. */
export function compileDocument(
  { value: document, diagnostics }: Outcome<SourceDocument | undefined>,
  ref: DocumentRef,
  { config, contentHash, bytes, part }: CompileInput,
): CompiledDocument {
  const stored = { ...ref, contentHash };
  if (document === undefined) return { ...stored, article: undefined, diagnostics };
  const { article, suggestions, diagnostics: conversion } = convertDocument(document, config);
  const reserved = reservedAddress(article, ref.seed);
  return {
    ...stored,
    article: articleRow(article, suggestions, {
      refused: reserved !== undefined,
      original: config.downloads.includes('original') ? bytes : undefined,
      part,
    }),
    diagnostics: [...diagnostics, ...conversion, ...(reserved === undefined ? [] : [reserved])],
  };
}
