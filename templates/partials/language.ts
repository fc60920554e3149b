import type { Site } from '../../src/model/site.ts';
import { type Html, html, isolateLtr } from '../../src/render/html.ts';

/** Languages of the region's newspapers that are written from right to left. */
const rightToLeft = new Set(['ar', 'ckb', 'fa', 'he', 'ps', 'sd', 'ug', 'ur']);

const directionOf = (code: string): 'ltr' | 'rtl' =>
  rightToLeft.has(code.split('-')[0] ?? code) ? 'rtl' : 'ltr';

/**
 * The attributes `lang` and `dir` of an article's text, where its language is not that of the interface:
 * an Arabic article is set from right to left in an English interface too.
 *
 * @param language language code of the article; Arabic where undefined
 */
export function langAttributes(language: string | undefined, site: Site): Html | false {
  const code = language ?? 'ar';
  if (code === site.messages.language) return false;
  return html` lang="${code}" dir="${directionOf(code)}"`;
}

/** The attribute `dir` of a card whose words run the other way than the interface: its parts have one edge. */
export function cardDirection(language: string | undefined, { messages }: Site): Html | false {
  const direction = directionOf(language ?? 'ar');
  return direction !== messages.direction && html` dir="${direction}"`;
}

/**
 * Isolates a name or title from the line around it. With an Arabic letter in it, it runs from right to
 * left even where it starts with a Latin word («BBC عربي»), for which `dir="auto"` gives the opposite.
 */
export const isolateName = (text: string): Html =>
  /\p{Script=Arabic}/u.test(text)
    ? html`<bdi dir="rtl">${isolateLtr(text)}</bdi>`
    : html`<bdi dir="ltr">${text}</bdi>`;
