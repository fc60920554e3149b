import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textBelow,
  walkTree,
} from '../html/tree.ts';
import type { LetterCounts, PageContainer } from './page-container.ts';
import {
  type FurnitureKind,
  furnitureKind,
  holdsArticle,
  isRelatedHeading,
  namesOfElement,
} from './page-furniture.ts';

/** A part of an article's container that is not published. */
export interface LeftOut {
  readonly kind: FurnitureKind;
  readonly letters: number;
  /** Its beginning. */
  readonly text: string;
}

/** Returns an element as a part that was left out; undefined where it has no text. */
export function leftOutPart(element: HtmlElement, kind: FurnitureKind): LeftOut | undefined {
  const text = textBelow([element]).replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  return { kind, letters: text.replaceAll(' ', '').length, text: text.slice(0, 80) };
}

/** Greatest share of a container's letters that share bars, lists of articles and the like have. */
const maxFurnitureShare = 0.5;

/** Elements of prose, which are kept also outside the marked text of an article. */
const proseTags = new Set(
  'p h2 h3 h4 h5 h6 blockquote figure img picture ul ol table pre details video audio iframe'.split(
    ' ',
  ),
);

/** Classes of lines whose content the metadata have. */
const detailNames =
  /(?:^|-)(?:meta|byline|author|authors|writer|date|time|published|updated|category|section|views|post-info|credits?)(?:-|$)/;

const isDetails = (element: HtmlElement): boolean =>
  element.tagName === 'time' ||
  /^(?:author|datepublished|datemodified|publisher|articlesection|keywords)$/i.test(
    attribute(element, 'itemprop') ?? '',
  ) ||
  namesOfElement(element)
    .split(/\s+/)
    .some((name) => detailNames.test(name));

const isSummary = (element: HtmlElement): boolean =>
  /(?:^|-)(?:lead|lede|standfirst|summary|excerpt|subtitle|sub-title|deck|intro|sapo|kicker)(?:-|$)/.test(
    namesOfElement(element),
  ) || /^(?:description|alternativeheadline)$/i.test(attribute(element, 'itemprop') ?? '');

/**
 * Removes from the container of an article, in place, what is no part of it: share bars, lists of other articles,
 * notices, forms.
 *
 * @returns the parts that were removed and had text
 */
export function cleanContainer(
  { element: container, bodies }: PageContainer,
  counts: LetterCounts,
): readonly LeftOut[] {
  const leftOut: LeftOut[] = [];
  const own = new Set<HtmlNode>(bodies);
  const total = counts.get(container)?.letters ?? 0;
  const of = (element: HtmlElement) => counts.get(element) ?? { letters: 0, linked: 0 };

  function leave(element: HtmlElement, kind: FurnitureKind): void {
    const part = leftOutPart(element, kind);
    if (part !== undefined) leftOut.push(part);
  }

  /** Returns the kind of an element that is furniture; most of an article is none, whatever it is called. */
  function kindOf(element: HtmlElement): FurnitureKind | undefined {
    if (own.has(element) || (bodies.length > 0 && holdsOwn(element))) return undefined;
    const { letters, linked } = of(element);
    const isAside = element.tagName === 'aside' || element.tagName === 'footer';
    const kind =
      furnitureKind(element) ?? (isAside && linked > letters / 2 ? 'related' : undefined);
    if (kind === undefined || kind === 'notice')
      return kind !== undefined && !holdsArticle(element) ? kind : undefined;
    // Whole pages of ASP.NET stand in a form; texts with links stay.
    const isSmall = letters <= total * maxFurnitureShare || linked > letters / 2;
    return isSmall ? kind : undefined;
  }

  const holdsOwn = (element: HtmlElement): boolean =>
    walkTree([element]).some((node) => own.has(node));

  /** Returns the children to keep. */
  function kept(parent: HtmlElement, isOwn: boolean): HtmlNode[] {
    const children: HtmlNode[] = [];
    let isRelated = false;
    for (const child of parent.childNodes) {
      if (!isElement(child)) {
        if (isOwn || ('value' in child && child.value.trim() === '')) children.push(child);
        else if ('value' in child) leftText(child.value);
        continue;
      }
      // What opens a closed part is its heading.
      if (isOpener(child)) child.tagName = 'p';
      const kind = kindOf(child) ?? (isRelated && isLinkList(child) ? 'related' : undefined);
      const text =
        /^(?:h[2-6]|p|div|strong|span)$/.test(child.tagName) && of(child).letters <= 60
          ? textBelow([child]).trim()
          : '';
      if (kind !== undefined) {
        leave(child, kind);
        // The heading of a list that is left out goes with it.
        const heading = children.findLastIndex(isElement);
        const before = children[heading];
        if (isRelated && before !== undefined && isElement(before) && kind === 'related') {
          children.splice(heading, 1);
          leave(before, kind);
        }
        isRelated = false;
        continue;
      }
      if (text !== '' || of(child).letters > 0) isRelated = text !== '' && isRelatedHeading(text);
      children.push(child);
    }
    return children;
  }

  function leftText(text: string): void {
    const letters = text.replace(/\s+/g, '').length;
    if (letters > 0) leftOut.push({ kind: 'details', letters, text: text.trim().slice(0, 80) });
  }

  /** Tells whether an element is a list of links. */
  function isLinkList(element: HtmlElement): boolean {
    const { letters, linked } = of(element);
    return (
      /^(?:ul|ol|div|p|section)$/.test(element.tagName) && letters > 0 && linked >= letters * 0.8
    );
  }

  /** Walks down; outside the marked text only prose is kept. */
  const stack: { readonly element: HtmlElement; readonly isOwn: boolean }[] = [
    { element: container, isOwn: bodies.length === 0 || own.has(container) },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { element, isOwn } = next;
    element.childNodes = kept(element, isOwn);
    const inner: HtmlNode[] = [];
    for (const child of element.childNodes) {
      if (!isElement(child)) {
        inner.push(child);
        continue;
      }
      const isChildOwn = isOwn || own.has(child);
      if (isChildOwn || holdsOwn(child)) {
        inner.push(child);
        stack.push({ element: child, isOwn: isChildOwn });
        continue;
      }
      const isProse = !isDetails(child) && (proseTags.has(child.tagName) || isSummary(child));
      if (isProse) {
        inner.push(child);
        stack.push({ element: child, isOwn: true });
      } else if (child.tagName === 'h1') inner.push(child);
      else if (isDetails(child) || !holdsProse(child)) leave(child, 'details');
      else {
        inner.push(child);
        stack.push({ element: child, isOwn: false });
      }
    }
    element.childNodes = inner;
  }
  return leftOut;
}

const isOpener = (element: HtmlElement): boolean =>
  element.tagName === 'button' &&
  (attribute(element, 'aria-controls') !== undefined ||
    /^(?:tab)$/.test(attribute(element, 'role') ?? '') ||
    /(?:^|-)(?:accordion|tab|tabs|tablinks|toggle|collapsible)(?:-|$)/.test(
      namesOfElement(element).replace(/\s/g, '-'),
    ));

const holdsProse = (element: HtmlElement): boolean =>
  walkTree(element.childNodes).some(
    (node) =>
      isElement(node) && (proseTags.has(node.tagName) || node.tagName === 'h1' || isSummary(node)),
  );
