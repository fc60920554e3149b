import type { SaxesTagNS } from 'saxes';
import type { Diagnostic } from '../model/diagnostic.ts';

/** A child element of an item or a channel. */
export interface XmlField {
  /** All text below it; for XHTML with markup. */
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Fields by name, with the usual prefix of their namespace: `content:encoded`. */
export type XmlFields = ReadonlyMap<string, readonly XmlField[]>;

/** An `<item>` of RSS or an `<entry>` of Atom. */
export interface XmlItem {
  /** Its first line, from 1. */
  readonly line: number;
  readonly fields: XmlFields;
  /** Whether text over the limit was dropped. */
  readonly isTooLarge: boolean;
  /** The first XML error in it, where there is one. */
  readonly error: string | undefined;
}

/** The elements before the items. */
export interface XmlChannel {
  readonly fields: XmlFields;
  /** WordPress's authors: displayed name by login name. */
  readonly authors: ReadonlyMap<string, string>;
}

/** An item with its channel so far, or diagnostics only. */
export interface XmlStep {
  readonly item?: XmlItem;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the items of a stream of XML; holds only the current item. */
export interface XmlItems {
  readonly channel: XmlChannel;
  /** Takes text; yields the items that end in it. */
  push(text: string): Generator<XmlStep>;
  /** Leaves the current item, because what follows it is lost, and looks for the next one. */
  breakOff(): void;
  /** Whether the rest of the stream is not read. */
  isDone(): boolean;
  /** Ends the stream; yields the rest. `isDamaged`: that the stream is truncated has been reported. */
  end(isDamaged?: boolean): Generator<XmlStep>;
}

/** An item whose end has not been read. */
export interface ItemDraft {
  readonly line: number;
  readonly fields: Map<string, XmlField[]>;
  length: number;
  count: number;
  isTooLarge: boolean;
  error: string | undefined;
}

/** An element whose end has not been read. */
export interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  text: string;
}

const prefixes: readonly (readonly [namespace: RegExp, prefix: string])[] = [
  [/^http:\/\/www\.w3\.org\/2005\/Atom$/, ''],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, 'content:'],
  [/^http:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/$/, 'excerpt:'],
  [/^http:\/\/wordpress\.org\/export\/[\d.]+\/$/, 'wp:'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc:'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/$/, ''],
];

/** Returns the name of a tag with the usual prefix of its namespace. */
export function fieldName({ uri, prefix, local }: SaxesTagNS): string {
  const known = prefixes.find(([namespace]) => namespace.test(uri));
  if (known !== undefined) return known[1] + local;
  return prefix === '' ? local : `${prefix}:${local}`;
}

/** Returns text as XML. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Returns a start tag, the attributes with the given names. */
export const startTag = (name: string, attributes: Iterable<readonly [string, string]>): string =>
  `<${name}${[...attributes].map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('')}>`;

/** Adds a field that has ended. */
export function putField(fields: Map<string, XmlField[]>, element: OpenElement): void {
  const { name, text, attributes } = element;
  const known = fields.get(name);
  if (known === undefined) fields.set(name, [{ text, attributes }]);
  else known.push({ text, attributes });
}

/** The start tag of an item, whose name may have a prefix. */
const itemTag = /<(?:[\w.-]{1,40}:)?(?:item|entry)[\s>]/;

/** Longest start of an item's tag at the end of a chunk. */
const tagLength = 50;

/** The beginning of the next item in a text, or what has to be looked at again with the text after it. */
export type ItemSearch =
  | { readonly found: true; readonly at: number }
  | { readonly found: false; readonly rest: string };

/** Searches for the next item in XML that cannot be parsed. */
export function findItem(text: string): ItemSearch {
  const at = text.search(itemTag);
  return at === -1 ? { found: false, rest: text.slice(-tagLength) } : { found: true, at };
}
