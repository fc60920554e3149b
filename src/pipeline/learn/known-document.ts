import { articleTextLanguage } from '../../arabic/text-language.ts';
import { type ArticleContent, articleContent } from '../../article/article-content.ts';
import { decidedPlaces } from '../../article/decided-structure.ts';
import { replaceControls } from '../../article/replace-controls.ts';
import type { SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import {
  decidedText,
  type KnownText,
  knownBlocks,
  knownText,
} from '../../structure/learn/known-structure.ts';
import { sourceName } from '../../structure/learn/learn-headings.ts';

/** What an article shows of its structure. */
export interface DocumentEvidence {
  /** The name of its source; empty where it has none. */
  readonly source: string;
  /** Its text with known structure; undefined where it lost its lines and no editor listed its headings. */
  readonly known: KnownText | undefined;
  /** Number of headings that an editor listed and its text lacks. */
  readonly missing: number;
}

const ignore = (): void => undefined;

/** Tells whether an article is in Arabic, so far as is known. */
export function isArabic({ metadata, text }: SourceDocument): boolean {
  const { language, title = '' } = metadata;
  if (language !== undefined) return /^ar\b/i.test(language);
  return articleTextLanguage(title, text) === undefined;
}

/** Most breaks of lines of a text that may be a flattened one: those around its title and byline. */
const mostBreaks = 12;

/** Tells whether a text may have lost its lines. */
export function mayBeFlattened({ format, text, metadata }: SourceDocument): boolean {
  if (format !== 'text' || metadata.headings !== undefined) return false;
  let breaks = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    breaks += 1;
    if (breaks > mostBreaks) return false;
  }
  return true;
}

/** Returns the content of an article without what the archive taught. */
export const plainContentOf = (
  document: SourceDocument,
  { recovery }: Pick<Config, 'recovery'>,
  report: (diagnostic: Diagnostic) => void = ignore,
): ArticleContent => articleContent(replaceControls(document, ignore), recovery, report);

/** Returns what an editor decided about a flattened text. */
function decidedOf({ text, decisions = [] }: SourceDocument): KnownText | undefined {
  const { accepted, rejected } = decidedPlaces(text, decisions);
  return decidedText(text, accepted, rejected);
}

/** Returns what an article shows of its structure. */
export function documentEvidence(document: SourceDocument, config: Config): DocumentEvidence {
  let missing = 0;
  // The level of the site does not change what is known.
  const { metadata } = config.recovery;
  const recovery: Config['recovery'] = { headings: 'cautious', paragraphs: true, metadata };
  const clean = replaceControls(document, ignore);
  const { structure, blocks, header, title } = plainContentOf(clean, { recovery }, ({ rule }) => {
    if (rule === 'heading-not-found' || rule === 'decision-not-found') missing += 1;
  });
  const isListed = clean.metadata.headings !== undefined;
  const ownTitle = title ?? header.metadata.title;
  const known =
    structure === undefined
      ? knownBlocks(blocks, ownTitle)
      : (knownText(clean.text, structure, ownTitle, isListed) ?? decidedOf(clean));
  return { source: sourceName(header.metadata.source), known, missing };
}
