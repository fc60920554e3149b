import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import { blankUnclosed } from '../../html/close-tags.ts';
import type { SourceDocument } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { maxMarkdownBytes, maxReferences, maxTreeDepth } from '../../model/limits.ts';
import { type ParagraphStart, plainMarkdownBlocks } from '../plain-blocks.ts';
import { asTitle } from '../titles.ts';
import { moveEdgeSigns } from './emphasis-edges.ts';
import { markdownFeatures, needsExtension } from './features.ts';
import { remotePicture } from './figures.ts';
import { replaceHtml } from './html-nodes.ts';
import { htmlTree } from './inline-pipeline.ts';
import { takeNotes } from './notes.ts';
import { openParser, type ParsedMarkdown } from './parse-markdown.ts';
import { type References, referenceCollector } from './references.ts';
import { safeTree } from './safe-tree.ts';
import { treeBlocks } from './tree-blocks.ts';
import { markWrittenPictures } from './written-pictures.ts';

/** The blocks of a Markdown text. */
export interface MarkdownBlocks {
  readonly blocks: readonly Block[];
  /** Its first heading, where the text starts with one of level 1. */
  readonly title?: string;
  readonly links: References;
}

/** Returns the diagnostic of a text that was refused or flattened by the parser. */
function parserDiagnostic(parsed: ParsedMarkdown, file: string): Diagnostic | undefined {
  const at = { severity: 'warning', file } as const;
  if (parsed.root === undefined && parsed.refused === 'work') {
    return { ...at, rule: 'markdown-too-tangled', values: {} };
  }
  if (parsed.root !== undefined && !parsed.flattened) return undefined;
  return { ...at, rule: 'markdown-too-deep', values: { limit: maxTreeDepth } };
}

/**
 * Returns the blocks of a Markdown text. Plain paragraphs take a fast path; everything else goes through
 * remark-parse, remark-rehype and the allow-list.
 *
 * @param report receives diagnostics of dropped markup and of a refused text
 * @returns undefined where the text is too large, too deep or too costly to parse and must be read as
 *   plain text
 */
export function markdownBlocks(
  { text, textLine = 1, provenance }: SourceDocument,
  report: (diagnostic: Diagnostic) => void,
): MarkdownBlocks | undefined {
  const { path: file } = provenance;
  // An article of several in a seed is shorter than the seed; UTF-8 takes at most three bytes for a code unit.
  const bytes = Math.min(provenance.bytes, 3 * text.length);
  const isLarge = bytes > maxMarkdownBytes;
  const dropped = new Set<string>();
  const links = referenceCollector();
  let leftOut = 0;
  let remote = 0;
  function safe(root: MdastRoot, source: string): HastRoot {
    const tree = safeTree(htmlTree(root), (what) => {
      if (what === remotePicture) remote += 1;
      else dropped.add(what);
    });
    if (source.includes('![')) markWrittenPictures(tree);
    return tree;
  }
  const reportDropped = (): void => {
    if (leftOut > 0) {
      const values = { kind: 'html', dropped: leftOut } as const;
      report({ rule: 'markup-read', severity: 'warning', file, values });
    }
    if (remote > 0)
      report({ rule: 'picture-remote', severity: 'warning', file, values: { count: remote } });
    for (const what of dropped) {
      report({ rule: 'markup-dropped', severity: 'warning', file, values: { what } });
    }
    if (!links.isFull()) return;
    report({ rule: 'links-too-many', severity: 'warning', file, values: { limit: maxReferences } });
  };
  const moved = moveEdgeSigns(text);
  const read = moved.includes('<') ? blankUnclosed(moved) : moved;
  const parse = openParser(read);
  const formatted = (paragraph: string, start: ParagraphStart): Block | undefined => {
    if (isLarge) return undefined;
    const parsed = parse(paragraph);
    if (parsed.root === undefined || parsed.flattened) return undefined;
    const at = { line: textLine + start.line, offset: start.offset };
    const tree = links.collect(safe(parsed.root, paragraph), paragraph, at);
    const [block, ...others] = treeBlocks(tree.children, at.line);
    return others.length === 0 ? block : undefined;
  };
  // Tables, notes and HTML may have several paragraphs.
  const plain = needsExtension(markdownFeatures(read))
    ? undefined
    : plainMarkdownBlocks(read, formatted);
  if (plain !== undefined) {
    reportDropped();
    return { blocks: plain, links: links.found() };
  }
  dropped.clear();
  remote = 0;
  links.reset();
  leftOut = 0;
  if (isLarge) {
    const values = { bytes, limit: maxMarkdownBytes };
    report({ rule: 'markdown-too-large', severity: 'warning', file, values });
    return undefined;
  }
  const parsed = parse(read);
  const problem = parserDiagnostic(parsed, file);
  if (problem !== undefined) report(problem);
  if (parsed.root === undefined) return undefined;
  const { root } = parsed;
  const start = { line: textLine, offset: 0 };
  leftOut += replaceHtml(root);
  const notes = takeNotes(root);
  const blocksOf = (part: MdastRoot): readonly Block[] =>
    treeBlocks(links.collect(safe(part, read), text, start).children, textLine);
  const blocks = [
    ...blocksOf(root),
    ...notes.map(({ definition, ...note }): Block => {
      return {
        kind: 'note',
        ...note,
        blocks: blocksOf({ type: 'root', children: definition.children }),
      };
    }),
  ];
  reportDropped();
  const [first] = root.children;
  const [heading] = blocks;
  return first?.type === 'heading' && first.depth === 1 && heading?.kind === 'heading'
    ? { blocks, title: asTitle(heading.text), links: links.found() }
    : { blocks, links: links.found() };
}
