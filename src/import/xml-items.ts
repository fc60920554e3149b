import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Diagnostic } from '../model/diagnostic.ts';
import { maxRecordBytes, maxXmlRun } from '../model/limits.ts';
import { repairXml } from './repair-xml.ts';

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
  /** Ends the stream; yields the rest. */
  end(): Generator<XmlStep>;
}

const prefixes: readonly (readonly [namespace: RegExp, prefix: string])[] = [
  [/^http:\/\/www\.w3\.org\/2005\/Atom$/, ''],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, 'content:'],
  [/^http:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/$/, 'excerpt:'],
  [/^http:\/\/wordpress\.org\/export\/[\d.]+\/$/, 'wp:'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc:'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/$/, ''],
];

function nameOf({ uri, prefix, local }: SaxesTagNS): string {
  const known = prefixes.find(([namespace]) => namespace.test(uri));
  if (known !== undefined) return known[1] + local;
  return prefix === '' ? local : `${prefix}:${local}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An open element. */
interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  text: string;
}

interface ItemDraft {
  readonly line: number;
  readonly fields: Map<string, XmlField[]>;
  length: number;
  isTooLarge: boolean;
  error: string | undefined;
}

function put(fields: Map<string, XmlField[]>, { name, text, attributes }: OpenElement): void {
  const field = { text, attributes };
  const known = fields.get(name);
  if (known === undefined) fields.set(name, [field]);
  else known.push(field);
}

/**
 * Returns a reader of the items of RSS, WordPress exports and Atom. XML that is not well-formed,
 * which is frequent, is read and reported; a document type with declarations is rejected, and none is
 * ever fetched.
 *
 * @param file path for diagnostics
 */
export function xmlItems(file: string): XmlItems {
  const parser = new SaxesParser({ xmlns: true });
  const channelFields = new Map<string, XmlField[]>();
  const authors = new Map<string, string>();
  const steps: XmlStep[] = [];
  const path: string[] = [];
  let item: ItemDraft | undefined;
  /** The current field, and its depth. */
  let field: (OpenElement & { readonly depth: number; readonly isMarkup: boolean }) | undefined;
  /** A nested field with a meaning: Atom's `author/name`. */
  let nestedField: OpenElement | undefined;
  let login = '';
  let outerError: string | undefined;
  /** Characters pushed since the last event of the parser. */
  let pushedCharacters = 0;
  const repairer = repairXml();
  let isRejected = false;
  let hasRoot = false;

  const report = (diagnostic: Diagnostic): void => void steps.push({ diagnostics: [diagnostic] });

  function add(text: string): void {
    if (field === undefined) return;
    if (nestedField !== undefined) nestedField.text += text;
    if (item !== undefined) {
      item.length += text.length;
      if (item.length > maxRecordBytes) {
        item.isTooLarge = true;
        return;
      }
    } else if (field.text.length > maxRecordBytes) return;
    field.text += field.isMarkup ? escaped(text) : text;
  }

  parser.on('doctype', (doctype) => {
    pushedCharacters = 0;
    if (!doctype.includes('[') || isRejected) return;
    isRejected = true;
    const { line } = parser;
    report({ rule: 'import-doctype', severity: 'error', file, line, values: {} });
  });
  parser.on('error', (error) => {
    // HTML entities are not declared; the text is parsed as HTML afterwards.
    if (error.message.includes('undefined entity')) return;
    const reason = error.message.replace(/^[^ ]*:\d+:\d+: /, '');
    if (item === undefined) outerError ??= reason;
    else item.error ??= reason;
  });
  parser.on('opentag', (tag) => {
    pushedCharacters = 0;
    hasRoot = true;
    const name = nameOf(tag);
    path.push(name);
    const attributes = new Map(Object.values(tag.attributes).map((a) => [a.local, a.value]));
    if (field !== undefined) {
      if (field.isMarkup) field.text += `<${tag.local}${attributeText(attributes)}>`;
      if (path.length === field.depth + 1) nestedField = { name, attributes, text: '' };
    } else if (item === undefined && (name === 'item' || name === 'entry')) {
      const { line } = parser;
      item = { line, fields: new Map(), length: 0, isTooLarge: false, error: undefined };
    } else if (item !== undefined || path.length === 3 || path[0] === 'feed') {
      const isMarkup = attributes.get('type') === 'xhtml';
      if (path.length > 1) field = { name, attributes, text: '', depth: path.length, isMarkup };
    }
  });
  parser.on('text', (text) => {
    pushedCharacters = 0;
    add(text);
  });
  parser.on('cdata', (text) => {
    pushedCharacters = 0;
    add(text);
  });
  parser.on('closetag', ({ local }) => {
    pushedCharacters = 0;
    const name = path.pop();
    const depth = path.length + 1;
    if (field !== undefined && depth === field.depth) {
      if (item !== undefined) put(item.fields, field);
      // A channel has a few fields; the limit bounds memory.
      else if (channelFields.size < 100) put(channelFields, field);
      field = undefined;
      nestedField = undefined;
    } else if (field !== undefined) {
      if (field.isMarkup) field.text += `</${local}>`;
      if (depth === field.depth + 1 && nestedField !== undefined)
        takeNested(field.name, nestedField);
    } else if (item !== undefined && (name === 'item' || name === 'entry')) {
      const { line, fields, isTooLarge, error } = item;
      // What follows a rejected document type in the same chunk is rejected as well.
      if (!isRejected) {
        steps.push({ item: { line, fields, isTooLarge, error }, diagnostics: [] });
      }
      item = undefined;
    }
  });

  function takeNested(parent: string, nested: OpenElement): void {
    if (nested.name === 'wp:author_login') login = nested.text;
    if (nested.name === 'wp:author_display_name') authors.set(login, nested.text);
    if (parent === 'author' && item !== undefined) {
      put(item.fields, { ...nested, name: `author/${nested.name}` });
    }
    nestedField = undefined;
  }

  return {
    channel: { fields: channelFields, authors },
    *push(text) {
      if (isRejected) return;
      pushedCharacters += text.length;
      parser.write(repairer.push(text));
      yield* steps.splice(0);
      if (pushedCharacters <= maxXmlRun || isRejected) return;
      isRejected = true;
      const values = { limit: maxXmlRun };
      const { line } = parser;
      const abandoned = {
        rule: 'import-abandoned',
        severity: 'error',
        file,
        line,
        values,
      } as const;
      yield { diagnostics: [abandoned] };
    },
    *end() {
      if (!isRejected) {
        parser.write(repairer.end());
        const stepsBeforeClose = steps.splice(0);
        const isTruncated = path.length > 0 || !hasRoot;
        const { line } = parser;
        parser.close();
        // Discard elements that only the end of the input closed: they are truncated.
        steps.splice(0, steps.length, ...stepsBeforeClose);
        if (isTruncated)
          report({ rule: 'import-cut-short', severity: 'error', file, line, values: {} });
      }
      if (outerError !== undefined) {
        const values = { reason: outerError };
        report({ rule: 'import-malformed', severity: 'warning', file, values });
      }
      const count = repairer.controls();
      if (count > 0) {
        report({ rule: 'import-controls', severity: 'warning', file, values: { count } });
      }
      yield* steps.splice(0);
    },
  };
}

const attributeText = (attributes: ReadonlyMap<string, string>): string =>
  [...attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
