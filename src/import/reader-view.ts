import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { attribute, type HtmlElement, type HtmlNode, isElement, walkTree } from '../html/tree.ts';
import type { PageMetadata } from './page-metadata.ts';

/** The text that Readability finds in a page. */
export interface ReaderText {
  readonly nodes: readonly HtmlNode[];
  readonly byline: string;
  readonly title: string;
}

/** Greatest depth of a page; deeper ones would exhaust the stack of Readability. */
const maxDepth = 400;

/** Most elements of a page; a portal's front page has ten thousand. */
const maxElements = 60_000;

/** Fewest letters of a text that is not searched for again. */
const minLetters = 200;

/** Attributes by which a page hides an element. */
const hiding = new Set(['hidden', 'aria-hidden', 'style']);

/** Shows an element and those around it: a page behind a notice is often hidden as a whole. */
function show(element: HtmlElement): void {
  const parents: HtmlElement[] = [element];
  for (
    let parent = element.parentNode;
    parent !== null && 'tagName' in parent;
    parent = parent.parentNode
  )
    parents.push(parent);
  for (const one of parents) one.attrs = one.attrs.filter(({ name }) => !hiding.has(name));
}

/** Removes names and what hides elements from a whole page, which may mislead the search. */
function bareHtml(document: DefaultTreeAdapterTypes.Document): string {
  for (const node of walkTree(document.childNodes)) {
    if (!isElement(node)) continue;
    const isShownSo = attribute(node, 'itemprop') !== undefined;
    node.attrs = node.attrs.filter(
      ({ name }) => !/^(?:class|id)$/.test(name) && (isShownSo || !hiding.has(name)),
    );
  }
  return serialize(document);
}

/**
 * Finds the text of a page with Readability, Firefox's reader view; where it finds little, once more without regard to
 * the names of elements and to what is hidden. Its packages are loaded with the first page.
 *
 * @param container the element in which the article stands, where it is known; it is shown
 */
export async function readerText(
  document: DefaultTreeAdapterTypes.Document,
  metadata: PageMetadata,
  container: HtmlElement | undefined,
): Promise<ReaderText | undefined> {
  if (metadata.depth > maxDepth || metadata.elements > maxElements) return undefined;
  const [{ Readability }, { parseHTML }] = await Promise.all([
    import('@mozilla/readability'),
    import('linkedom'),
  ]);
  if (container !== undefined) show(container);
  const find = (html: string) => {
    // The HTML that parse5 has corrected is parsed by a faster parser without error correction.
    const { document: dom } = parseHTML(html);
    return new Readability(dom, { charThreshold: 200, disableJSONLD: true }).parse();
  };
  let found = find(serialize(document));
  const letters = (found?.textContent ?? '').replace(/\s+/g, '').length;
  if (container === undefined && letters < minLetters) found = find(bareHtml(document)) ?? found;
  if (found === null) return undefined;
  const nodes = parseFragment(found.content ?? '').childNodes;
  return { nodes, byline: found.byline?.trim() ?? '', title: found.title?.trim() ?? '' };
}
