import { parsedHtmlBlocks } from '../../html/blocks.ts';
import { isOverHtmlLimits, withoutTags } from '../../html/bounds.ts';
import { htmlLibraries } from '../../html/libraries.ts';
import type { SeedBody } from '../../html/seed-body.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textBelow,
} from '../../html/tree.ts';
import { maxOfficeArticles } from '../../model/limits.ts';
import { markFootnotes, takeOfficeNotes, withFootnotes } from './office-footnotes.ts';
import { markBoldHeadings, shiftHeadings, titleElement } from './office-headings.ts';
import type { OfficeSplit } from './office-splits.ts';
import { bodyWithTabs, markTabs } from './office-tabs.ts';

/** The articles of a file of an office program. */
export interface OfficeArticles {
  /** Their texts in order; those without words are left out. */
  readonly bodies: readonly SeedBody[];
  /** Whether the HTML was over the limits, and was read without its tags. */
  readonly isReduced: boolean;
}

const isPageBreak = (node: HtmlNode): boolean =>
  isElement(node) && node.tagName === 'hr' && attribute(node, 'class') === 'page';

const isTopHeading = (node: HtmlNode | undefined): boolean =>
  node !== undefined && isElement(node) && node.tagName === 'h1';

/** Returns nodes with the title before all others: what stands above it is a kicker or a masthead. */
const titleFirst = (
  nodes: readonly HtmlNode[],
  title: HtmlElement | undefined,
): readonly HtmlNode[] =>
  title === undefined ? nodes : [title, ...nodes.filter((node) => node !== title)];

/** Returns the nodes of each article. Page breaks are no part of any. */
function splitNodes(
  nodes: readonly HtmlNode[],
  split: OfficeSplit,
): readonly (readonly HtmlNode[])[] {
  const articles: HtmlNode[][] = [[]];
  for (const node of nodes) {
    const isBreak = isPageBreak(node);
    const begins =
      (split === 'page' && isBreak) ||
      (split === 'heading' && isTopHeading(node) && textBelow([node]).trim() !== '');
    if (begins && articles.length < maxOfficeArticles) articles.push([]);
    if (!isBreak) articles.at(-1)?.push(node);
  }
  return articles;
}

/** Takes page breaks out of paragraphs to the level of the document, where they part articles. */
function liftPageBreaks(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  return nodes.flatMap((node) => {
    if (!isElement(node) || !node.childNodes.some(isPageBreak)) return [node];
    const breaks = node.childNodes.filter(isPageBreak);
    const [first] = node.childNodes.filter(
      (child) => isPageBreak(child) || textBelow([child]).trim() !== '',
    );
    const isBefore = first !== undefined && isPageBreak(first);
    node.childNodes = node.childNodes.filter((child) => !isPageBreak(child));
    if (textBelow([node]).trim() === '') return breaks;
    return isBefore ? [...breaks, node] : [node, ...breaks];
  });
}

/**
 * Returns the articles of a file of an office program.
 *
 * @param html as described in `OfficeHtml`
 */
export function officeArticles(html: string, split: OfficeSplit): OfficeArticles {
  const isReduced = isOverHtmlLimits(html);
  const { parseFragment } = htmlLibraries();
  const { childNodes } = parseFragment(isReduced ? withoutTags(html) : html);
  const footnotes = takeOfficeNotes(childNodes);
  const nodes = liftPageBreaks(footnotes.nodes);
  if (html.includes('\t')) markTabs(nodes);
  const lineEnds = isReduced ? 'paragraphs' : 'space';
  const toBody = (part: readonly HtmlNode[]): SeedBody => {
    const { blocks } = parsedHtmlBlocks(part, { base: undefined, lineEnds });
    const [first, ...others] = blocks;
    const hasTitle = isTopHeading(part.find(isElement));
    // Of a page on the web the title is elsewhere, so that its headings begin at level 2.
    return hasTitle && first?.type === 'heading'
      ? bodyWithTabs([{ ...first, depth: 1 }, ...others], true)
      : bodyWithTabs(blocks, false);
  };
  const notes = new Map([...footnotes.notes].map(([id, note]) => [id, toBody(note).body]));
  const bodies = splitNodes(nodes, split).map((part) => {
    const elements = part.filter((node): node is HtmlElement => isElement(node));
    markFootnotes(part);
    markBoldHeadings(elements);
    shiftHeadings(elements);
    return withFootnotes(toBody(titleFirst(part, titleElement(elements))), notes);
  });
  return { bodies: bodies.filter(({ body }) => body.trim() !== ''), isReduced };
}
