import { parseFragment } from 'parse5';
import { type HtmlElement, type HtmlNode, isElement, textBelow, walkTree } from '../html/tree.ts';
import { cleanContainer, type LeftOut, leftOutPart } from './clean-container.ts';
import { droppedHead } from './dropped-head.ts';
import { countLetters, findContainer, isInElement, type PageContainer } from './page-container.ts';
import { furnitureKind } from './page-furniture.ts';
import type { ReadPage } from './page-metadata.ts';
import { type ReaderText, readerText } from './reader-view.ts';
import { removeNotices } from './remove-notices.ts';
import { wrapParagraphs } from './wrap-paragraphs.ts';

/** The main text of a page. */
export interface MainText {
  readonly nodes: readonly HtmlNode[];
  /** The byline; empty where none was found. */
  readonly byline: string;
  /** The page's title, as far as it is that of the article. */
  readonly title: string;
  /** Parts of the article's container that are no part of the text. */
  readonly leftOut: readonly LeftOut[];
}

/** What a page says of its article elsewhere, by which texts are compared. */
export interface StatedText {
  readonly description: string;
  /** The text in JSON-LD. */
  readonly articleBody: string;
}

/**
 * Letters of the shortest article: in its own container, on a page marked as an article, on one
 * with a single headline, and on other pages.
 */
const minLetters = { own: 40, marked: 100, headed: 150, unmarked: 250 };

/** Greatest share of an article's letters within links; in a list of news nearly all are. */
const maxLinkedShare = { own: 0.8, marked: 0.6, headed: 0.3, unmarked: 0.3 };

type Kind = keyof typeof minLetters;

const squeezed = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

/** Tells whether a text is an article and not a list of links. */
function isArticle(nodes: readonly HtmlNode[], kind: Kind): boolean {
  const letters = squeezed(textBelow(nodes)).length;
  let linked = 0;
  for (const node of walkTree(nodes)) {
    if (isElement(node) && node.tagName === 'a')
      linked += squeezed(textBelow(node.childNodes)).length;
  }
  return letters >= minLetters[kind] && linked <= letters * maxLinkedShare[kind];
}

/** Letters of a sample, and number of samples that are looked for. */
const [sampleLength, sampleCount] = [24, 40];

/** Returns the share of a text that another holds, by samples of it; 1 of an empty text. */
function shareIn(text: string, other: string): number {
  const step = Math.max(sampleLength, Math.floor(text.length / sampleCount));
  let [samples, found] = [0, 0];
  for (let at = 0; at + sampleLength <= text.length; at += step) {
    samples += 1;
    if (other.includes(text.slice(at, at + sampleLength))) found += 1;
  }
  return samples === 0 ? 1 : found / samples;
}

/** Tells whether the text of Firefox's reader view is better than that of the article's container. */
function isReaderBetter(
  { isWide, bodies, isOnly }: PageContainer,
  own: readonly HtmlNode[],
  reader: readonly HtmlNode[],
  stated: StatedText,
): boolean {
  const [ownText, readerText] = [squeezed(textBelow(own)), squeezed(textBelow(reader))];
  const body = squeezed(stated.articleBody.replace(/<[^<>]*>/g, ''));
  if (body.length >= minLetters.marked) {
    const [ownShare, readerShare] = [shareIn(body, ownText), shareIn(body, readerText)];
    if (Math.abs(ownShare - readerShare) > 0.2) return readerShare > ownShare;
  }
  if (isWide && !isArticle(own, 'unmarked')) return true;
  // The container holds only the beginning of the article.
  const holdsOwn = shareIn(ownText, readerText) >= 0.6;
  return isOnly && bodies.length === 0 && holdsOwn && readerText.length > 1.5 * ownText.length;
}

/** Returns the text in a page's JSON-LD as paragraphs, for pages that scripts fill. */
function statedNodes({ articleBody }: StatedText): readonly HtmlNode[] {
  if (/<(?:p|br|div)\b/i.test(articleBody)) return parseFragment(articleBody).childNodes;
  const escaped = articleBody.replaceAll('<', '&lt;');
  const paragraphs = escaped.split(/(?:\r?\n)+/).map((line) => `<p>${line}</p>`);
  return parseFragment(paragraphs.join('')).childNodes;
}

/**
 * Finds the article in a page: the text of its own container is compared with what Readability, Firefox's reader view,
 * finds, and with what the page says of its article; the better is returned.
 *
 * @returns undefined where the page is a list, a front page, a notice or otherwise no article
 */
export async function mainText(
  { document, metadata }: ReadPage,
  stated: StatedText,
): Promise<MainText | undefined> {
  wrapParagraphs(document);
  const counts = countLetters(document.childNodes);
  const search = findContainer(document.childNodes, counts);
  const container = search === 'list' ? undefined : search;
  const notices = removeNotices(document, counts)
    .filter((one) => container !== undefined && isInElement(one, container.element))
    .flatMap((one) => leftOutPart(one, furnitureKind(one) ?? 'notice') ?? []);
  const reader = await readerText(document, metadata, container?.element);
  const isMarked = metadata.hasArticle && search !== 'list';
  const isHeaded = metadata.headlines.length === 1 && search !== 'list';
  const kind = isMarked ? 'marked' : isHeaded ? 'headed' : 'unmarked';
  const { byline = '', title = '' } = reader ?? {};
  if (container !== undefined) {
    const leftOut = [...notices, ...cleanContainer(container, counts)];
    const own = container.element.childNodes;
    const isOwn = isArticle(own, container.isWide ? kind : 'own');
    const isBetter =
      reader !== undefined &&
      isArticle(reader.nodes, kind) &&
      (!isOwn || isReaderBetter(container, own, reader.nodes, stated));
    if (isBetter) return { nodes: reader.nodes, byline, title, leftOut: [] };
    if (isOwn) return { nodes: own, byline, title, leftOut };
  }
  if (
    search !== 'list' &&
    reader !== undefined &&
    isArticle(reader.nodes, kind) &&
    isConsistent(reader, stated)
  ) {
    const body = [...walkTree(document.childNodes)].find(isBody);
    const head = body === undefined ? undefined : droppedHead(body, reader.nodes, counts);
    const headline = head?.headline ?? '';
    return {
      nodes: [...(head?.nodes ?? []), ...reader.nodes],
      ...{ byline, leftOut: [] },
      // The title of such a page is often that of the site.
      title: squeezed(title).includes(squeezed(headline)) ? title : headline,
    };
  }
  const nodes = statedNodes(stated);
  return isArticle(nodes, 'marked') && search !== 'list'
    ? { nodes, byline, title, leftOut: [] }
    : undefined;
}

const isBody = (node: HtmlNode): node is HtmlElement => isElement(node) && node.tagName === 'body';

/** Tells whether a text can be that of which the page speaks: at least some of it stands there. */
function isConsistent({ nodes }: ReaderText, { articleBody }: StatedText): boolean {
  const body = squeezed(articleBody.replace(/<[^<>]*>/g, ''));
  return body.length < minLetters.marked || shareIn(body, squeezed(textBelow(nodes))) > 0.2;
}
