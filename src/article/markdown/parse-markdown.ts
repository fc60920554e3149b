import type { Nodes, Root } from 'mdast';
import { maxMarkdownOpeners, maxTreeDepth } from '../../model/limits.ts';
import { type MarkdownFeatures, markdownFeatures, needsExtension } from './features.ts';
import { markdownLibraries } from './libraries.ts';
import { readLooseMarks } from './loose-marks.ts';
import { countWork, isCheap, markdownWork, WorkExceeded } from './work-limit.ts';

const work = countWork();

/** Constructs that texts do not need: an indented paragraph is no code; HTML only where a text has tags. */
const disabledIn = ({ html }: MarkdownFeatures) => ({
  disable: { null: html ? ['codeIndented'] : ['htmlFlow', 'htmlText', 'codeIndented'] },
});

function parserFor(features: MarkdownFeatures, counter: readonly (typeof work.extension)[]) {
  const { tables, footnotes, strikethrough } = features;
  const libraries = markdownLibraries();
  return libraries
    .unified()
    .data('micromarkExtensions', [
      disabledIn(features),
      ...(tables ? [libraries.table()] : []),
      ...(footnotes ? [libraries.footnote()] : []),
      ...(strikethrough ? [libraries.strikethrough({ singleTilde: false })] : []),
      ...counter,
    ])
    .data('fromMarkdownExtensions', [
      ...(tables ? [libraries.tableFromMarkdown()] : []),
      ...(footnotes ? [libraries.footnoteFromMarkdown()] : []),
      ...(strikethrough ? [libraries.strikethroughFromMarkdown()] : []),
    ])
    .use(libraries.remarkParse)
    .freeze();
}

const parsers = new Map<string, ReturnType<typeof parserFor>>();

/** Returns the parser with the extensions that a text needs; there are few, and each is made once. */
function parserWith(features: MarkdownFeatures, isCounted: boolean): ReturnType<typeof parserFor> {
  const { html, tables, footnotes, strikethrough } = features;
  const key = [html, tables, footnotes, strikethrough, isCounted].map(Number).join('');
  const known = parsers.get(key) ?? parserFor(features, isCounted ? [work.extension] : []);
  parsers.set(key, known);
  return known;
}

/** Returns all text of a subtree, without recursion, because hostile trees are deeper than the stack. */
function subtreeText(node: Nodes): string {
  const parts: string[] = [];
  const stack: Nodes[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if ('value' in next) parts.push(next.value);
    if ('children' in next) {
      for (let i = next.children.length - 1; i >= 0; i -= 1) {
        const child = next.children[i];
        if (child !== undefined) stack.push(child);
      }
    }
  }
  return parts.join(' ');
}

/** Replaces subtrees deeper than the limit by their text, in place; returns whether there were any. */
function flattenDeep(root: Root): boolean {
  let flattened = false;
  const stack: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, depth } = next;
    if (!('children' in node)) continue;
    if (depth >= maxTreeDepth) {
      flattened = true;
      // A text node is valid in every kind of parent here.
      (node as { children: Nodes[] }).children = [{ type: 'text', value: subtreeText(node) }];
      continue;
    }
    for (const child of node.children) stack.push({ node: child, depth: depth + 1 });
  }
  return flattened;
}

/** Consecutive list and quotation markers at the start of a line, each of which is a level. */
const tooManyOpeners = new RegExp(
  `^[ \\t]*(?:(?:[-*+>]|\\d{1,9}[.)])[ \\t]*){${maxMarkdownOpeners}}`,
  'm',
);

/** The result of parsing a Markdown text. */
export type ParsedMarkdown =
  /** `flattened` where nesting deeper than `maxTreeDepth` was replaced by its text. */
  | { readonly root: Root; readonly flattened: boolean }
  /** Too deep or too costly for the parser; the text must be read as plain text. */
  | { readonly root: undefined; readonly refused: 'depth' | 'work' };

/** Parses a part of a Markdown text. Never throws. */
export type MarkdownParser = (part: string) => ParsedMarkdown;

/**
 * Returns a parser (CommonMark by remark-parse) for the parts of a text, or for all of it: they share the work limit
 * of the text. Another parser must not be used before the parts of this one are parsed.
 */
export function openParser(text: string): MarkdownParser {
  let isCounted: boolean | undefined;
  const features = markdownFeatures(text);
  return (part) => {
    if (isCounted === undefined) {
      isCounted = needsExtension(features) || !isCheap(text);
      if (isCounted) work.start(markdownWork(Buffer.byteLength(text)), features.footnotes);
    }
    if (tooManyOpeners.test(part)) return { root: undefined, refused: 'depth' };
    try {
      const root = parserWith(features, isCounted).parse(part);
      const flattened = flattenDeep(root);
      readLooseMarks(root, part);
      return { root, flattened };
    } catch (error) {
      if (error instanceof WorkExceeded) return { root: undefined, refused: 'work' };
      if (error instanceof RangeError) return { root: undefined, refused: 'depth' };
      throw error;
    }
  };
}

/** Parses a whole Markdown text. Never throws. */
export const parseMarkdown: MarkdownParser = (text) => openParser(text)(text);
