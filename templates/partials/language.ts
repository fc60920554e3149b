import type { Site } from '../../src/model/site.ts';
import {
  directionOf,
  type Html,
  html,
  isolateLtr,
  keepRecent,
  languageAttributes,
  ownLanguage,
  trusted,
} from '../../src/render/html.ts';

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

/** The attribute `dir` of a line of the interface around a text that runs the other way: its lines have one edge. */
export function lineDirection(text: string, { messages }: Site): Html | false {
  const direction = /\p{Script=Arabic}/u.test(text)
    ? 'rtl'
    : (ownLanguage(text, undefined)?.direction ?? messages.direction);
  return direction !== messages.direction && html` dir="${direction}"`;
}

/** The site as the text of an article sees it, whose blocks carry their language where it is not the article's. */
export const inLanguage = (site: Site, language: string | undefined): Site =>
  language === undefined || language === 'ar' ? site : { ...site, textLanguage: language };

/** Arabic letters and signs in which nothing is to be escaped or isolated, and which no other language is told by. */
const plainArabic =
  /^[\u0621-\u063a\u0641-\u064a][\u0621-\u063a\u0641-\u0652\u060c\u061b\u061f\xab\xbb !().:\u2026-]*$/;

function nameIn(text: string, written: string | undefined): Html {
  const own = ownLanguage(text, undefined);
  const code = written === 'ar' ? undefined : (own?.lang ?? written);
  const lang = code !== undefined && html` lang="${code}"`;
  if (own === undefined && /\p{L}/u.test(text)) {
    return html`<bdi${lang} dir="rtl">${isolateLtr(text)}</bdi>`;
  }
  // Numbers of a range in Arabic digits stand from right to left.
  const direction = own?.direction ?? (/[٠-٩۰-۹]/.test(text) ? 'rtl' : 'ltr');
  return html`<bdi${lang} dir="${direction}">${text}</bdi>`;
}

/** Kept, since those of sources and authors stand on many pages, and telling the language of Latin ones takes long. */
const isolatedName = keepRecent(2048, (text: string) => nameIn(text, undefined));

/**
 * Isolates a name or title from the line around it. With an Arabic letter in it, it runs from right to
 * left even where it starts with a Latin word («BBC عربي»), for which `dir="auto"` gives the opposite. A name in
 * other letters has its language; an Arabic one gets it where the interface is in another (`nameLanguages`).
 *
 * @param written language of the article whose title it is, where it is not Arabic
 */
export function isolateName(text: string, written?: string): Html {
  if ((written === undefined || written === 'ar') && plainArabic.test(text)) {
    return trusted(`<bdi dir="rtl">${text}</bdi>`);
  }
  return written === undefined ? isolatedName(text) : nameIn(text, written);
}

/**
 * Returns the name of an item that holds nothing else, as of a menu: isolated where it needs to be. Arabic letters on a page
 * from right to left do not.
 */
export const itemName = (text: string, { messages }: Site): Html =>
  messages.direction === 'rtl' && plainArabic.test(text) ? trusted(text) : isolateName(text);

/** Escapes a line of an article: with its left-to-right runs isolated, where its language is from right to left. */
export const lineOf = (text: string, language: string | undefined): Html =>
  language !== undefined && directionOf(language) === 'ltr' ? html`${text}` : isolateLtr(text);

/**
 * The attributes `lang` and `dir` of a name in an element that holds no others, as an option of a form; nothing on
 * Arabic pages, where every name stands on one side.
 */
export const nameAttributes = (name: string, { messages: { language } }: Site): Html | undefined =>
  language === 'ar' ? undefined : languageAttributes(ownLanguage(name, language));

/** The name of the site: isolated where it runs the other way than the interface. */
export const siteName = ({ name, messages }: Site): Html | string =>
  messages.direction === 'ltr' && /\p{Script=Arabic}/u.test(name) ? isolateName(name) : name;

/** A message with a name in the place of `{name}`, isolated from its words. */
export function withName(message: string, name: string): Html {
  const [before = '', after = ''] = message.split('{name}');
  return html`${before}${isolateName(name)}${after}`;
}
