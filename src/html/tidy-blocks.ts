import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  PhrasingContent,
  RootContent,
  TableCell,
} from 'mdast';
import { type InlineRun, type Marks, phrasingOf, unmarked } from './phrasing-runs.ts';

/** Returns phrasing content as runs of words with their marks. */
function* runsOf(nodes: readonly PhrasingContent[], marks: Marks): Generator<InlineRun> {
  for (const node of nodes) {
    if (node.type === 'text') yield { kind: 'words', words: node.value, marks };
    else if (node.type === 'break') yield { kind: 'break' };
    else if (node.type === 'strong') yield* runsOf(node.children, { ...marks, strong: true });
    else if (node.type === 'emphasis') yield* runsOf(node.children, { ...marks, emphasis: true });
    else if (node.type === 'delete') yield* runsOf(node.children, { ...marks, deleted: true });
    else if (node.type === 'link') yield* runsOf(node.children, { ...marks, href: node.url });
    else if (node.type === 'image' || node.type === 'inlineCode')
      yield { kind: 'node', node, marks };
    else if ('children' in node) yield* runsOf(node.children, marks);
  }
}

const paragraphsOf = (nodes: readonly PhrasingContent[]): readonly PhrasingContent[][] =>
  phrasingOf([...runsOf(nodes, unmarked)]);

/** Returns phrasing content on one line, as a heading or a cell holds it. */
function oneLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const runs = [...runsOf(nodes, unmarked)].map((run): InlineRun => {
    return run.kind === 'break' ? { kind: 'words', words: ' ', marks: unmarked } : run;
  });
  return phrasingOf(runs).flat();
}

function itemOf({ children }: ListItem): ListItem[] {
  const blocks = tidyBlocks(children);
  return blocks.length === 0
    ? []
    : [{ type: 'listItem', spread: blocks.length > 1, children: blocks }];
}

const isImage = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.every(({ type }) => type === 'image');

function tidied(block: RootContent | DefinitionContent): readonly BlockContent[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphsOf(block.children).map((children) => ({ type: 'paragraph', children }));
    case 'heading': {
      const children = oneLine(block.children);
      if (children.length === 0) return [];
      // A heading that is only an image is an image.
      return isImage(children)
        ? [{ type: 'paragraph', children }]
        : [{ type: 'heading', depth: block.depth, children }];
    }
    case 'blockquote': {
      const children = tidyBlocks(block.children);
      return children.length === 0 ? [] : [{ type: 'blockquote', children }];
    }
    case 'list': {
      const children = block.children.flatMap(itemOf);
      if (children.length === 0) return [];
      const { ordered = false, start } = block;
      const counts = ordered === true && typeof start === 'number' ? { start } : {};
      const spread = children.some((item) => item.children.length > 1);
      return [{ type: 'list', ordered, spread, ...counts, children }];
    }
    case 'table': {
      const cellOf = ({ children }: TableCell): TableCell => ({
        type: 'tableCell',
        children: oneLine(children),
      });
      const children = block.children.map((row) => ({
        ...row,
        children: row.children.map(cellOf),
      }));
      const isEmpty = children.every((row) =>
        row.children.every((cell) => cell.children.length === 0),
      );
      return isEmpty ? [] : [{ type: 'table', align: block.align ?? [], children }];
    }
    case 'code':
      return block.value.trim() === '' ? [] : [{ type: 'code', value: block.value }];
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }];
    default:
      return [];
  }
}

/**
 * Tidies blocks that were made of HTML: paragraphs are divided at two consecutive line breaks, white space and
 * punctuation at the edge of marks is moved out of them, and empty blocks are left out.
 */
export function tidyBlocks(blocks: readonly (RootContent | DefinitionContent)[]): BlockContent[] {
  return blocks.flatMap(tidied);
}
