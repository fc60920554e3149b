import type { FragmentKind } from './word-stream.ts';

/**
 * Where a published fragment name is: on an element of its own (`own`), at words inside another element
 * (`anchor`), or nowhere, since the text no longer has its words (`gone`).
 */
export type FragmentState = 'own' | 'anchor' | 'gone';

/** A published fragment name of an article. */
export interface Fragment {
  readonly name: string;
  readonly state: FragmentState;
  /** Key of the words at which it begins, or began: 30 bits. */
  readonly key: number;
}

const marks: Readonly<Record<FragmentState, string>> = { own: '', anchor: '~', gone: '!' };

const keyDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const keyLength = 5;

function encodeKey(key: number): string {
  let digits = '';
  for (let shift = 24; shift >= 0; shift -= 6) digits += keyDigits[(key >>> shift) & 63];
  return digits;
}

function decodeKey(digits: string): number {
  let key = 0;
  for (const digit of digits) key = (key << 6) | Math.max(0, keyDigits.indexOf(digit));
  return key;
}

/** Fragment names of paragraphs. */
const paragraphName = /^p[1-9]\d{0,8}$/;

/** Returns the number in a paragraph's fragment name; undefined for the name of a heading. */
export const paragraphNumber = (name: string): number | undefined =>
  paragraphName.test(name) ? Number(name.slice(1)) : undefined;

/** Returns the kind of element that a fragment name belongs to. */
export const fragmentKind = (name: string): FragmentKind =>
  paragraphName.test(name) ? 'paragraph' : 'heading';

/**
 * Returns fragments as text: for each, in reading order, a mark of its state, its name and a colon, and its key
 * in five characters. The name of a paragraph's own fragment is left out where it is the next number.
 */
export function encodeFragments(fragments: readonly Fragment[]): string {
  let number = 0;
  return fragments
    .map(({ name, state, key }) => {
      if (state === 'own' && name === `p${number + 1}`) {
        number += 1;
        return encodeKey(key);
      }
      if (state === 'own') number = paragraphNumber(name) ?? number;
      return `${marks[state]}${name}:${encodeKey(key)}`;
    })
    .join(' ');
}

/** Returns the fragments in a text of `encodeFragments`; malformed parts are left out. */
export function decodeFragments(text: string): readonly Fragment[] {
  let number = 0;
  const fragments: Fragment[] = [];
  for (const item of text.split(' ')) {
    const match = /^([~!]?)(?:([\p{L}\p{M}\p{N}_-]+):)?([\w-]{5})$/u.exec(item);
    const [, mark = '', written, digits = ''] = match ?? [];
    if (digits.length !== keyLength || (mark !== '' && written === undefined)) continue;
    const state = mark === '~' ? 'anchor' : mark === '!' ? 'gone' : 'own';
    const name = written ?? `p${number + 1}`;
    if (state === 'own') number = paragraphNumber(name) ?? number;
    fragments.push({ name, state, key: decodeKey(digits) });
  }
  return fragments;
}

/** Tells whether any place of one list of fragments, as `encodeFragments` writes them, is in another. */
export function sharesFragments(one: string, other: string): boolean {
  const keys = new Set(decodeFragments(one).map(({ key }) => key));
  return decodeFragments(other).some(({ key }) => keys.has(key));
}
