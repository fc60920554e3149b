import type { Metadata } from '../../model/metadata.ts';
import type { Redactor } from './redactor.ts';

/** Addresses and names of files: one with a name is left out, as a mark in it would lead nowhere. */
const addressKeys: ReadonlySet<string> = new Set(['id', 'slug', 'aliases', 'image', 'images']);

/**
 * Left out: the source's own address, where the name can be read; the settings of privacy; identifiers by
 * which the source is found.
 */
const withheldKeys: ReadonlySet<string> = new Set(['url', 'redact', 'withdrawn', 'doi', 'ark']);

/** Replaces the names in all texts of a value. */
function redactValue(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.text(value);
  if (Array.isArray(value)) return value.map((item: unknown) => redactValue(item, redactor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, redactValue(item, redactor)]),
  );
}

/** Tells whether a value, which may be a list, has a name. */
const hasName = (value: unknown, redactor: Redactor): boolean =>
  [...textsOf(value)].some((text) => redactor.has(text));

/** Yields every text of a value: of lists, of objects, of the objects in them. */
export function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) yield* textsOf(item);
  }
}

/** Keys of the site's own, or of nobody: their values may be anything. */
const freeKeys: ReadonlySet<string> = new Set(['fields', 'others']);

/** An address by which the source is found, as `url` is. */
const addressLike = /(?:https?|ftp):|\bwww\.|\b10\.\d{4,9}\/|\bark:/i;

/** Returns the entries of a map or a list without those that hold an address. */
function withoutAddresses(value: object): object {
  const holdsNone = (item: unknown): boolean =>
    ![...textsOf(item)].some((text) => addressLike.test(text));
  return Array.isArray(value)
    ? value.filter(holdsNone)
    : Object.fromEntries(Object.entries(value).filter(([, item]) => holdsNone(item)));
}

/**
 * Returns metadata with their names replaced, without the address of the source. Where only `authors` names
 * people of whom one is withheld, the byline is their list, as an index of marks would name nobody.
 */
export function redactMetadata(metadata: Metadata, redactor: Redactor): Metadata {
  const entries = Object.entries(metadata).flatMap(([key, value]): [string, unknown][] => {
    if (withheldKeys.has(key)) return [];
    if (addressKeys.has(key)) return hasName(value, redactor) ? [] : [[key, value]];
    const kept = freeKeys.has(key) && typeof value === 'object' ? withoutAddresses(value) : value;
    return [[key, redactValue(kept, redactor)]];
  });
  // The keys and the types of their values are those of the metadata.
  const redacted = Object.fromEntries(entries) as Metadata;
  const { authors, byline } = redacted;
  return byline === undefined && authors?.some((name) => name.includes(redactor.mark))
    ? { ...redacted, byline: authors.join('، ') }
    : redacted;
}

/** Tells whether a text is nothing but marks, with what joins them. */
export const isOnlyMark = (text: string, { mark }: Redactor): boolean =>
  text.includes(mark) && !/[\p{L}\p{N}]{2}/u.test(text.replaceAll(mark, ' '));
