import { textLanguage } from '../arabic/text-language.ts';

/** Languages that are written from right to left. */
const rightToLeft = new Set([
  'ar',
  'ckb',
  'dv',
  'fa',
  'he',
  'ku',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** Returns the language of a tag without region and script: `fr` of `fr-CA`. */
export const primaryLanguage = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? tag;

/** Returns the direction of a language tag (BCP 47): by its script where it names one, else by its language. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  if (/-latn\b/i.test(tag)) return 'ltr';
  return rightToLeft.has(primaryLanguage(tag)) || /-(?:arab|hebr)\b/i.test(tag) ? 'rtl' : 'ltr';
}

/** The language of a block or a name, where it is not that of the text around it. */
export interface OwnLanguage {
  readonly direction: 'ltr' | 'rtl';
  /** Its language, where it is known and not that of the text around it. */
  readonly lang?: string;
  /** Its direction, where it is not that of the text around it. */
  readonly dir?: 'ltr' | 'rtl';
}

const arabicLetter = /[\u0620-\u064a]/;

/**
 * Returns the language and direction of a block or name; undefined where they are those of the text around it.
 *
 * @param around language of the text around it; Arabic where undefined
 */
export function ownLanguage(text: string, around: string | undefined): OwnLanguage | undefined {
  const own = textLanguage(text);
  if (around === undefined && own === undefined) return undefined;
  const outer = around ?? 'ar';
  const base = directionOf(outer);
  if (own === undefined) {
    if (base === 'rtl' || !arabicLetter.test(text)) return undefined;
    return { direction: 'rtl', lang: 'ar', dir: 'rtl' };
  }
  const { direction, language } = own;
  const lang = language === primaryLanguage(outer) ? undefined : language;
  if (lang === undefined && direction === base) return undefined;
  return {
    direction,
    ...(lang === undefined ? {} : { lang }),
    ...(direction === base ? {} : { dir: direction }),
  };
}
