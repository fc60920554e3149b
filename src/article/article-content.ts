import type { SourceDocument } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Structure } from '../model/structure.ts';
import { titleLine } from '../structure/title-line.ts';
import { type ArticleHeader, readArticleHeader } from './header/article-header.ts';
import { completeDates } from './header/derived-dates.ts';
import { structureBelow } from './header/structure-below.ts';
import { joinedLines, type ManyLines, manyLines } from './joined-lines.ts';
import { type MarkdownBlocks, markdownBlocks } from './markdown/markdown-blocks.ts';
import type { References } from './markdown/references.ts';
import { markedStructure, type UnmarkedText, withoutPageMarks } from './page-marks.ts';
import { placePageMarks } from './place-page-marks.ts';
import { plainBlocks } from './plain-blocks.ts';
import type { ArchiveRecovery } from './recover-structure.ts';
import { redactReferences } from './redact/redact-references.ts';
import { type Redaction, redactBlocks } from './redact/redaction.ts';
import type { Redactor } from './redact/redactor.ts';
import { asTitle } from './titles.ts';

/** What is inferred from a text: structure and metadata. */
export type ContentOptions = ArchiveRecovery & {
  /** Whether missing metadata are inferred from the text. */
  readonly metadata: boolean;
};

/** The content of a source document: its blocks, header and title line. */
export interface ArticleContent {
  readonly blocks: readonly Block[];
  /** The structure of a plain text, whether recovered or an editor's. */
  readonly structure?: Structure;
  /** Whether the blocks were parsed from Markdown. */
  readonly isMarkdown: boolean;
  /** Metadata inferred from the first and last lines. */
  readonly header: ArticleHeader;
  /** The title line of the text: its first line or heading, where that is a title. */
  readonly title?: string;
  /** The links of a Markdown text; absent where it has none. */
  readonly links?: References;
}

type Report = (diagnostic: Diagnostic) => void;

/** Reads the article header, where metadata are to be inferred. */
function headerOf(text: string, document: SourceDocument, options: ContentOptions): ArticleHeader {
  const { metadata, provenance } = document;
  const header = options.metadata
    ? readArticleHeader(text, metadata, provenance.path)
    : { metadata, inferred: [], headerLines: [], titleStart: 0, diagnostics: [] };
  if (header.metadata.date !== undefined) return header;
  const dated = completeDates(header.metadata, provenance, options.metadata);
  return {
    ...header,
    metadata: dated.metadata,
    inferred: [...header.inferred, ...dated.inferred],
    diagnostics: [...header.diagnostics, ...dated.diagnostics],
  };
}

/** Number of blocks at either end of an article that may hold its header. */
const outerBlocks = 8;

/**
 * Returns the first and last headings and paragraphs of an article, each on its own line. Other blocks are
 * an ellipsis, because a quotation or a table has no header lines.
 */
function outerLines(blocks: readonly Block[]): string {
  const outer =
    blocks.length <= outerBlocks * 2
      ? blocks
      : [...blocks.slice(0, outerBlocks), ...blocks.slice(-outerBlocks)];
  return outer
    .map((block) => (block.kind === 'paragraph' || block.kind === 'heading' ? block.text : '…'))
    .join('\n');
}

function plainContent(
  received: SourceDocument,
  options: ContentOptions,
  report: Report,
  redaction: Redaction | undefined,
): ArticleContent {
  const document =
    redaction === undefined
      ? received
      : { ...received, text: redaction.redactor.text(received.text) };
  const unmarked = withoutPageMarks(document.text);
  const { text } = unmarked ?? document;
  const clean = unmarked === undefined ? document : { ...document, text };
  const header = withFirstPage(headerOf(text, clean, options), document.text, unmarked, options);
  const { value, diagnostics } = structureBelow(clean, header, options);
  diagnostics.forEach(report);
  const body = bodyBelow(text, header);
  const line = titleLine(body);
  const structure = unmarked === undefined ? value : markedStructure(value, unmarked);
  const blocks = markedBlocks(plainBlocks(document.text, structure), document.text, unmarked);
  return {
    ...{ blocks, structure, header, isMarkdown: false },
    ...(line === undefined ? {} : { title: asTitle(body.slice(line.start, line.end)) }),
  };
}

/** Returns a text from its title on, without the header lines between the title and the body. */
function bodyBelow(text: string, { titleStart, titled }: ArticleHeader): string {
  if (titled === undefined) return titleStart === 0 ? text : text.slice(titleStart);
  return `${text.slice(titleStart, titled.titleEnd)}\n\n${text.slice(titled.bodyStart)}`;
}

/** Returns a header with the page of the mark that opens the text. */
function withFirstPage(
  header: ArticleHeader,
  text: string,
  unmarked: UnmarkedText | undefined,
  options: ContentOptions,
): ArticleHeader {
  const [first] = unmarked?.marks ?? [];
  if (first === undefined || !options.metadata || header.metadata.page !== undefined) return header;
  if (text.slice(0, first.start).trim() !== '') return header;
  const words = asTitle(text.slice(first.start, first.end));
  return {
    ...header,
    metadata: { ...header.metadata, page: first.page },
    inferred: [{ keys: ['page'], words }, ...header.inferred],
  };
}

/** Returns the blocks of a plain text with its page marks as blocks and anchors. */
function markedBlocks(
  blocks: readonly Block[],
  text: string,
  unmarked: UnmarkedText | undefined,
): readonly Block[] {
  if (unmarked === undefined) return blocks;
  const lines = unmarked.marks.map(({ start, end }) => text.slice(start, end).trim());
  return placePageMarks(blocks, new Set(lines.filter((line) => !line.startsWith('['))));
}

/** Returns the blocks of a Markdown text with their names replaced; its source spans are left out. */
function redactMarkdown(
  { blocks, title, links }: MarkdownBlocks,
  textRedactor: Redactor,
): MarkdownBlocks {
  const { references, redactor } = redactReferences(links.references, textRedactor);
  return {
    blocks: redactBlocks(blocks, redactor),
    ...(title === undefined ? {} : { title: redactor.text(title) }),
    links: { references, spans: [] },
  };
}

function markdownContent(
  document: SourceDocument,
  options: ContentOptions,
  report: Report,
  redaction: Redaction | undefined,
): ArticleContent {
  const markdown = markdownBlocks(document, report);
  if (markdown === undefined) return plainContent(document, options, report, redaction);
  const { blocks, title, links } =
    redaction === undefined ? markdown : redactMarkdown(markdown, redaction.redactor);
  const header = headerOf(outerLines(blocks), document, options);
  return {
    ...{ blocks: placePageMarks(blocks), isMarkdown: true, header },
    ...(title === undefined ? {} : { title }),
    ...(links.references.length === 0 ? {} : { links }),
  };
}

/** Returns the content of a text of too many lines, several of which are a paragraph. */
function joinedContent(
  document: SourceDocument,
  many: ManyLines,
  options: ContentOptions,
  report: Report,
  redaction: Redaction | undefined,
): ArticleContent {
  const { provenance } = document;
  const text = redaction === undefined ? document.text : redaction.redactor.text(document.text);
  const { lines, limit } = many;
  const at = { severity: 'warning', file: provenance.path } as const;
  report({ ...at, rule: 'lines-joined', values: { lines, limit } });
  const header = headerOf(text, document, options);
  return { blocks: joinedLines(text, many), isMarkdown: false, header };
}

function givenContent(
  document: SourceDocument,
  blocks: readonly Block[],
  options: ContentOptions,
): ArticleContent {
  const header = headerOf(outerLines(blocks), document, options);
  const [first] = blocks;
  const title =
    first?.kind === 'heading' && first.level === 1 ? { title: asTitle(first.text) } : {};
  return { blocks, isMarkdown: false, header, ...title };
}

/**
 * Returns the content of a source document: the blocks that the input format provides, those of its
 * Markdown, or those of structure recovery in its plain text. An editor's headings are exact strings of
 * the text, so Markdown with such a list is read as plain text.
 *
 * @param report receives diagnostics of the content
 * @param redaction how names in the text are withheld, if any are
 */
export function articleContent(
  document: SourceDocument,
  options: ContentOptions,
  report: Report,
  redaction?: Redaction,
): ArticleContent {
  if (document.blocks !== undefined) return givenContent(document, document.blocks, options);
  const many = manyLines(document.text);
  if (many !== undefined) return joinedContent(document, many, options, report, redaction);
  return document.format === 'markdown' && document.metadata.headings === undefined
    ? markdownContent(document, options, report, redaction)
    : plainContent(document, options, report, redaction);
}
