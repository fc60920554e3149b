import { stripControls } from '../arabic/controls.ts';
import { normalForm } from '../arabic/normal-form.ts';

/** A normalised metadata text. */
export interface CleanText {
  readonly text: string;
  /** Whether invisible control characters were removed. */
  readonly hadControls: boolean;
}

// BCP 47 (RFC 5646, section 2.1) without grandfathered tags.
const languageTag =
  /^[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i;

/** Letters, digits and signs that normalising does not change, with single spaces between. */
const normal =
  /^[!-~«»،؛؟\u0621-\u063a\u0641-\u064a\u0660-\u0669]+(?: [!-~«»،؛؟\u0621-\u063a\u0641-\u064a\u0660-\u0669]+)*$/;

/** Normalises a metadata text: NFC, on one line, trimmed, without invisible control characters. */
export function cleanText(raw: string): CleanText {
  if (normal.test(raw)) return { text: raw, hadControls: false };
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
