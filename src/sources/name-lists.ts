import type { MetadataKey } from '../model/metadata.ts';

/** The keys in which one text may hold several names. */
const partedKeys: ReadonlySet<MetadataKey> = new Set(['authors', 'topics', 'people', 'places']);

/** Tells whether one text under a key may be several names. */
export const mayBeParted = (key: MetadataKey): boolean => partedKeys.has(key);

const signs = /[،,؛;]/;

const latin = /^[\p{Script=Latin}\p{M}\s,.'’-]+$/u;

/** A Latin name with the family name first: «Smith, John». */
const isInverted = (text: string): boolean =>
  latin.test(text) && /^\s*[^\s,]+\s*,[^,]+$/.test(text);

const trimmed = (parts: readonly string[]): readonly string[] =>
  parts.map((part) => part.trim()).filter((part) => part !== '');

/** A list whose bracket is not closed, or was not opened. */
const unbracketed = (text: string): string =>
  /^\[[^\]]*$|^[^[]*\]$/.test(text) ? text.replace(/^\[|\]$/g, '') : text;

/** Hashtags alone: «#كتب #مكتبات». */
const hashtags = /^\s*#[^\s#]+(?:\s+#[^\s#]+)+\s*$/;

/** How the names of a text are told apart. */
export interface PartingOptions {
  /** Whether blanks part them where no sign does, as in Jekyll. */
  readonly byBlanks: boolean;
  /** Whether they may be names of people, of which one may have a comma. */
  readonly ofPeople: boolean;
}

/** Returns the names in a text: parted at commas and semicolons of any script; one where there are none. */
export function partNames(text: string, { byBlanks, ofPeople }: PartingOptions): readonly string[] {
  if (signs.test(text)) {
    return ofPeople && isInverted(text)
      ? [text.trim()]
      : trimmed(unbracketed(text).split(/[،,؛;]/));
  }
  if (hashtags.test(text)) return trimmed(text.split(/\s+/).map((word) => word.replace(/^#/, '')));
  return byBlanks ? trimmed(text.split(/\s+/)) : [text];
}
