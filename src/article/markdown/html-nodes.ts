import type { Html, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { htmlBlocks } from '../../html/blocks.ts';
import { inlineHtmlNodes } from './inline-tags.ts';

/** Elements whose content is no text: they are left out. */
const leftOut = /<(script|style|noscript|template|object|svg)(?=[\s>])/gi;

/** Nodes that hold blocks; HTML in others stands within lines. */
const flowParents = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

/** Returns nodes with the HTML among them replaced by its blocks; HTML that blank lines part is read as one. */
function withHtmlBlocks(
  children: readonly RootContent[],
  drop: (count: number) => void,
  isRoot: boolean,
): RootContent[] {
  const blocks: RootContent[] = [];
  let open: Html[] = [];
  const close = (): void => {
    if (open.length === 0) return;
    const html = open.map(({ value }) => value).join('\n\n');
    drop([...html.matchAll(leftOut)].length);
    const read = htmlBlocks(html, { base: undefined, lineEnds: 'space' }).blocks;
    for (const [i, block] of read.entries()) {
      // The first heading of a page is its title.
      const isTitle =
        isRoot &&
        i === 0 &&
        blocks.length === 0 &&
        block.type === 'heading' &&
        /<h1[\s>]/i.test(html);
      blocks.push(isTitle ? { ...block, depth: 1 } : block);
    }
    open = [];
  };
  for (const child of children) {
    if (child.type === 'html') open.push(child);
    else {
      close();
      blocks.push(child);
    }
  }
  close();
  return blocks;
}

/**
 * Replaces HTML in a Markdown tree, in place, by what Markdown has a form for: blocks through the reader of HTML,
 * tags within lines by the nodes they mean. Scripts and styles are left out; no tag is shown.
 *
 * @returns the number of elements that were left out
 */
export function replaceHtml(root: Root): number {
  let dropped = 0;
  const drop = (count: number): void => {
    dropped += count;
  };
  const stack: Parents[] = [root];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    const nodes: readonly Nodes[] = parent.children;
    if (nodes.some(({ type }) => type === 'html')) {
      parent.children = (
        flowParents.has(parent.type)
          ? withHtmlBlocks(nodes as readonly RootContent[], drop, parent.type === 'root')
          : inlineHtmlNodes(nodes as readonly PhrasingContent[], drop)
      ) as typeof parent.children;
    }
    for (const child of parent.children) if ('children' in child) stack.push(child);
  }
  return dropped;
}
