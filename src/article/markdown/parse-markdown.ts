import type { Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { maxMarkdownOpeners, maxTreeDepth, maxUncountedMarkdown } from '../../model/limits.ts';
import { countWork, WorkExceeded } from './work-limit.ts';

const work = countWork();

/**
 * CommonMark without the two constructs that harm a newspaper's text: raw HTML (it shows as the text
 * it is) and code by indentation (an indented paragraph is a paragraph).
 */
const disabled = { disable: { null: ['htmlFlow', 'htmlText', 'codeIndented'] } };

const parserWith = (...extensions: readonly (typeof work.extension)[]) =>
  unified()
    .data('micromarkExtensions', [disabled, ...extensions])
    .use(remarkParse)
    .freeze();

const quick = parserWith();
const counted = parserWith(work.extension);

/** All text below a node, gathered without recursion: hostile trees are deeper than the stack. */
function textBelow(node: Nodes): string {
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

/** Replaces what lies deeper than the limit by its text, in place; tells whether it had to. */
function flattenDeep(root: Root): boolean {
  let flattened = false;
  const stack: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, depth } = next;
    if (!('children' in node)) continue;
    if (depth >= maxTreeDepth) {
      flattened = true;
      // At this depth only phrasing is asked for: a text is right in every kind of parent.
      (node as { children: Nodes[] }).children = [{ type: 'text', value: textBelow(node) }];
      continue;
    }
    for (const child of node.children) stack.push({ node: child, depth: depth + 1 });
  }
  return flattened;
}

/** List and quotation marks in a row at the start of a line: each is a level of its own. */
const tooManyOpeners = new RegExp(
  `^[ \\t]*(?:(?:[-*+>]|\\d{1,9}[.)])[ \\t]*){${maxMarkdownOpeners}}`,
  'm',
);

/** What became of a Markdown text. */
export type ParsedMarkdown =
  /** `flattened` where nesting deeper than `maxTreeDepth` gave way to its text. */
  | { readonly root: Root; readonly flattened: boolean }
  /** Too deep for the parser, or more work than any article; the text is to be read as plain text. */
  | { readonly root: undefined; readonly refused: 'depth' | 'work' };

/**
 * Parses Markdown (CommonMark by remark-parse). Never throws.
 *
 * @param part `next` where the text is a later part of a long document: all parts have one count of work
 */
export function parseMarkdown(text: string, part: 'whole' | 'next' = 'whole'): ParsedMarkdown {
  if (part === 'whole') work.start();
  if (tooManyOpeners.test(text)) return { root: undefined, refused: 'depth' };
  try {
    const isShort = part === 'whole' && text.length <= maxUncountedMarkdown;
    const root = (isShort ? quick : counted).parse(text);
    return { root, flattened: flattenDeep(root) };
  } catch (error) {
    if (error instanceof WorkExceeded) return { root: undefined, refused: 'work' };
    if (error instanceof RangeError) return { root: undefined, refused: 'depth' };
    throw error;
  }
}
