import { parseFragment, serialize } from 'parse5';
import { isElement, textBelow, walkTree } from '../sources/html/tree.ts';
import type { ReadPage } from './page-metadata.ts';
import { wrapParagraphs } from './wrap-paragraphs.ts';

/** The main text of a page. */
export interface MainText {
  readonly html: string;
  /** The byline; empty where none was found. */
  readonly byline: string;
  /** The page's title, as far as it is that of the article. */
  readonly title: string;
}

/** Greatest depth of a page; deeper ones would exhaust the stack of Readability. */
const maxDepth = 400;

/** Most elements of a page; a portal's front page has ten thousand. */
const maxElements = 60_000;

/** Letters of the shortest article, on a page marked as an article, and on other pages. */
const minLetters = { marked: 100, unmarked: 250 };

/** Greatest share of an article's letters within links; in a list of news nearly all are. */
const maxLinkedShare = { marked: 0.6, unmarked: 0.3 };

const lettersOf = (text: string): number => text.replace(/\s+/g, '').length;

/** Tells whether a main text is an article and not a list of links. */
function isArticle(html: string, isMarked: boolean): boolean {
  const nodes = parseFragment(html).childNodes;
  const letters = lettersOf(textBelow(nodes));
  let linked = 0;
  for (const node of walkTree(nodes)) {
    if (isElement(node) && node.tagName === 'a') linked += lettersOf(textBelow(node.childNodes));
  }
  const kind = isMarked ? 'marked' : 'unmarked';
  return letters >= minLetters[kind] && linked <= letters * maxLinkedShare[kind];
}

/**
 * Finds the article in a page with Readability, Firefox's reader view. Its packages are loaded with
 * the first page.
 *
 * @returns undefined where the page is a list, a front page or otherwise no article
 */
export async function mainText({ document, metadata }: ReadPage): Promise<MainText | undefined> {
  if (metadata.depth > maxDepth || metadata.elements > maxElements) return undefined;
  const [{ Readability }, { parseHTML }] = await Promise.all([
    import('@mozilla/readability'),
    import('linkedom'),
  ]);
  wrapParagraphs(document);
  // The HTML that parse5 has corrected is parsed by a faster parser without error correction.
  const { document: dom } = parseHTML(serialize(document));
  const article = new Readability(dom, { charThreshold: 200, disableJSONLD: true }).parse();
  const html = article?.content ?? '';
  if (!isArticle(html, metadata.hasArticle)) return undefined;
  return { html, byline: article?.byline?.trim() ?? '', title: article?.title?.trim() ?? '' };
}
