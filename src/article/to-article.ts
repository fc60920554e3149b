import type { Article, Section, SourceDocument } from '../model/article.ts';
import type { Authority } from '../model/authority.ts';
import type { Block, Heading } from '../model/block.ts';
import { blockText } from '../model/block-text.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { DownloadForm } from '../model/download.ts';
import type { Structure } from '../model/structure.ts';
import { articleContent, type ContentOptions } from './article-content.ts';
import { calendarsDisagree } from './calendars.ts';
import { collapse, countWords, readingMinutes } from './derive.ts';
import { headline } from './headline.ts';
import { articleKeywords } from './keywords.ts';
import { inlineHtml } from './markdown/inline-pipeline.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import { articleId, permalink } from './permalink.ts';
import { splitSections } from './sections.ts';
import { articleTerms } from './subjects.ts';
import { withoutControls } from './without-controls.ts';

/** What the site decides of every article. */
export interface ArticleOptions {
  readonly ids?: Config['ids'];
  /** Pattern of the page's place: `articles/{id}.html`. */
  readonly permalink: string;
  readonly recovery: ContentOptions;
  readonly authority: readonly Authority[];
  /** What an article can be taken away as: only for that is its Markdown kept. */
  readonly downloads: readonly DownloadForm[];
}

/** An article, and the headings that were not sure enough for its page. */
export interface MadeArticle {
  readonly article: Article;
  readonly suggestions: Structure['suggestions'];
}

/** A section's heading on one line, and as it is printed where that differs. */
function headingWords({ text, markup }: Heading): Pick<Section, 'heading' | 'markup'> {
  const heading = collapse(text);
  if (markup !== undefined) return { heading, markup };
  return heading === text
    ? { heading }
    : { heading, markup: inlineHtml([{ type: 'text', value: text }]) };
}

/** An article's blocks in their sections, named and numbered. */
function arrange(
  blocks: readonly Block[],
  recovered: Structure['headings'] | undefined,
): Pick<Article, 'lead' | 'sections' | 'paragraphsRecovered'> {
  const split = splitSections(blocks, recovered);
  const numbered = numberParagraphs([split.lead, ...split.sections.map((one) => one.blocks)]);
  const [lead = [], ...bodies] = numbered.parts;
  const sections = split.sections.map(
    ({ id, heading, origin, confidence }, i): Section => ({
      id,
      ...headingWords(heading),
      ...{ origin, confidence, blocks: bodies[i] ?? [] },
    }),
  );
  return { lead, sections, paragraphsRecovered: numbered.recovered };
}

/**
 * Turns a source document into the article that readers read. Pure; the same document and options
 * give the same article.
 */
export function toArticle(received: SourceDocument, options: ArticleOptions): Outcome<MadeArticle> {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  const document = withoutControls(received, report);
  const { provenance } = document;
  const content = articleContent(document, options.recovery, report);
  const { structure } = content;
  const { metadata, inferred, opening, titleAt, diagnostics } = content.inference;
  found.push(...diagnostics);
  const disagreement = calendarsDisagree({ ...document, metadata });
  if (disagreement !== undefined) report(disagreement);
  const text = content.blocks.map(blockText).join(' \n ');
  const id = articleId(metadata.id, provenance, options.ids);
  const { blocks, headingTaken, ...head } = headline({
    ...{ blocks: content.blocks, text, metadata, opening, id },
    ownTitle: content.title,
    isBehindOpening: titleAt !== 0,
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
    ...arrange(blocks, structure?.headings.slice(headingTaken ? 1 : 0)),
    ...(content.isMarkdown && options.downloads.includes('markdown')
      ? { markdown: document.text }
      : {}),
    ...(document.assets === undefined
      ? {}
      : { assets: document.assets.map(({ name, mediaType }) => ({ name, mediaType })) }),
    words,
    readingMinutes: readingMinutes(words),
  };
  return { value: { article, suggestions: structure?.suggestions ?? [] }, diagnostics: found };
}
