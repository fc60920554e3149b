import { arabicScriptLanguage } from './arabic-script-language.ts';
import { latinLanguage } from './latin-language.ts';
import { countScripts, type ScriptCounts, startsArabic } from './scripts.ts';

/** The direction of a text and, where it is known, its language. */
export interface TextLanguage {
  readonly direction: 'ltr' | 'rtl';
  /** BCP 47 code; undefined for Arabic letters that may be Arabic, and for languages that are not recognised. */
  readonly language: string | undefined;
}

/** Letters of Hebrew, and of languages in Arabic letters that Arabic has not. */
const otherRightToLeft = /[\u05d0-\u05f2\u0679-\u06d3\u06d5]/;

/** Beginning of a text in UTF-16 code units: any in Persian or Urdu has letters of its own there. */
const opening = 200;

/** Longest part of a text, in UTF-16 code units, by which its language is told. */
const sample = 1500;

/** A quotation, or words in parentheses. */
const aside = /[«"“][^«»"“”]*[»"”]|\([^()]*\)/g;

/**
 * Returns a text without its quotations and parentheses, which may be in another language; the text where little else
 * is left.
 */
function withoutAsides(text: string): string {
  if (!/[«"“(]/.test(text)) return text;
  const rest = text.slice(0, sample).replace(aside, ' ');
  return (rest.match(/\p{L}+/gu)?.length ?? 0) >= 4 ? rest : text;
}

/** Smallest share of letters from left to right in a text of that direction which has Arabic words. */
const mostly = 0.9;

/** The same where its words are those of a known language. */
const mostlyOfLanguage = 0.7;

/** Returns the language of letters of scripts that one language has, and of Latin ones. */
function leftToRightLanguage(text: string, { latin, other }: ScriptCounts): string | undefined {
  if (latin >= other) return latinLanguage(text);
  if (/\p{Script=Greek}/u.test(text)) return 'el';
  if (/\p{Script=Armenian}/u.test(text)) return 'hy';
  if (/\p{Script=Cyrillic}/u.test(text) && /[ыэ]/i.test(text)) return 'ru';
  return undefined;
}

/**
 * Returns the language of a sentence from left to right, at most half of whose letters are Arabic: most of these in its
 * quotations and parentheses. Undefined for other texts.
 */
function sentenceLanguage(text: string): string | undefined {
  const rest = withoutAsides(text);
  if (rest === text) return undefined;
  const counts = countScripts(rest);
  const leftToRight = counts.latin + counts.other;
  const all = leftToRight + counts.arabic + counts.hebrew;
  return leftToRight >= all * mostlyOfLanguage ? leftToRightLanguage(rest, counts) : undefined;
}

/**
 * Returns direction and language of a text that stands in an Arabic archive; undefined for Arabic and for texts
 * without letters. A text is left to right where all its letters are, or where by far most, without its quotations, are
 * and it begins with one: a Latin name at the start of an Arabic line does not turn the line.
 */
export function textLanguage(text: string): TextLanguage | undefined {
  // Most texts of an archive end here: no name in a line that begins in Arabic turns it, however long.
  if (startsArabic(text) && !otherRightToLeft.test(text.slice(0, opening))) return undefined;
  const counts = countScripts(text);
  const { arabic, hebrew, latin, other, startsRightToLeft } = counts;
  if (startsRightToLeft === undefined) return undefined;
  const leftToRight = latin + other;
  const all = leftToRight + arabic + hebrew;
  if (leftToRight === all) {
    return { direction: 'ltr', language: leftToRightLanguage(text, counts) };
  }
  if (!startsRightToLeft && leftToRight >= all * mostlyOfLanguage) {
    const language = leftToRightLanguage(text, counts);
    const share = language === undefined ? mostly : mostlyOfLanguage;
    if (leftToRight >= all * share) return { direction: 'ltr', language };
  }
  if (!startsRightToLeft && leftToRight >= all / 2) {
    const language = sentenceLanguage(text);
    if (language !== undefined) return { direction: 'ltr', language };
  }
  if (hebrew > arabic + leftToRight && !startsArabic(text))
    return { direction: 'rtl', language: 'he' };
  const language = arabic > leftToRight ? arabicScriptLanguage(withoutAsides(text)) : undefined;
  return language === undefined ? undefined : { direction: 'rtl', language };
}

/**
 * Returns the language of an article by its title and text; undefined for Arabic, and where it is not recognised. The
 * beginning and the end of a long text must agree: an English quotation at the beginning is not an English article.
 */
export function articleTextLanguage(title: string, text: string): string | undefined {
  const start = text.trim() === '' ? title : text.slice(0, sample);
  const language = textLanguage(start)?.language;
  if (language === undefined || text.length <= sample) return language;
  return textLanguage(text.slice(-sample))?.language === language ? language : undefined;
}
