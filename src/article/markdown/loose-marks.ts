import type {
  Definition,
  Heading,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';

/** Longest line that is a heading without a blank after its `#`. */
const [maxHeadingUnits, maxHeadingWords] = [100, 15] as const;

const mark = /^(#{1,6})(?=[^\s#!<])/;
const stop = /[.؛،:,;][»”"')\]]*$/;

/** Returns a part of a text node, with its place in the source. */
function partOf(node: Text, from: number, to: number): Text {
  const value = node.value.slice(from, to);
  const { position } = node;
  if (position?.start.offset === undefined) return { type: 'text', value };
  const lines = node.value.slice(0, from).split('\n').length - 1;
  const point = {
    line: position.start.line + lines,
    column: 1,
    offset: position.start.offset + from,
  };
  return { type: 'text', value, position: { start: point, end: position.end } };
}

/** Splits inline content into its lines. */
function linesOf(children: readonly PhrasingContent[]): readonly PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') {
      lines.at(-1)?.push(child);
      lines.push([]);
    } else if (child.type === 'text' && child.value.includes('\n')) {
      let at = 0;
      for (let end = child.value.indexOf('\n'); end !== -1; end = child.value.indexOf('\n', at)) {
        if (end > at) lines.at(-1)?.push(partOf(child, at, end));
        lines.push([]);
        at = end + 1;
      }
      if (at < child.value.length) lines.at(-1)?.push(partOf(child, at, child.value.length));
    } else lines.at(-1)?.push(child);
  }
  return lines;
}

function textOfNodes(nodes: readonly Nodes[]): string {
  return nodes
    .map((node): string =>
      'value' in node ? node.value : 'children' in node ? textOfNodes(node.children) : '',
    )
    .join('');
}

/** Returns the heading of a line that begins with `#` and no blank; undefined where it is a hashtag or a sentence. */
function headingOf(
  line: readonly PhrasingContent[],
  isFirst: boolean,
  isMarked: (line: number) => boolean,
): Heading | undefined {
  const [first, ...others] = line;
  if (first?.type !== 'text' || !isMarked(first.position?.start.line ?? 0)) return undefined;
  const signs = mark.exec(first.value)?.[1];
  if (signs === undefined) return undefined;
  const words = textOfNodes(line).slice(signs.length).trim();
  if (words.length > maxHeadingUnits || stop.test(words) || !/\p{L}/u.test(words)) return undefined;
  const all = words.split(/\s+/);
  const [name = ''] = all;
  // `#سوريا`, `#كأس_العالم` and `#1` are hashtags and numbers; a first line is more likely a title.
  const isTag = signs.length === 1 && (/[_\d]/.test(name) || (all.length === 1 && !isFirst));
  if (all.length > maxHeadingWords || isTag || /\s#[^\s#]/.test(words)) return undefined;
  const rest = partOf(first, signs.length, first.value.length);
  const closing = others.length === 0 ? rest.value.replace(/\s*#+\s*$/, '') : rest.value;
  return {
    ...{ type: 'heading', depth: signs.length as Heading['depth'] },
    children: [{ ...rest, value: closing.trimStart() }, ...others],
  };
}

/** Returns the blocks of a paragraph some of whose lines are headings without a blank; undefined where none is. */
function splitParagraph(
  { children }: Paragraph,
  isFirst: boolean,
  isMarked: (line: number) => boolean,
): readonly RootContent[] | undefined {
  const lines = linesOf(children);
  const headings = lines.map((line, i) => headingOf(line, isFirst && i === 0, isMarked));
  if (headings.every((heading) => heading === undefined)) return undefined;
  const blocks: RootContent[] = [];
  let open: PhrasingContent[] = [];
  const close = (): void => {
    while (open[0]?.type === 'text' && open[0].value.trim() === '') open.shift();
    if (open.length > 0) blocks.push({ type: 'paragraph', children: open });
    open = [];
  };
  for (const [i, line] of lines.entries()) {
    const heading = headings[i];
    if (heading !== undefined) {
      close();
      blocks.push(heading);
    } else {
      if (open.length > 0) open.push({ type: 'text', value: '\n' });
      for (const child of line) open.push(child);
    }
  }
  close();
  return blocks;
}

/** Shows the box of a task (`[x]`), in place. */
function showBox({ children: [first] }: ListItem): void {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (text?.type !== 'text') return;
  const box = /^\[([ xX])\](?=\s)/.exec(text.value)?.[1];
  if (box !== undefined) text.value = `${box === ' ' ? '☐' : '☑'}${text.value.slice(3)}`;
}

/**
 * Returns the paragraph that a line is which only has the form of a definition, «[المصدر]: رويترز»: a definition has an
 * address. Undefined for a definition.
 */
function lineOfDefinition(node: Definition, source: string): Paragraph | undefined {
  const { url, title, label, position } = node;
  const isAddress = /[/.:#?@=&%]/.test(url) || url === '' || title != null;
  const isNamed = /[^\0-\x7f]/.test(url) || /[^\0-\x7f]/.test(label ?? '');
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (isAddress || !isNamed || start === undefined || end === undefined) return undefined;
  const value = source.slice(start, end);
  return { type: 'paragraph', children: [{ type: 'text', value }], ...(position && { position }) };
}

/**
 * Returns the paragraph of signs that a list without any words is: a star alone on its line, which separates two parts
 * of a text, is the mark of an item for CommonMark. Undefined for any other list.
 */
function signsOfList({ ordered, children, position }: List, source: string): Paragraph | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (ordered === true || start === undefined || end === undefined) return undefined;
  if (children.some((item) => item.children.length > 0)) return undefined;
  const value = source.slice(start, end).trim();
  return { type: 'paragraph', children: [{ type: 'text', value }], ...(position && { position }) };
}

/**
 * Reads marks that CommonMark leaves as letters, in place: headings without a blank after their `#`, as old blogs have
 * them, on short lines that are no hashtags; the boxes of tasks; and signs alone on their lines, as separators.
 */
export function readLooseMarks(root: Root, source: string): void {
  let lines: readonly string[] | undefined;
  /** Tells whether a line begins with `#` also as written: `\\#` is a sign of the text. */
  const isMarked = (line: number): boolean => {
    lines ??= source.split(/\r?\n|\r/);
    return /^[ \t]*#/.test(lines[line - 1] ?? '');
  };
  const children: RootContent[] = [];
  let changed = false;
  for (const [i, node] of root.children.entries()) {
    const split =
      node.type === 'paragraph' &&
      node.children.some((one) => one.type === 'text' && one.value.includes('#'))
        ? splitParagraph(node, i === 0, isMarked)
        : undefined;
    const line =
      node.type === 'definition'
        ? lineOfDefinition(node, source)
        : node.type === 'list'
          ? signsOfList(node, source)
          : undefined;
    if (line !== undefined) {
      changed = true;
      children.push(line);
    } else if (split === undefined) children.push(node);
    else {
      changed = true;
      for (const block of split) children.push(block);
    }
  }
  if (changed) root.children = children;
  const stack: Nodes[] = root.children.filter(
    ({ type }) => type === 'list' || type === 'blockquote',
  );
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.type === 'listItem') showBox(next);
    if (next.type === 'blockquote') {
      next.children = next.children.map((child) =>
        child.type === 'list' ? (signsOfList(child, source) ?? child) : child,
      );
    }
    if (next.type === 'list' || next.type === 'listItem' || next.type === 'blockquote') {
      for (const child of next.children) stack.push(child);
    }
  }
}
