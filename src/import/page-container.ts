import { attribute, type HtmlElement, type HtmlNode, isElement } from '../sources/html/tree.ts';
import { furnitureKind, isBodyByName, mayWrap } from './page-furniture.ts';

/** Letters and linked letters below each element of a page. */
export type LetterCounts = ReadonlyMap<
  HtmlElement,
  { readonly letters: number; readonly linked: number }
>;

/** Where the article of a page stands. */
export interface PageContainer {
  readonly element: HtmlElement;
  /** The elements in it that are marked as its text; empty where the container has only the article. */
  readonly bodies: readonly HtmlElement[];
  /** Whether it may hold other things beside the article, as `<main>` does. */
  readonly isWide: boolean;
  /** Whether the page has no other article. */
  readonly isOnly: boolean;
}

/** What was found of an article: its container; that the page lists several; or nothing. */
export type ContainerSearch = PageContainer | 'list' | undefined;

/** Fewest letters of an element that holds an article. */
const minLetters = 40;

const lower = (element: HtmlElement, name: string): string =>
  attribute(element, name)?.toLowerCase() ?? '';

const isBodyByMark = (element: HtmlElement): boolean =>
  /(?:^|\s)articlebody(?:\s|$)/.test(lower(element, 'itemprop'));

const isArticle = (element: HtmlElement): boolean =>
  element.tagName === 'article' ||
  lower(element, 'role') === 'article' ||
  /schema\.org\/(?:\w*article|blogposting|report)$/.test(lower(element, 'itemtype'));

const isMain = (element: HtmlElement): boolean =>
  element.tagName === 'main' ||
  lower(element, 'role') === 'main' ||
  /^(?:main-?|page-|site-)?content$/.test(lower(element, 'id'));

/** Counts the letters below each element, without recursion. */
export function countLetters(nodes: readonly HtmlNode[]): LetterCounts {
  const counts = new Map<HtmlElement, { letters: number; linked: number }>();
  interface Frame {
    readonly element: HtmlElement | undefined;
    readonly nodes: readonly HtmlNode[];
    at: number;
    letters: number;
    linked: number;
  }
  const frame = (element: HtmlElement | undefined, children: readonly HtmlNode[]): Frame => ({
    ...{ element, nodes: children },
    ...{ at: 0, letters: 0, linked: 0 },
  });
  const stack = [frame(undefined, nodes)];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.nodes[top.at];
    top.at += 1;
    if (node === undefined) {
      stack.pop();
      const { element, letters } = top;
      if (element === undefined) break;
      const linked = element.tagName === 'a' ? letters : top.linked;
      counts.set(element, { letters, linked });
      const parent = stack.at(-1);
      if (parent !== undefined) {
        parent.letters += letters;
        parent.linked += linked;
      }
    } else if ('value' in node) top.letters += node.value.replace(/\s+/g, '').length;
    else if (isElement(node)) stack.push(frame(node, node.childNodes));
  }
  return counts;
}

/** The elements of a page that may hold its article, in document order; none is within furniture. */
interface Candidates {
  readonly marked: HtmlElement[];
  readonly called: HtmlElement[];
  readonly articles: HtmlElement[];
  readonly mains: HtmlElement[];
  readonly headlines: HtmlElement[];
}

function candidatesIn(nodes: readonly HtmlNode[]): Candidates {
  const found: Candidates = { marked: [], called: [], articles: [], mains: [], headlines: [] };
  const stack = nodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    const isMarked = isBodyByMark(node);
    const isHolder = isMarked || isArticle(node) || isMain(node);
    const kind = isHolder || node.tagName === 'body' ? undefined : furnitureKind(node);
    // A wrapper may be called «off-menu-wrapper» or «page with-sidebar», and forms hold whole pages of ASP.NET.
    if (kind !== undefined && kind !== 'form' && !mayWrap(node)) continue;
    if (isMarked) found.marked.push(node);
    else if (isArticle(node)) found.articles.push(node);
    else if (isMain(node)) found.mains.push(node);
    else if (isBodyByName(node)) found.called.push(node);
    if (node.tagName === 'h1') found.headlines.push(node);
    for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
      const child = node.childNodes[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return found;
}

/** Returns the elements above an element, the nearest first. */
function* above(element: HtmlElement): Generator<HtmlElement> {
  for (let parent = element.parentNode; parent !== null && 'tagName' in parent; ) {
    yield parent;
    parent = parent.parentNode;
  }
}

/** Tells whether an element stands in another. */
export const isInElement = (inner: HtmlElement, outer: HtmlElement): boolean =>
  above(inner).some((one) => one === outer);

/** Returns elements that are in no other of them. */
function outermost(elements: readonly HtmlElement[]): readonly HtmlElement[] {
  const all = new Set(elements);
  return elements.filter((one) => !above(one).some((parent) => all.has(parent)));
}

/**
 * Finds the container of a page's article: the element that is marked or named as its text, within its `<article>`;
 * else its `<article>` or `<main>`.
 */
export function findContainer(nodes: readonly HtmlNode[], counts: LetterCounts): ContainerSearch {
  const lettersOf = (element: HtmlElement): number => counts.get(element)?.letters ?? 0;
  const isFilled = (element: HtmlElement): boolean => lettersOf(element) >= minLetters;
  const { marked, called, articles, mains, headlines } = candidatesIn(nodes);
  const filled = outermost(articles.filter(isFilled));
  const article = filled.length > 1 ? principal(filled, headlines, lettersOf) : filled[0];
  const bodies = outermost((marked.some(isFilled) ? marked : called).filter(isFilled));
  const own =
    article === undefined
      ? bodies
      : bodies.filter((one) => one === article || isInElement(one, article));
  if (article !== undefined)
    return {
      element: article,
      bodies: own.filter((one) => one !== article),
      isWide: false,
      isOnly: filled.length === 1,
    };
  if (bodies.length > 0) {
    const sum = bodies.reduce((all, one) => all + lettersOf(one), 0);
    const largest = bodies.reduce((best, one) => (lettersOf(one) > lettersOf(best) ? one : best));
    const isSpread = bodies.length > 2 && lettersOf(largest) < sum / 2;
    if (!isSpread)
      return {
        element: withHeadline(largest, headlines, lettersOf),
        bodies: [largest],
        isWide: false,
        isOnly: true,
      };
  }
  if (filled.length > 2) return 'list';
  const main = outermost(mains.filter(isFilled))[0];
  return main === undefined ? undefined : { element: main, bodies: [], isWide: true, isOnly: true };
}

/** Of several articles, returns the one that is the page's own; undefined where the page lists them. */
function principal(
  articles: readonly HtmlElement[],
  headlines: readonly HtmlElement[],
  lettersOf: (element: HtmlElement) => number,
): HtmlElement | undefined {
  const headed = articles.filter((one) => headlines.some((headline) => isInElement(headline, one)));
  if (headed.length === 1) return headed[0];
  const [first, second] = articles.toSorted((a, b) => lettersOf(b) - lettersOf(a));
  const isOwn =
    first !== undefined && second !== undefined && lettersOf(first) > 2 * lettersOf(second);
  return isOwn ? first : undefined;
}

/** Returns the nearest element above a text that holds the page's headline and little else. */
function withHeadline(
  body: HtmlElement,
  headlines: readonly HtmlElement[],
  lettersOf: (element: HtmlElement) => number,
): HtmlElement {
  const limit = 1.6 * lettersOf(body) + 200;
  for (const parent of above(body)) {
    if (/^(?:body|html)$/.test(parent.tagName) || lettersOf(parent) > limit) return body;
    if (headlines.some((headline) => isInElement(headline, parent))) return parent;
  }
  return body;
}
