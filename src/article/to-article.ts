import type { Article, Section, SourceDocument } from '../model/article.ts';
import type { Authority } from '../model/authority.ts';
import type { Block, Heading } from '../model/block.ts';
import { blockText } from '../model/block-text.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { DownloadForm } from '../model/download.ts';
import type { Structure } from '../model/structure.ts';
import { articleContent, type ContentOptions } from './article-content.ts';
import { articleTerms } from './article-terms.ts';
import { checkDates } from './check-dates.ts';
import { headline } from './headline.ts';
import { articleKeywords } from './keywords.ts';
import { limitHeadings } from './limit-headings.ts';
import { inlineHtml } from './markdown/inline-pipeline.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import { articleId, permalink } from './permalink.ts';
import { replaceControls } from './replace-controls.ts';
import { splitSections } from './sections.ts';
import { collapseSpace } from './titles.ts';
import { countWords, readingMinutes } from './word-count.ts';

/** Settings of the site that apply to every article. */
export interface ArticleOptions {
  readonly ids?: Config['ids'];
  /** Pattern of the page's output path: `articles/{id}.html`. */
  readonly permalink: string;
  readonly recovery: ContentOptions;
  readonly authority: readonly Authority[];
  /** Formats of download; the Markdown source is kept only for these. */
  readonly downloads: readonly DownloadForm[];
}

/** An article and the suggested headings, which were not confident enough for its page. */
export interface ConvertedArticle {
  readonly article: Article;
  readonly suggestions: Structure['suggestions'];
}

/** Returns a heading on one line, with its markup where the printed form differs. */
function sectionHeading({ text, markup }: Heading): Pick<Section, 'heading' | 'markup'> {
  const heading = collapseSpace(text);
  if (markup !== undefined) return { heading, markup };
  return heading === text
    ? { heading }
    : { heading, markup: inlineHtml([{ type: 'text', value: text }]) };
}

/** Splits blocks into lead and sections, with the ids of headings and paragraphs. */
function leadAndSections(
  blocks: readonly Block[],
  recovered: Structure['headings'] | undefined,
): Pick<Article, 'lead' | 'sections' | 'paragraphsRecovered'> {
  const split = splitSections(blocks, recovered);
  const numbered = numberParagraphs([
    split.lead,
    ...split.sections.map((section) => section.blocks),
  ]);
  const [lead = [], ...bodies] = numbered.parts;
  const sections = split.sections.map(
    ({ id, heading, origin, confidence }, i): Section => ({
      id,
      ...sectionHeading(heading),
      ...{ origin, confidence, blocks: bodies[i] ?? [] },
    }),
  );
  return { lead, sections, paragraphsRecovered: numbered.recovered };
}

/**
 * Converts a source document to an article. Pure: the same document and options give the same article.
 *
 * @returns the article, suggested headings, and the diagnostics of its content
 */
export function toArticle(
  source: SourceDocument,
  options: ArticleOptions,
): Outcome<ConvertedArticle> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const document = replaceControls(source, report);
  const { provenance } = document;
  const content = articleContent(document, options.recovery, report);
  const { structure } = content;
  const { metadata, inferred, headerLines, titleStart } = content.header;
  diagnostics.push(...content.header.diagnostics);
  const disagreement = checkDates({ ...document, metadata });
  if (disagreement !== undefined) report(disagreement);
  const text = content.blocks.map(blockText).join(' \n ');
  const id = articleId(metadata.id, provenance, options.ids);
  const { blocks, isHeadingHidden, ...head } = headline({
    ...{ blocks: content.blocks, text, metadata, headerLines, id },
    ownTitle: content.title,
    isBelowHeader: titleStart !== 0,
  });
  const { title } = head;
  const words = countWords(text);
  const article: Article = {
    id,
    outputPath: permalink(options.permalink, { id, title, date: metadata.date }),
    ...head,
    ...{ metadata, inferred, provenance },
    terms: articleTerms(
      metadata,
      () => [title, metadata.standfirst, text].join('\n'),
      options.authority,
    ),
    keywords: articleKeywords(title, text),
    ...leadAndSections(
      limitHeadings(blocks, text.length, provenance.path, report),
      structure?.headings.slice(isHeadingHidden ? 1 : 0),
    ),
    ...(content.isMarkdown && options.downloads.includes('markdown')
      ? { markdown: document.text }
      : {}),
    ...(document.assets === undefined
      ? {}
      : { assets: document.assets.map(({ name, mediaType }) => ({ name, mediaType })) }),
    words,
    readingMinutes: readingMinutes(words),
  };
  return { value: { article, suggestions: structure?.suggestions ?? [] }, diagnostics };
}
