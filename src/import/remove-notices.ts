import type { DefaultTreeAdapterTypes } from 'parse5';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textBelow,
  walkTree,
} from '../sources/html/tree.ts';
import type { LetterCounts } from './page-container.ts';
import {
  furnitureKind,
  holdsArticle,
  mayWrap,
  readsAsNotice,
  speaksOfStorage,
} from './page-furniture.ts';

/** Kinds of furniture that is no article wherever it stands. */
const foreign = new Set(['notice', 'dialog', 'newsletter']);

/** Depth below `<body>` at which a block without a telling name may be a notice. */
const maxNoticeDepth = 4;

/** Letters of the longest notice without a list of the site's partners. */
const maxNoticeLetters = 2500;

/** Greatest share of a page's letters that a notice with the name of a wrapper has. */
const maxNoticeShare = 0.6;

const isBlockTag = ({ tagName }: HtmlElement): boolean =>
  /^(?:div|section|aside|footer|p|center|table|form|span)$/.test(tagName);

/**
 * Removes notices about cookies, dialogues and boxes for newsletters from a page, in place: where an article is hidden
 * or short, they would be taken for it. Elements that hold the article stay, whatever they are called.
 *
 * @returns the removed elements
 */
export function removeNotices(
  document: DefaultTreeAdapterTypes.Document,
  counts: LetterCounts,
): readonly HtmlElement[] {
  const removed: HtmlElement[] = [];
  const lettersOf = (element: HtmlElement): number => counts.get(element)?.letters ?? 0;
  const total = document.childNodes.filter(isElement).reduce((sum, one) => sum + lettersOf(one), 0);
  // A wrapper of the page may have the name of what it once opened.
  const isWrapper = (element: HtmlElement): boolean =>
    lettersOf(element) > total * maxNoticeShare &&
    mayWrap(element) &&
    (lettersOf(element) > maxNoticeLetters || !speaksOfStorage(textBelow([element])));
  const stack: { readonly parent: { childNodes: HtmlNode[] }; readonly level: number }[] = [
    { parent: document, level: -2 },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { parent, level } = next;
    const notices = new Set(
      parent.childNodes.filter(isElement).filter((one) => isNotice(one, level) && !isWrapper(one)),
    );
    for (const notice of notices) removed.push(notice);
    if (notices.size > 0) {
      parent.childNodes = parent.childNodes.filter(
        (node) => !isElement(node) || !notices.has(node),
      );
    }
    for (const node of parent.childNodes) {
      if (isElement(node)) stack.push({ parent: node, level: level + 1 });
    }
  }
  return removed;
}

function isNotice(element: HtmlElement, level: number): boolean {
  if (/^(?:html|head|body|main|article)$/.test(element.tagName)) return false;
  const kind = furnitureKind(element);
  if (kind !== undefined && foreign.has(kind)) return !holdsArticle(element);
  if (level < 0 || level > maxNoticeDepth || !isBlockTag(element) || isInArticle(element))
    return false;
  if (!readsAsNotice(textBelow([element]).trim()) || holdsArticle(element)) return false;
  return isLastOfParent(element) || hasConsentButton(element);
}

/** Tells whether nothing with words follows in the same parent: notices stand at the end of a page. */
function isLastOfParent(element: HtmlElement): boolean {
  const siblings = element.parentNode?.childNodes ?? [];
  return textBelow(siblings.slice(siblings.indexOf(element) + 1)).trim() === '';
}

const consent =
  /^(?:أ?وافق|موافق|أقبل|قبول|حسن|نعم|فهمت|إغلاق|استمر|متابعة|accept|agree|ok\b|got it|allow|close)/i;

const hasConsentButton = (element: HtmlElement): boolean =>
  walkTree([element]).some(
    (node) =>
      isElement(node) &&
      (/^(?:a|button)$/.test(node.tagName)
        ? consent.test(buttonText(node).trim())
        : node.tagName === 'input' && consent.test(attribute(node, 'value') ?? '')),
  );

/** `textBelow` passes over what is no text of an article; the children of a button are. */
const buttonText = (element: HtmlElement): string => textBelow(element.childNodes);

function isInArticle(element: HtmlElement): boolean {
  for (
    let parent = element.parentNode;
    parent !== null && 'tagName' in parent;
    parent = parent.parentNode
  ) {
    if (/^(?:article|main)$/.test(parent.tagName)) return true;
  }
  return false;
}
