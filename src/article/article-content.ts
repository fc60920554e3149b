import type { SourceDocument } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Structure } from '../model/structure.ts';
import type { RecoveryOptions } from '../structure/recover.ts';
import { titleLine } from '../structure/title-line.ts';
import { asTitle } from './derive.ts';
import { type Inference, inferMetadata } from './header/infer.ts';
import { markdownBlocks } from './markdown/markdown-blocks.ts';
import { plainBlocks } from './plain-blocks.ts';
import { recoverStructure } from './recover-structure.ts';
import { outerLines } from './title-line.ts';

/** How far a text is read for what it does not mark. */
export type ContentOptions = RecoveryOptions & {
  /** Whether the text completes its metadata. */
  readonly metadata: boolean;
};

/** What a source document says: its blocks, and what these say of the article. */
export interface ArticleContent {
  readonly blocks: readonly Block[];
  /** Of a text whose structure is not its author's own. */
  readonly structure?: Structure;
  /** Whether the blocks were made of Markdown. */
  readonly isMarkdown: boolean;
  /** What the head and the foot of the text say. */
  readonly inference: Inference;
  /** The text's own title, where its first line or heading is one. */
  readonly title?: string;
}

type Report = (diagnostic: Diagnostic) => void;

/** What a text says of itself at its head and foot, where it is asked for. */
function infer(text: string, document: SourceDocument, options: ContentOptions): Inference {
  const { metadata, provenance } = document;
  return options.metadata
    ? inferMetadata(text, metadata, provenance.path)
    : { metadata, inferred: [], opening: [], titleAt: 0, diagnostics: [] };
}

function plainContent(
  document: SourceDocument,
  options: ContentOptions,
  report: Report,
): ArticleContent {
  const { text } = document;
  const inference = infer(text, document, options);
  const { value: structure, diagnostics } = recoverStructure(document, options);
  diagnostics.forEach(report);
  const body = inference.titleAt === 0 ? text : text.slice(inference.titleAt);
  const line = titleLine(body);
  const blocks = plainBlocks(text, structure);
  return {
    ...{ blocks, structure, inference, isMarkdown: false },
    ...(line === undefined ? {} : { title: asTitle(body.slice(line.start, line.end)) }),
  };
}

function markdownContent(
  document: SourceDocument,
  options: ContentOptions,
  report: Report,
): ArticleContent {
  const read = markdownBlocks(document, report);
  if (read === undefined) return plainContent(document, options, report);
  const { blocks, title } = read;
  const inference = infer(outerLines(blocks), document, options);
  return { blocks, isMarkdown: true, inference, ...(title === undefined ? {} : { title }) };
}

function givenContent(
  document: SourceDocument,
  blocks: readonly Block[],
  options: ContentOptions,
): ArticleContent {
  const inference = infer(outerLines(blocks), document, options);
  const [first] = blocks;
  const title =
    first?.kind === 'heading' && first.level === 1 ? { title: asTitle(first.text) } : {};
  return { blocks, isMarkdown: false, inference, ...title };
}

/**
 * Returns the content of a source document: blocks that the source gives, those of its Markdown, or those
 * that structure recovery finds in its plain text. An editor's headings are strings of the text as it
 * stands, so that Markdown with such a list is read as plain text.
 *
 * @param report is told what was found wrong on the way
 */
export function articleContent(
  document: SourceDocument,
  options: ContentOptions,
  report: Report,
): ArticleContent {
  if (document.blocks !== undefined) return givenContent(document, document.blocks, options);
  return document.format === 'markdown' && document.metadata.headings === undefined
    ? markdownContent(document, options, report)
    : plainContent(document, options, report);
}
