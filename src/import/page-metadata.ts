import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { attribute, type HtmlElement, type HtmlNode, isElement, textBelow } from '../html/tree.ts';
import { maxLinkedData } from '../model/limits.ts';

/** The metadata of a page. */
export interface PageMetadata {
  /** Contents of `<meta>` by name, property or itemprop in lower case. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** Texts of JSON-LD. */
  readonly linkedData: readonly string[];
  /** Its headings of the first level. */
  readonly headlines: readonly string[];
  /** Its headings of the second and third level. */
  readonly headings: readonly string[];
  /** Dates of `<time>` and `itemprop="datePublished"`, publication dates first. */
  readonly times: readonly string[];
  /** Days in elements whose class says that they hold one. */
  readonly dateLines: readonly string[];
  /** Names that elements are marked with as authors: `rel="author"`, `itemprop="author"`, a class. */
  readonly authors: readonly string[];
  readonly canonical: string | undefined;
  /** The URL that a browser recorded when it saved the page. */
  readonly savedFrom: string | undefined;
  /** Whether an element is marked as an article. */
  readonly hasArticle: boolean;
  /** Depth of its tree, and number of its elements. */
  readonly depth: number;
  readonly elements: number;
}

/** A parsed page and its metadata. */
export interface ReadPage {
  readonly document: DefaultTreeAdapterTypes.Document;
  readonly metadata: PageMetadata;
}

/** Elements without readable text, removed before the search for the main text. */
const removedTags = new Set('script style noscript template svg link'.split(' '));

/** Most values of one kind that are read, such as dates. */
const maxValues = 100;

/** Classes of an author's name. */
const authorClass =
  /(?:^|\s)(?:author|byline|post-author|author-name|entry-author|article-author|author-link|writer-name)(?:\s|$)/i;

/** Classes of the day of publication. */
const dateClass =
  /(?:^|\s)(?:published|dt-published|date-header|post-date|entry-date|article-date|article__date|story-date|news-date|pub-?date|publish-date|date-published|post-timestamp)(?:\s|$)/i;

/** Longest line of a day. */
const maxDateLine = 80;

/** Longest name of an author with the words before it. */
const maxAuthor = 60;

/** Comment of Internet Explorer and Chrome in a saved page: «saved from url=(0023)http://…». */
const savedFromComment = /^\s*saved from url=\(\d{1,5}\)(https?:\/\/\S+)/i;

const scriptText = (element: HtmlElement): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/**
 * Removes elements without readable text and comments from a tree, without recursion.
 *
 * @param readElement called for each element, before its removal
 * @param readComment called with the text of each comment
 * @returns depth of the tree, and number of its elements, without removed ones
 */
function pruneTree(
  document: DefaultTreeAdapterTypes.Document,
  readElement: (element: HtmlElement) => void,
  readComment: (text: string) => void,
): Pick<PageMetadata, 'depth' | 'elements'> {
  let [depth, elements] = [0, 0];
  const stack: { readonly node: HtmlNode; readonly level: number }[] = [];
  const push = (nodes: readonly HtmlNode[], level: number): void => {
    for (const node of nodes.toReversed()) stack.push({ node, level });
  };
  push(document.childNodes, 1);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, level } = next;
    if ('data' in node) readComment(node.data);
    if (!isElement(node)) continue;
    readElement(node);
    depth = Math.max(depth, level);
    elements += 1;
    node.childNodes = node.childNodes.filter((child) => {
      if (isElement(child) && removedTags.has(child.tagName)) readElement(child);
      if ('data' in child) readComment(child.data);
      return isElement(child) ? !removedTags.has(child.tagName) : 'value' in child;
    });
    push(node.childNodes, level + 1);
  }
  return { depth, elements };
}

/**
 * Parses a page as browsers do (WHATWG HTML, by parse5), reads its metadata, and removes scripts,
 * styles and comments from its tree.
 */
export function readPageMetadata(html: string): ReadPage {
  const document = parse(html);
  const meta = new Map<string, string[]>();
  const linkedData: string[] = [];
  const headlines: string[] = [];
  const [published, times]: [string[], string[]] = [[], []];
  const headings: string[] = [];
  const dateLines: string[] = [];
  const authors: string[] = [];
  let canonical: string | undefined;
  let savedFrom: string | undefined;
  let hasArticle = false;

  function readElement(element: HtmlElement): void {
    const { tagName } = element;
    const attributeOf = (name: string): string => attribute(element, name)?.trim() ?? '';
    const itemprop = attributeOf('itemprop').toLowerCase();
    if (tagName === 'meta') {
      const name = (attributeOf('property') || attributeOf('name') || itemprop).toLowerCase();
      const content = attributeOf('content');
      if (name === '' || content === '') return;
      const known = meta.get(name) ?? [];
      // The first of a name are read.
      if (known.length < maxValues) meta.set(name, [...known, content]);
    } else if (tagName === 'link') {
      if (/(?:^|\s)canonical(?:\s|$)/i.test(attributeOf('rel'))) canonical ??= attributeOf('href');
    } else if (tagName === 'script') {
      if (attributeOf('type').toLowerCase() !== 'application/ld+json') return;
      const text = scriptText(element);
      if (text.length <= maxLinkedData && linkedData.length < maxValues) linkedData.push(text);
    } else if (tagName === 'h1') {
      if (headlines.length < maxValues) headlines.push(textBelow(element.childNodes));
    } else if (tagName === 'h2' || tagName === 'h3') {
      if (headings.length < maxValues) headings.push(textBelow(element.childNodes));
    } else if (tagName === 'time' || itemprop === 'datepublished') {
      if (times.length + published.length >= maxValues) return;
      const written =
        attributeOf('datetime') || attributeOf('content') || textBelow(element.childNodes);
      const isPublished =
        itemprop === 'datepublished' || attribute(element, 'pubdate') !== undefined;
      (isPublished ? published : times).push(written);
    }
    if (
      tagName !== 'time' &&
      dateClass.test(attributeOf('class')) &&
      dateLines.length < maxValues
    ) {
      const line =
        attributeOf('title') || textBelow(element.childNodes).replace(/\s+/g, ' ').trim();
      if (line.length <= maxDateLine) dateLines.push(line);
    }
    const isAuthor =
      /(?:^|\s)author(?:\s|$)/.test(`${attributeOf('rel')} ${itemprop}`) ||
      authorClass.test(attributeOf('class'));
    if (isAuthor && tagName !== 'meta' && tagName !== 'link' && authors.length < maxValues) {
      const name = textBelow(element.childNodes).replace(/\s+/g, ' ').trim();
      if (name !== '' && name.length <= maxAuthor) authors.push(name);
    }
    const isArticle = attributeOf('property') === 'og:type' && attributeOf('content') === 'article';
    if (tagName === 'article' || itemprop === 'articlebody' || isArticle) hasArticle = true;
  }

  function readComment(text: string): void {
    savedFrom ??= savedFromComment.exec(text)?.[1];
  }

  const { depth, elements } = pruneTree(document, readElement, readComment);
  return {
    document,
    metadata: {
      ...{
        meta,
        linkedData,
        headlines,
        headings,
        dateLines,
        authors,
        canonical,
        hasArticle,
        depth,
        elements,
      },
      times: [...published, ...times],
      savedFrom,
    },
  };
}
