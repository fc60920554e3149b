import type { Site } from '../../src/model/site.ts';
import { type Html, html, isolateLtr } from '../../src/render/html.ts';

/** Languages written from right to left that newspapers of the region print. */
const rightToLeft = new Set(['ar', 'ckb', 'fa', 'he', 'ps', 'sd', 'ug', 'ur']);

/**
 * Attributes of text that an article brings, where its language is not that of the interface around
 * it: an Arabic article in an English interface is read from right to left all the same.
 */
export function langAttributes(language: string | undefined, site: Site): Html | false {
  const own = language ?? 'ar';
  if (own === site.messages.language) return false;
  const direction = rightToLeft.has(own.split('-')[0] ?? own) ? 'rtl' : 'ltr';
  return html` lang="${own}" dir="${direction}"`;
}

/**
 * Isolates a name or title from the line around it. One with an Arabic letter in it is Arabic even
 * where it opens with a Latin word («BBC عربي»), which `dir="auto"` would take for English.
 */
export const isolateName = (text: string): Html =>
  /\p{Script=Arabic}/u.test(text)
    ? html`<bdi dir="rtl">${isolateLtr(text)}</bdi>`
    : html`<bdi dir="ltr">${text}</bdi>`;
