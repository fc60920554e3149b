import type { Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { maxTreeDepth } from '../model/limits.ts';

/**
 * CommonMark without the two constructs that harm a newspaper's text: raw HTML (it shows as the text
 * it is) and code by indentation (an indented paragraph is a paragraph).
 */
const parser = unified()
  .data('micromarkExtensions', [{ disable: { null: ['htmlFlow', 'htmlText', 'codeIndented'] } }])
  .use(remarkParse)
  .freeze();

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

/**
 * Signs of emphasis and links in one paragraph from which on the parser's time, quadratic in them,
 * is felt: two thousand take seconds, and no article has a tenth of that.
 */
const maxSigns = 1000;

/** List and quotation marks in a row at the start of a line: each is a level of its own. */
const tooManyOpeners = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*){300}/m;

/** Tells whether a text would keep the parser busy out of all proportion to its length. */
function isTangled(text: string): boolean {
  if (tooManyOpeners.test(text)) return true;
  return text.split(/\n[ \t]*\r?\n/).some((paragraph) => {
    let signs = 0;
    for (let i = 0; i < paragraph.length; i += 1) {
      if ('*_[]`<!'.includes(paragraph.charAt(i))) signs += 1;
    }
    return signs > maxSigns;
  });
}

/**
 * Parses Markdown (CommonMark by remark-parse). Returns the tree and whether nesting deeper than
 * `maxTreeDepth` was flattened; `undefined` where the parser would take out of all proportion or gave
 * up on the nesting, and then the text is to be read as plain text.
 */
export function parseMarkdown(
  text: string,
): { readonly root: Root; readonly flattened: boolean } | undefined {
  if (isTangled(text)) return undefined;
  try {
    const root = parser.parse(text);
    return { root, flattened: flattenDeep(root) };
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}
