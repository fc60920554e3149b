import { isGivenName } from '../arabic/given-names.ts';
import { fold } from '../arabic/letters.ts';
import { placeNames } from '../arabic/place-names.ts';
import type { MetadataKey } from '../model/metadata.ts';

/** The keys in which one text may hold several names. */
const partedKeys: ReadonlySet<MetadataKey> = new Set(['authors', 'topics', 'people', 'places']);

/** Tells whether one text under a key may be several names. */
export const mayBeParted = (key: MetadataKey): boolean => partedKeys.has(key);

/** A sign that parts names; the semicolon of an entity (`&nbsp;`) does not. */
const signs = /[،,؛]|(?<!&#?\w{1,10});/;

/** Longest name in UTF-16 code units, and in words. */
const [maxName, maxWords] = [60, 7];

const latin = /^[\p{Script=Latin}\p{M}\s,.'’-]+$/u;

/** A Latin name with the family name first: «Smith, John». */
const isInverted = (text: string): boolean =>
  latin.test(text) && /^\s*[^\s,]+\s*,[^,]+$/.test(text);

/** Signs that no list of people has: a dateline, a day, brackets around a place. */
const noPeople = /[-\u2010-\u2015ـ/()&\p{N}]/u;

/** What follows a name after a comma. */
const suffix = /^(?:ph\.?d|[js]r|m\.?d|esq)\.?$/i;

/** A name before its place: «وزارة الصحة، الرياض». */
const endsInPlace = (parts: readonly string[]): boolean =>
  parts.some((part) => placeNames.has(fold(part).replace(/\s+/g, ' ')));

/** Tells whether a part of a text is a clause and no name. */
const isClause = (part: string): boolean =>
  part.length > maxName || /[.:؟?!"«»“”]/.test(part) || part.split(/\s+/).length > maxWords;

/** Given names that begin with «و», folded, which are in no list of the commonest names. */
const withWaw: ReadonlySet<string> = new Set(
  'وليد وائل وفاء وسام وسيم وجدي وداد وحيد وحيده وديع وهيب وهبي وهبه ورد ورده وصال وصفي وفيق وضاح وجيه وعد وئام وسن'
    .split(' ')
    .map(fold),
);

/** Returns a name without the «و» before it; undefined where it cannot be told whether the letter belongs to it. */
function withoutAnd(part: string): string | undefined {
  const word = fold(/^\S*/.exec(part)?.[0] ?? '');
  if (!word.startsWith('و') || isGivenName(word) || withWaw.has(word)) return part;
  return isGivenName(word.slice(1)) ? part.slice(1) : undefined;
}

/** Tells whether a text with commas is one name: then it stays whole. */
const isOnePerson = (text: string, parts: readonly string[]): boolean =>
  isInverted(text) ||
  parts.some((part) => suffix.test(part)) ||
  noPeople.test(text.replace(/ـ(?=\p{L})/gu, '')) ||
  endsInPlace(parts);

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
    const parts = trimmed(unbracketed(text).split(signs));
    if (parts.some(isClause)) return [text];
    if (!ofPeople) return parts;
    const [first = '', ...others] = parts;
    const names = [first, ...others.map(withoutAnd)].filter((name) => name !== undefined);
    return names.length < parts.length || isOnePerson(text, parts) ? [text] : names;
  }
  if (hashtags.test(text)) return trimmed(text.split(/\s+/).map((word) => word.replace(/^#/, '')));
  return byBlanks ? trimmed(text.split(/\s+/)) : [text];
}
