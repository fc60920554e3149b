import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, TableRow } from 'mdast';
import {
  pageMark,
  type TeiNode,
  type TeiWalk,
  teiBlockTags,
  teiContainers,
  teiLineTags,
  teiParagraph,
  teiPhrasing,
  teiPicture,
  teiWords,
  trimmedPhrasing,
} from './tei-phrasing.ts';
import { isXmlElement, type XmlElement, xmlWords } from './xml-tree.ts';

/** The blocks of an article in TEI, and what was left out of it. */
export interface TeiBlocks {
  readonly blocks: (BlockContent | DefinitionContent)[];
  /** Texts that repeat the page (running heads) or stand beside others in a choice. */
  readonly leftOut: readonly string[];
}

/** Returns lines of verse as a paragraph; the halves of a line are parted by blanks. */
function verse(walk: TeiWalk, lines: readonly XmlElement[]): BlockContent[] {
  const children = lines.flatMap((line, i): PhrasingContent[] => {
    const halves = line.children.filter(isXmlElement).filter(({ name }) => name === 'seg');
    const words =
      halves.length === 2
        ? halves.flatMap((half, j) => [
            ...(j === 0 ? [] : [teiWords('    ')]),
            ...trimmedPhrasing(teiPhrasing(walk, half.children)),
          ])
        : trimmedPhrasing(teiPhrasing(walk, line.children));
    return i === 0 ? words : [{ type: 'break' }, ...words];
  });
  return teiParagraph(children);
}

/** The head of a table or a list is a line before it, not the heading of a section. */
const asLine = (element: XmlElement): XmlElement =>
  element.name === 'head' ? { ...element, name: 'label' } : element;

function listOf(walk: TeiWalk, element: XmlElement, depth: number): BlockContent[] {
  const items = element.children
    .filter(isXmlElement)
    .filter(({ name }) => name === 'item' || name === 'label');
  const others = element.children
    .filter(isXmlElement)
    .filter(({ name }) => name !== 'item' && name !== 'label');
  const children = items.flatMap((item): ListItem[] => {
    const blocks = blocksOf(walk, item.children, depth) as BlockContent[];
    return blocks.length === 0
      ? []
      : [{ type: 'listItem', spread: blocks.length > 1, children: blocks }];
  });
  const ordered = /^(?:ordered|numbered)$/.test(
    element.attributes.get('type') ?? element.attributes.get('rend') ?? '',
  );
  const before = blocksOf(walk, others.map(asLine), depth) as BlockContent[];
  return children.length === 0
    ? before
    : [
        ...before,
        { type: 'list', ordered, spread: children.some((one) => one.spread === true), children },
      ];
}

function tableOf(walk: TeiWalk, element: XmlElement, depth: number): BlockContent[] {
  const parts = element.children.filter(isXmlElement);
  const rows = parts
    .filter(({ name }) => name === 'row')
    .map(
      (row): TableRow => ({
        type: 'tableRow',
        children: row.children
          .filter(isXmlElement)
          .filter(({ name }) => name === 'cell')
          .map((cell) => ({
            type: 'tableCell',
            children: trimmedPhrasing(teiPhrasing(walk, cell.children)),
          })),
      }),
    );
  const width = rows.reduce((most, row) => Math.max(most, row.children.length), 0);
  const before = blocksOf(
    walk,
    parts.filter(({ name }) => name !== 'row').map(asLine),
    depth,
  ) as BlockContent[];
  if (width === 0 || width * rows.length > 20_000) return before;
  const padded = rows.map(
    (row): TableRow => ({
      ...row,
      children: [
        ...row.children,
        ...Array.from({ length: width - row.children.length }, () => ({
          type: 'tableCell' as const,
          children: [],
        })),
      ],
    }),
  );
  return [...before, { type: 'table', align: [], children: padded }];
}

function blockOf(
  walk: TeiWalk,
  element: XmlElement,
  depth: number,
): (BlockContent | DefinitionContent)[] {
  const { name, children } = element;
  if (name === 'head') {
    const level = Math.min(Math.max(depth + 1, 2), 6) as 2 | 3 | 4 | 5 | 6;
    const words = trimmedPhrasing(teiPhrasing(walk, children));
    return teiParagraph(words).length === 0
      ? []
      : [{ type: 'heading', depth: level, children: words }];
  }
  if (name === 'lg') {
    const lines = children.filter(isXmlElement);
    return lines.every((line) => line.name === 'l')
      ? verse(walk, lines)
      : blocksOf(walk, children, depth);
  }
  if (name === 'l') return verse(walk, [element]);
  if (name === 'list') return listOf(walk, element, depth);
  if (name === 'table') return tableOf(walk, element, depth);
  if (name === 'figure') {
    const parts = children.filter(isXmlElement);
    const described = parts.find((part) => part.name === 'figDesc');
    const pictures = parts.filter((part) => part.name === 'graphic');
    const images = pictures.flatMap((one) =>
      teiPicture(one, described === undefined ? '' : xmlWords(described)),
    );
    const rest = parts.filter(
      (part) => part.name !== 'graphic' && (part !== described || images.length === 0),
    );
    const captions = rest.flatMap((part) =>
      teiParagraph(trimmedPhrasing(teiPhrasing(walk, part.children))),
    );
    // One picture takes its caption along.
    const [image] = images;
    const caption = rest.map(xmlWords).join(' ').trim();
    const isPlain = captions.every(
      (one) => one.type === 'paragraph' && one.children.every(({ type }) => type === 'text'),
    );
    if (image?.type === 'image' && images.length === 1 && caption !== '' && isPlain)
      return teiParagraph([{ ...image, title: caption }]);
    return [...teiParagraph(images), ...captions];
  }
  if (name === 'quote' || name === 'q') {
    const inner = blocksOf(walk, children, depth) as BlockContent[];
    return inner.length === 0 ? [] : [{ type: 'blockquote', children: inner }];
  }
  if (teiContainers.has(name))
    return blocksOf(walk, children, /^div\d?$/.test(name) ? depth + 1 : depth);
  return blocksOf(walk, children, depth);
}

/** Returns the blocks of nodes: blocks as they are, and paragraphs of the words between them. */
function blocksOf(
  walk: TeiWalk,
  nodes: readonly TeiNode[],
  depth: number,
): (BlockContent | DefinitionContent)[] {
  const blocks: (BlockContent | DefinitionContent)[] = [];
  let words: TeiNode[] = [];
  const flush = (): void => {
    blocks.push(...teiParagraph(trimmedPhrasing(teiPhrasing(walk, words))));
    words = [];
  };
  for (const node of nodes) {
    const isBlock = isXmlElement(node) && teiBlockTags.has(node.name);
    if (!isBlock) {
      words.push(node);
      continue;
    }
    flush();
    if (node.name === 'pb')
      blocks.push(...teiParagraph(pageMark(node) === '' ? [] : [teiWords(pageMark(node))]));
    else if (
      teiLineTags.has(node.name) &&
      !node.children.some((child) => isXmlElement(child) && isFlow(child))
    )
      blocks.push(...teiParagraph(trimmedPhrasing(teiPhrasing(walk, node.children))));
    else for (const block of blockOf(walk, node, depth)) blocks.push(block);
  }
  flush();
  return blocks;
}

/** Tells whether an element within a paragraph is a block of its own. */
const isFlow = ({ name }: XmlElement): boolean =>
  /^(?:lg|l|list|table|figure|floatingText|p)$/.test(name);

/**
 * Converts an article in TEI to blocks, its notes last.
 *
 * @param depth level of its divisions: 1 where its own head is among the nodes
 */
export function teiBlocks(nodes: readonly TeiNode[], depth: number): TeiBlocks {
  const noteBlocks = (inner: readonly TeiNode[]) => blocksOf(walk, inner, 0) as BlockContent[];
  const walk: TeiWalk = { notes: [], leftOut: [], noteBlocks };
  const blocks = blocksOf(walk, nodes, depth);
  return { blocks: [...blocks, ...walk.notes], leftOut: walk.leftOut };
}
