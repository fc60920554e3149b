import { withoutPictures } from '../../article/map-figures.ts';
import { hashId, pathHash } from '../../article/permalink.ts';
import { isOnlyMark, textsOf } from '../../article/redact/redact-metadata.ts';
import { withoutPrivacyKeys } from '../../article/redact/redaction.ts';
import type { Redactor } from '../../article/redact/redactor.ts';
import { toArticle } from '../../article/to-article.ts';
import type { Article, ArticleTerm, SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { HeadingSpan } from '../../model/structure.ts';
import { articlePassages } from '../../outputs/article-passages.ts';

/** An article without its names. */
export interface RedactedArticle {
  readonly article: Article;
  readonly suggestions: readonly HeadingSpan[];
  readonly diagnostics: readonly Diagnostic[];
  /** The output path that the article would have with its names, where that shows one. */
  readonly plainPath: string | undefined;
  /** Where a name is left; then the article cannot be published. */
  readonly leftIn: string | undefined;
  /** Number of pictures that are left out: one may show a name. */
  readonly withheldPictures: number;
}

/** Tells whether the id of an article shows a name, or is a hash of one. */
function idShowsName(
  { id, metadata, provenance }: Article,
  config: Config,
  { has }: Redactor,
): boolean {
  if (has(id)) return true;
  if (metadata.id !== undefined || !has(provenance.path)) return false;
  const file = provenance.path.slice(provenance.path.lastIndexOf('/') + 1);
  // With a hash of the path a guessed name can be tested.
  return has(file) || config.ids === 'path' || id === pathHash(provenance);
}

/** Returns the terms that name nobody who is withheld, and are more than a mark. */
const openTerms = (terms: readonly ArticleTerm[], redactor: Redactor): readonly ArticleTerm[] =>
  terms.filter(
    (term) =>
      !isOnlyMark(term.name, redactor) && ![...textsOf(term)].some((text) => redactor.has(text)),
  );

/** Returns the text of inline HTML. */
const withoutTags = (markup: string): string => markup.replace(/<[^>]*>/g, '');

/** Returns where in an article a name is left; undefined where it has none. */
function nameLeftIn(article: Article, { has }: Redactor): string | undefined {
  for (const [key, value] of Object.entries(article)) {
    for (const text of textsOf(value)) if (has(text) || has(withoutTags(text))) return key;
  }
  for (const { text } of articlePassages(article)) if (has(text)) return 'text';
  return undefined;
}

/**
 * Converts a document to an article without its names: its text, metadata, terms, keywords, address and
 * provenance. An address or id that shows a name gives way to a hash of what is published anyway (the path
 * and the title without the names), with which no guessed name can be tested.
 */
export function redactDocument(
  document: SourceDocument,
  config: Config,
  redactor: Redactor,
): RedactedArticle {
  const { provenance } = document;
  const open = { ...document, metadata: withoutPrivacyKeys(document.metadata) };
  const { article: plain } = toArticle(open, config).value;
  const changesId = idShowsName(plain, config, redactor);
  const isMoved = changesId || redactor.has(plain.outputPath);
  const path = provenance.path
    .split('/')
    .map((part) => redactor.text(part))
    .join('/');
  const number = provenance.record === undefined ? '' : `#${provenance.record.ordinal}`;
  const newId = (title: string | undefined): string | undefined =>
    changesId ? hashId(`redacted ${path}${number} ${title ?? ''}`) : undefined;
  const { value, diagnostics } = toArticle(open, config, { redactor, newId, isMoved });
  const { sha256: _, ...origin } = value.article.provenance;
  const { article: bare, count: withheldPictures } = withoutPictures(value.article);
  const article: Article = {
    ...bare,
    provenance: { ...origin, path, bytes: 0 },
    terms: openTerms(value.article.terms, redactor),
  };
  const titleDiagnostic: Diagnostic = {
    ...{ rule: 'redact-title', severity: 'warning', file: provenance.path, values: {} },
  };
  return {
    article,
    suggestions: value.suggestions,
    diagnostics: isOnlyMark(article.title, redactor)
      ? [...diagnostics, titleDiagnostic]
      : diagnostics,
    plainPath: isMoved ? plain.outputPath : undefined,
    leftIn: nameLeftIn(article, redactor),
    withheldPictures,
  };
}
