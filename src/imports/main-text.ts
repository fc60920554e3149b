import { parseFragment, serialize } from 'parse5';
import { isElement, textBelow, walkTree } from './html-tree.ts';
import type { ReadPage } from './page-facts.ts';
import { partLines } from './part-lines.ts';

/** The part of a page that is its article. */
export interface MainText {
  readonly html: string;
  /** The line that names the writers; empty where none was found. */
  readonly byline: string;
  /** The page's title as far as it is the article's. */
  readonly title: string;
}

/** Deeper pages would exhaust the stack of what reads them. */
const deepestPage = 400;

/** A saved front page of a portal has ten thousand. */
const mostElements = 60_000;

/** Letters of the shortest article on a page that says that it is one, and on any other page. */
const shortest = { said: 100, unsaid: 250 };

/** Of the letters of an article, how many may stand in links; a list of news has nearly all there. */
const mostLinked = { said: 0.6, unsaid: 0.3 };

const lettersOf = (text: string): number => text.replace(/\s+/g, '').length;

/** Whether what was found is an article rather than a list of links to some. */
function isArticle(html: string, isSaid: boolean): boolean {
  const nodes = parseFragment(html).childNodes;
  const letters = lettersOf(textBelow(nodes));
  let linked = 0;
  for (const node of walkTree(nodes)) {
    if (isElement(node) && node.tagName === 'a') linked += lettersOf(textBelow(node.childNodes));
  }
  const kind = isSaid ? 'said' : 'unsaid';
  return letters >= shortest[kind] && linked <= letters * mostLinked[kind];
}

/**
 * Finds the article in a page by Readability, the reader view of Firefox. Its packages are loaded when
 * the first page is read.
 *
 * @returns undefined where the page is a list, a front page or otherwise no article
 */
export async function mainText({ document, facts }: ReadPage): Promise<MainText | undefined> {
  if (facts.depth > deepestPage || facts.elements > mostElements) return undefined;
  const [{ Readability }, { parseHTML }] = await Promise.all([
    import('@mozilla/readability'),
    import('linkedom'),
  ]);
  partLines(document);
  // What parse5 mended as browsers do is read by a quicker parser that does not.
  const { document: dom } = parseHTML(serialize(document));
  const found = new Readability(dom, { charThreshold: 200, disableJSONLD: true }).parse();
  const html = found?.content ?? '';
  if (!isArticle(html, facts.hasArticle)) return undefined;
  return { html, byline: found?.byline?.trim() ?? '', title: found?.title?.trim() ?? '' };
}
