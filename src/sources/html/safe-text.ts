import type { Element, ElementContent, Properties } from 'hast';
import { maxHtmlRuns } from '../../model/limits.ts';

/** How an article's HTML is read. */
export interface HtmlOptions {
  /** URL of the page, against which links are resolved; without it, relative links become text. */
  readonly base: string | undefined;
  /**
   * Meaning of line ends: `space`, as in HTML; `paragraphs`, a blank line separates paragraphs;
   * `lines`, each is a line break, as in WordPress.
   */
  readonly lineEnds: 'space' | 'paragraphs' | 'lines';
}

/** What the text of a node depends on. */
interface TextContext extends Pick<HtmlOptions, 'lineEnds'> {
  /** Marks of elements that hold blocks, which their text takes over, outermost first. */
  readonly marks: readonly Element[];
}

/** Returns an element. */
export const hastElement = (
  tagName: string,
  children: ElementContent[] = [],
  properties: Properties = {},
): Element => ({ type: 'element', tagName, properties, children });

/** Returns a line break. */
export const lineBreak = (): Element => hastElement('br');

/** Returns a text within the marks that hold blocks. */
function marked(node: ElementContent, marks: readonly Element[]): ElementContent {
  return marks.reduceRight<ElementContent>(
    (inner, { tagName, properties }) => hastElement(tagName, [inner], { ...properties }),
    node,
  );
}

/**
 * Returns the nodes of a text, with line breaks where its line ends mean them.
 *
 * @param walk counts the lines; after `maxHtmlRuns` a line end is a space
 */
export function textNodes(
  walk: { runs: number },
  text: string,
  { marks, lineEnds }: TextContext,
): ElementContent[] {
  const words = (value: string): ElementContent =>
    marked({ type: 'text', value: value.replaceAll('\u00a0', ' ') }, marks);
  if (lineEnds === 'space' || walk.runs > maxHtmlRuns || !/[\r\n]/.test(text)) return [words(text)];
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  walk.runs += 2 * lines.length;
  const nodes: ElementContent[] = [];
  let blankLines = 0;
  for (const [i, line] of lines.entries()) {
    const isLast = i === lines.length - 1;
    // An expression for the blanks at a line's end takes quadratic time.
    const kept = isLast ? line : line.slice(0, trimmedLength(line));
    if (i > 0 && kept === '' && !isLast) {
      blankLines += 1;
      continue;
    }
    if (i > 0 && blankLines > 0) nodes.push(lineBreak(), lineBreak());
    else if (i > 0) nodes.push(lineEnds === 'lines' ? lineBreak() : words(' '));
    blankLines = 0;
    if (kept !== '') nodes.push(words(kept));
  }
  return nodes;
}

/** Returns the length of a line without the blanks at its end. */
function trimmedLength(line: string): number {
  let end = line.length;
  while (end > 0 && ' \t\u00a0'.includes(line[end - 1] ?? '')) end -= 1;
  return end;
}
