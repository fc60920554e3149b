import { toArticle } from '../../article/to-article.ts';
import type { Article, SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { CompiledDocument, DocumentRef } from '../../model/document.ts';
import type { HeadingSpan } from '../../model/structure.ts';
import { reservedBy } from '../../pages/kinds.ts';
import { articleRow } from './article-row.ts';
import { namesToRedact, type WithheldNames, withheldNamesOf } from './names-to-redact.ts';
import { redactDocument } from './redact-document.ts';
import { withdrawDocument } from './withdraw-document.ts';

/** An article converted from a source document. */
interface ConvertedArticle {
  readonly article: Article;
  readonly suggestions: readonly HeadingSpan[];
  readonly diagnostics: readonly Diagnostic[];
  /** Its output path with the names that are withheld, where that shows one. */
  readonly plainPath?: string | undefined;
  /** Where a name that must be withheld is left. */
  readonly leftIn?: string | undefined;
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
  return { ...value, diagnostics };
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
  const { seed: file } = ref;
  if (document.metadata.withdrawn !== undefined) {
    const article = withdrawDocument(document, config, withheldNamesOf(document, config));
    const reserved = reservedAddress(article.outputPath, file);
    if (reserved === undefined) return { ...stored, article, diagnostics };
    const all = [...diagnostics, ...withLine([reserved], document)];
    return { ...stored, article: undefined, diagnostics: all };
  }
  const names = namesToRedact(document, config);
  const converted = convertDocument(document, config, names);
  const { article, suggestions, plainPath, leftIn } = converted;
  const held = unsafe(file, names, leftIn);
  if (held !== undefined) {
    const all = [...diagnostics, ...withLine([held], document)];
    return { ...stored, article: undefined, diagnostics: all };
  }
  const reserved = reservedAddress(article.outputPath, file);
  const own = reserved === undefined ? converted.diagnostics : [...converted.diagnostics, reserved];
  const isKept = names === undefined && config.downloads.includes('original');
  const row = articleRow(article, suggestions, {
    refused: reserved !== undefined,
    original: isKept ? bytes : undefined,
  });
  return {
    ...stored,
    article: plainPath === undefined ? row : { ...row, plainPath },
    diagnostics: [...diagnostics, ...withLine(own, document)],
  };
}
