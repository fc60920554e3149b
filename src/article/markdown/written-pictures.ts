import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { wikiAddress } from '../../pictures/picture-address.ts';
import { isPictureName } from '../../pictures/picture-kind.ts';
import { isOwnPicture } from './figures.ts';

/** Obsidian's `![[photo.jpg]]`, `![[photo.jpg|words]]`, `![[photo.jpg|300]]`. */
const wikiForm = String.raw`!\[\[([^[\]|#\n]{1,400})(?:\|([^[\]\n]{0,400}))?\]\]`;

/** `![words](photo of the port.jpg "title")`: with a blank in its address it is no picture in CommonMark. */
const blankForm = String.raw`!\[([^[\]\n]{0,400})\]\(((?:[^()\n]|\([^()\n]{0,100}\)){1,400}?)(?:[ \t]+["“”']([^()\n"“”']{0,400})["“”'])?\)`;

const writtenPicture = new RegExp(`${wikiForm}|${blankForm}`, 'g');

/** Returns the properties of a picture as it is written; undefined where it names none. */
function propertiesOf([, wiki, words = '', alt = '', address = '', title]: RegExpMatchArray):
  | Element['properties']
  | undefined {
  if (wiki === undefined) {
    const src = address.trim();
    if (!isPictureName(src) || !isOwnPicture(src)) return undefined;
    return { src, alt: alt.trim(), ...(title === undefined ? {} : { title: title.trim() }) };
  }
  if (!isPictureName(wiki.trim())) return undefined;
  const shown = words.split('|').find((part) => !/^\s*\d*(?:x\d+)?\s*$/.test(part)) ?? '';
  return { src: wikiAddress(wiki.trim()), alt: shown.trim() };
}

/** Returns a text with elements in place of the pictures that are written in it. */
function withPictures(text: Text): readonly ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const match of text.value.matchAll(writtenPicture)) {
    const properties = propertiesOf(match);
    if (properties === undefined) continue;
    if (match.index > end) parts.push({ ...text, value: text.value.slice(end, match.index) });
    parts.push({
      ...{ type: 'element', tagName: 'img', children: [], properties },
      ...(text.position === undefined ? {} : { position: text.position }),
    });
    end = match.index + match[0].length;
  }
  if (parts.length === 0) return [text];
  if (end < text.value.length) parts.push({ ...text, value: text.value.slice(end) });
  return parts;
}

/** Puts pictures in place of those that CommonMark leaves as text in a safe tree, in place. */
export function markWrittenPictures(parent: Root | Element): void {
  const children: RootContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'text' && child.value.includes('![')) children.push(...withPictures(child));
    else {
      if (child.type === 'element' && child.tagName !== 'code' && child.tagName !== 'pre')
        markWrittenPictures(child);
      children.push(child);
    }
  }
  parent.children = children as typeof parent.children;
}
