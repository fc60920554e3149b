import { stripControls } from '../arabic/controls.ts';
import { normalForm } from '../arabic/normal-form.ts';
import { asciiDigits, edtfOf, parseEdtf } from '../calendar/edtf.ts';

/** A normalised metadata text. */
export interface CleanText {
  readonly text: string;
  /** Whether invisible control characters were removed. */
  readonly hadControls: boolean;
}

// BCP 47 (RFC 5646, section 2.1) without grandfathered tags.
const languageTag =
  /^[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i;

/** Normalises a metadata text: NFC, on one line, trimmed, without invisible control characters. */
export function cleanText(raw: string): CleanText {
  const text = stripControls(raw.toWellFormed());
  const hadControls = text.length !== raw.length;
  return {
    text: normalForm(text)
      .replace(/[\s\u0085]+/g, ' ')
      .trim(),
    hadControls,
  };
}

/** Tells whether a text is well-formed as a language tag of BCP 47. */
export function isLanguageTag(text: string): boolean {
  return languageTag.test(text);
}

/** Tells whether a text is an absolute http or https URL (WHATWG URL) without white space and quotes. */
export function isWebUrl(text: string): boolean {
  return /^https?:\/\/[^\s\\"<>]+$/i.test(text) && URL.canParse(text);
}

/**
 * Returns the EDTF date that a text of another form must mean, or an empty text where it is ambiguous
 * or no date: `12/12/2017` and `25/1/2011` are clear, `3/4/2011` is not.
 */
export function suggestDate(text: string): string {
  const written = asciiDigits(text).replace(/(\d)[T ]+\d{1,2}:\d{2}.*$/, '$1');
  const parts = written.split(/\s*[/.\-\u2010-\u2013\u060d\\]\s*/);
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return '';
  const [first = '', second = '', third = ''] = parts;
  if (first.length === 4) return toEdtf([first, second, third]);
  if (parts.length === 2) return toEdtf([second, first]);
  const dayFirst = toEdtf([third, second, first]);
  const monthFirst = toEdtf([third, first, second]);
  if (dayFirst === '' || monthFirst === '' || dayFirst === monthFirst)
    return dayFirst || monthFirst;
  return '';
}

function toEdtf(parts: readonly string[]): string {
  const [year = '', month, day] = parts.filter((part) => part !== '');
  if (year.length !== 4) return '';
  return parseEdtf(edtfOf(year, month, day))?.edtf ?? '';
}
