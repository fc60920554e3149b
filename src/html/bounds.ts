import {
  maxHtmlAttributes,
  maxHtmlDepth,
  maxHtmlElements,
  maxHtmlNodes,
  maxTagAttributes,
} from '../model/limits.ts';

/** Elements that HTML closes by itself, or that have no content: they do not nest. */
const flatTags = new Set(
  `p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt br img hr meta link input
   col area base embed source track wbr param script style`.split(/\s+/),
);

/** Elements that a parser opens again in each block after them until they are closed (WHATWG HTML, 13.2.4.3). */
const formattingTags = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/** Most equal formatting elements that a parser opens again. */
const maxEqual = 3;

/** Length of HTML, in UTF-16 units, that cannot be over the limits. */
const harmlessLength = 2000;

const tagStart = /<(\/?)([a-z][a-z\d]{0,20})/iy;

/** An attribute, or what else may stand within a tag. */
const tagPart = /([^\s"'>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?|["'=/]|\s+/y;

/** Counts what a parser would hold for the tags of HTML. */
function htmlCounter() {
  let [elements, nodes, attributes, depth] = [0, 0, 0, 0];
  /** Open formatting elements, as written. */
  let formatting: string[] = [];
  return {
    /** Counts a start tag; returns whether there is more than a parser can bear. */
    open(name: string, written: string, tagAttributes: number): boolean {
      elements += 1;
      attributes += tagAttributes;
      const isFormatting = formattingTags.has(name);
      const equal = isFormatting ? formatting.filter((other) => other === written).length : 0;
      nodes += isFormatting ? 1 : 1 + formatting.length;
      if (isFormatting && equal < maxEqual) formatting.push(written);
      if (!flatTags.has(name)) depth += 1;
      return (
        elements > maxHtmlElements ||
        nodes > maxHtmlNodes ||
        attributes > maxHtmlAttributes ||
        tagAttributes > maxTagAttributes ||
        depth > maxHtmlDepth
      );
    },
    close(name: string): void {
      if (!flatTags.has(name)) depth = Math.max(0, depth - 1);
      // The end of a cell closes what was opened in it.
      if (name === 'td' || name === 'th') formatting = [];
      else if (formattingTags.has(name)) formatting.pop();
    },
  };
}

/** Returns the end of a tag whose name ends at an offset, and the number of its attributes. */
function endOfTag(html: string, from: number): readonly [end: number, attributes: number] {
  let [at, attributes] = [from, 0];
  while (at < html.length && html[at] !== '>') {
    tagPart.lastIndex = at;
    const part = tagPart.exec(html);
    if (part?.[1] !== undefined) attributes += 1;
    at += part?.[0].length || 1;
  }
  return [at + 1, attributes];
}

/** Returns the offset after a comment, or after the content of a script or style sheet. */
function endOf(html: string, from: number, closing: RegExp): number {
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found === null ? html.length : found.index;
}

/**
 * Tells whether HTML has more elements, attributes or levels than a parser can hold, before it is parsed: the
 * tree of hostile HTML takes hundreds of times its size.
 */
export function isOverHtmlLimits(html: string): boolean {
  if (html.length < harmlessLength) return false;
  const counter = htmlCounter();
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = endOf(html, at + 4, /-->/g);
      continue;
    }
    tagStart.lastIndex = at;
    const [, slash, written = ''] = tagStart.exec(html) ?? [];
    at += 1;
    if (slash === undefined) continue;
    const name = written.toLowerCase();
    const [end, attributes] = endOfTag(html, at + slash.length + written.length);
    if (slash === '/') counter.close(name);
    else if (counter.open(name, html.slice(at, Math.min(end, at + 200)), attributes)) return true;
    at = end;
    if (slash === '' && name === 'script') at = endOf(html, at, /<\/script/gi);
    if (slash === '' && name === 'style') at = endOf(html, at, /<\/style/gi);
  }
  return false;
}

/** Returns HTML without its tags, which separate words; character references stay. */
export const withoutTags = (html: string): string =>
  html.replace(/<!--[^<]*(?:-->)?|<\/?[a-z][^<>]*>?/gi, ' ').replaceAll('<', '&lt;');
