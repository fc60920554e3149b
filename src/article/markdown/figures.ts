import type { Element, ElementContent, RootContent } from 'hast';
import type { Block, Figure, Words } from '../../model/block.ts';
import { isPictureName } from '../../pictures/picture-kind.ts';

/** What `safeTree` reports for a picture on another site. */
export const remotePicture = '<img>';

/** Tells whether the address of a picture is within the archive: a path, without scheme and host. */
export const isOwnPicture = (src: string): boolean =>
  src !== '' && !/^\s*(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i.test(src);

type Picture = Element & { readonly tagName: 'img' };

const isPicture = (node: RootContent): node is Picture =>
  node.type === 'element' && node.tagName === 'img';

/** Tells whether some nodes have a picture within them. */
export const hasPicture = (nodes: readonly RootContent[]): boolean =>
  nodes.some((node) => isPicture(node) || ('children' in node && hasPicture(node.children)));

const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Returns the figure of a picture; its title is the caption. */
function figureOf({ properties, position }: Element, line: number, caption?: Words): Figure {
  const title = textIn(properties.title);
  const words = caption ?? (title === '' ? undefined : { text: title });
  return {
    kind: 'figure',
    asset: {
      ...{ sha256: '', outputPath: '', description: textIn(properties.alt) },
      source: textIn(properties.src),
      ...(position === undefined ? {} : { line: line + position.start.line - 1 }),
    },
    ...(words === undefined ? {} : { caption: words }),
  };
}

/** What is left of inline nodes without their pictures. */
interface Lifted {
  readonly rest: readonly ElementContent[];
  readonly figures: readonly Figure[];
  /** Whether words stand before the first picture. */
  readonly hasWordsBefore: boolean;
}

const isBlank = (nodes: readonly RootContent[]): boolean =>
  nodes.every((node) =>
    node.type === 'text'
      ? node.value.trim() === ''
      : node.type === 'element' &&
        (node.tagName === 'br' || (node.tagName !== 'a' && isBlank(node.children))),
  );

/** Returns a link without its picture: nothing where it shows the picture in full, else a link with the picture's words. */
function linkWithout(
  link: Element,
  rest: readonly ElementContent[],
  alt: string,
): readonly ElementContent[] {
  const href = textIn(link.properties.href);
  if (rest.length > 0 && !isBlank(rest)) return [{ ...link, children: [...rest] }];
  if (href === '' || isPictureName(href.replace(/[?#].*$/s, ''))) return [];
  return [{ ...link, children: [{ type: 'text', value: alt === '' ? href : alt }] }];
}

function lift(nodes: readonly ElementContent[], line: number): Lifted {
  const rest: ElementContent[] = [];
  const figures: Figure[] = [];
  let hasWordsBefore = false;
  for (const node of nodes) {
    if (isPicture(node)) {
      if (figures.length === 0) hasWordsBefore = !isBlank(rest);
      figures.push(figureOf(node, line));
    } else if (node.type === 'element' && hasPicture(node.children)) {
      const inner = lift(node.children, line);
      if (figures.length === 0) hasWordsBefore = !isBlank(rest) || inner.hasWordsBefore;
      figures.push(...inner.figures);
      const [first] = inner.figures;
      if (node.tagName === 'a')
        rest.push(...linkWithout(node, inner.rest, first?.asset.description ?? ''));
      // A cell without its picture keeps its column.
      else if (/^t[dh]$/.test(node.tagName) || !isBlank(inner.rest))
        rest.push({ ...node, children: [...inner.rest] });
    } else rest.push(node);
  }
  return { rest, figures, hasWordsBefore };
}

const isEdge = (node: ElementContent | undefined): boolean =>
  node !== undefined &&
  ((node.type === 'element' && node.tagName === 'br') ||
    (node.type === 'text' && node.value.trim() === ''));

/** Returns inline nodes without the blanks and line breaks that stood beside a picture. */
function trimmed(nodes: readonly ElementContent[]): readonly ElementContent[] {
  let [from, to] = [0, nodes.length];
  while (from < to && isEdge(nodes[from])) from += 1;
  while (to > from && isEdge(nodes[to - 1])) to -= 1;
  return nodes.slice(from, to).map((node, i, all): ElementContent => {
    if (node.type !== 'text') return node;
    let { value } = node;
    if (i === 0) value = value.trimStart();
    if (i === all.length - 1) value = value.trimEnd();
    return { ...node, value };
  });
}

/**
 * Returns the blocks of an element with pictures among its words: its figures, and the element without them. Pictures
 * before all words stand before it, others after it.
 *
 * @param line line of the seed on which the parsed text begins
 * @param blockOf returns the block of the element without its pictures
 */
export function blocksWithFigures(
  element: Element,
  line: number,
  blockOf: (rest: Element) => Block,
): readonly Block[] {
  const { rest, figures, hasWordsBefore } = lift(element.children, line);
  const words = trimmed(rest);
  if (words.length === 0) return figures;
  const block = blockOf({ ...element, children: [...words] });
  return hasWordsBefore ? [block, ...figures] : [...figures, block];
}

/** A figure of HTML: its pictures, of which the last has the caption, and what else is in it. */
export interface HtmlFigure {
  readonly figures: readonly Figure[];
  readonly others: readonly ElementContent[];
}

/**
 * Returns the parts of a `figure` element.
 *
 * @param wordsOf returns the words of the caption
 */
export function htmlFigure(
  { children }: Element,
  line: number,
  wordsOf: (nodes: readonly ElementContent[]) => Words,
): HtmlFigure {
  const isCaption = (node: ElementContent): node is Element =>
    node.type === 'element' && node.tagName === 'figcaption';
  const captionNodes = children.filter(isCaption).flatMap((node) => trimmed(node.children));
  const { rest, figures } = lift(
    children.filter((node) => !isCaption(node)),
    line,
  );
  const inCaption = lift(captionNodes, line);
  const caption = inCaption.rest.length === 0 ? undefined : wordsOf(inCaption.rest);
  const all = [...figures, ...inCaption.figures];
  const last = all.at(-1);
  const others = rest.filter((node) => !isBlank([node]));
  if (caption === undefined || caption.text.trim() === '') return { figures: all, others };
  if (last === undefined) {
    const paragraph: Element = {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: captionNodes,
    };
    return { figures: [], others: [...others, paragraph] };
  }
  return { figures: [...all.slice(0, -1), { ...last, caption }], others };
}
