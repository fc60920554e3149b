import { articleTextLanguage } from '../arabic/text-language.ts';
import type { Article, Section, SourceDocument } from '../model/article.ts';
import type { Authority } from '../model/authority.ts';
import type { Block, Heading } from '../model/block.ts';
import { blockText } from '../model/block-text.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { FieldSetting } from '../model/field.ts';
import { maxTitleMarks } from '../model/limits.ts';
import type { Metadata } from '../model/metadata.ts';
import type { Structure } from '../model/structure.ts';
import { articleContent, type ContentOptions } from './article-content.ts';
import { articleTerms } from './article-terms.ts';
import { checkDates } from './check-dates.ts';
import { headline } from './headline.ts';
import { articleWords } from './keywords.ts';
import { limitHeadings } from './limit-headings.ts';
import { inlineHtml } from './markdown/inline-pipeline.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import { optionalParts } from './optional-parts.ts';
import { withSeparators } from './ornaments.ts';
import { articleId, givenId, permalink } from './permalink.ts';
import { type Redaction, redactAroundText } from './redact/redaction.ts';
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
  readonly fields?: readonly FieldSetting[];
  /** Downloads; the Markdown source is kept only for these. */
  readonly downloads: Config['downloads'];
  readonly keepsMarkdown?: boolean;
}

/** An article and the suggested headings, which were not confident enough for its page. */
export interface ConvertedArticle {
  readonly article: Article;
  readonly suggestions: Structure['suggestions'];
  /** The signature of its text; undefined where it is short, or names are withheld, which other texts may show. */
  readonly signature: string | undefined;
}

/** Returns a heading on one line, with its markup where the printed form differs. */
function sectionHeading({
  text,
  markup,
  number,
}: Heading): Pick<Section, 'heading' | 'markup' | 'number'> {
  const heading = collapseSpace(text);
  const ofNumber = number === undefined ? {} : { number };
  if (markup !== undefined) return { heading, markup, ...ofNumber };
  return heading === text
    ? { heading, ...ofNumber }
    : { heading, markup: inlineHtml([{ type: 'text', value: text }]), ...ofNumber };
}

/** Returns a text without the marks of withheld names, which say nothing of what it is about. */
const withoutMark = (text: string, mark: string): string => text.replaceAll(mark, ' ');

/** Most code units of a text that may be only a title. */
const maxTitle = 150;

/** Tells whether an article's only block is its title: one line, and no sentence. */
function isOnlyTitle([block]: readonly Block[], title: string): boolean {
  if (block?.kind !== 'paragraph' && block?.kind !== 'heading') return false;
  const text = block.text.trim();
  return text.length <= maxTitle && text === title && !/[.؟?!…][»")”]*$/.test(title);
}

/** Splits blocks into lead and sections, with the ids of headings and paragraphs. */
function leadAndSections(
  blocks: readonly Block[],
  recovered: Structure['headings'] | undefined,
): Pick<Article, 'lead' | 'sections' | 'paragraphsRecovered'> {
  const split = splitSections(withSeparators(blocks), recovered);
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

/** Returns metadata without what only says how they are read. */
function withoutDateOrder(metadata: Metadata): Metadata {
  if (metadata.dateOrder === undefined) return metadata;
  const { dateOrder: _, ...others } = metadata;
  return others;
}

/** Returns the diagnostic of a title that shows nothing or paints over other lines. */
function titleDiagnostic(rule: 'title-invisible' | 'title-marks', file: string): Diagnostic {
  const at = { severity: 'warning', file } as const;
  return rule === 'title-invisible'
    ? { ...at, rule, values: {} }
    : { ...at, rule, values: { limit: maxTitleMarks } };
}

/**
 * Converts a source document to an article. Pure: the same document and options give the same article.
 *
 * @param redaction how names are withheld, if any are
 * @returns the article, suggested headings, and the diagnostics of its content
 */
export function toArticle(
  source: SourceDocument,
  options: ArticleOptions,
  redaction?: Redaction,
): Outcome<ConvertedArticle> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const clean = replaceControls(source, report);
  const document = redaction === undefined ? clean : redactAroundText(clean, redaction);
  const { provenance } = document;
  const content = articleContent(document, options.recovery, report, redaction);
  const { structure } = content;
  const { metadata: stated, inferred, headerLines, titleStart } = content.header;
  const metadata = withoutDateOrder(stated);
  diagnostics.push(...content.header.diagnostics);
  const disagreement = checkDates({ ...document, metadata });
  if (disagreement !== undefined) report(disagreement);
  const text = content.blocks.map(blockText).join(' \n ');
  const newId = redaction?.newId(metadata.title ?? content.title);
  const id = newId ?? articleId(givenId(metadata, options.ids), provenance, options.ids);
  const head = headline({
    blocks: content.blocks,
    text,
    metadata,
    headerLines,
    id,
    ownTitle: content.title,
    isBelowHeader: titleStart !== 0,
  });
  const { blocks, isHeadingHidden, titleFault, title } = head;
  if (titleFault !== undefined) report(titleDiagnostic(titleFault, provenance.path));
  const words = countWords(text);
  const isTitleOnly = content.blocks.length === 1 && isOnlyTitle(content.blocks, title);
  if (isTitleOnly) {
    const { path: file } = provenance;
    report({ rule: 'title-only', severity: 'warning', file, values: {} });
  }
  const { keywords, signature } =
    redaction === undefined
      ? articleWords(title, text)
      : {
          ...articleWords(
            withoutMark(title, redaction.redactor.mark),
            withoutMark(text, redaction.redactor.mark),
          ),
          signature: undefined,
        };
  const language = metadata.language === undefined ? articleTextLanguage(title, text) : undefined;
  const keepsMarkdown =
    content.isMarkdown &&
    redaction === undefined &&
    (options.downloads.includes('markdown') || options.keepsMarkdown === true);
  const body = leadAndSections(
    limitHeadings(blocks, text.length, provenance.path, report),
    structure?.headings.slice(isHeadingHidden ? 1 : 0),
  );
  const article: Article = {
    id,
    outputPath: permalink(
      options.permalink,
      redaction?.isMoved
        ? { id, date: metadata.date, title: '', slug: undefined }
        : { id, date: metadata.date, title, slug: metadata.slug },
    ),
    title,
    titleDerived: head.titleDerived,
    description: head.description,
    descriptionDerived: head.descriptionDerived,
    metadata,
    inferred,
    provenance,
    terms: articleTerms(
      metadata,
      () => [title, metadata.standfirst, text].join('\n'),
      options.authority,
      options.fields,
    ),
    keywords,
    lead: body.lead,
    sections: body.sections,
    paragraphsRecovered: body.paragraphsRecovered,
    // One object for what few articles have: each one that is spread takes as long as ten members.
    ...optionalParts(content, document, {
      isRedacted: redaction !== undefined,
      keepsMarkdown,
      language,
    }),
    words,
    readingMinutes: isTitleOnly ? 0 : readingMinutes(words),
  };
  return {
    value: { article, suggestions: structure?.suggestions ?? [], signature },
    diagnostics,
  };
}
