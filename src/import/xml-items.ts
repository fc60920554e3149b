import type { SaxesTagNS } from 'saxes';
import type { Diagnostic } from '../model/diagnostic.ts';
import {
  maxRecordBytes,
  maxXmlDepth,
  maxXmlFields,
  maxXmlRun,
  maxXmlTag,
} from '../model/limits.ts';
import { repairXml } from './repair-xml.ts';
import {
  escapeXml,
  fieldName,
  findItem,
  type ItemDraft,
  type OpenElement,
  putField,
  startTag,
  type XmlField,
  type XmlItems,
  type XmlStep,
} from './xml-fields.ts';
import { type XmlParser, xmlParser } from './xml-parser.ts';

/** Characters that are parsed at once. */
const partLength = 8 * 1024;

/** Most elements of a channel and most authors that are kept: a newspaper has some hundreds of authors. */
const [maxChannelFields, maxAuthors] = [100, 10_000];

/**
 * Returns a reader of the items of RSS, WordPress exports and Atom. XML that is not well-formed,
 * which is frequent, is read and reported; a document type with declarations is rejected, and none is
 * ever fetched. An item over the limits is left, and reading goes on with the next.
 *
 * @param file path for diagnostics
 */
export function xmlItems(file: string): XmlItems {
  let repairer = repairXml();
  let controls = 0;
  const channelFields = new Map<string, XmlField[]>();
  let channelCount = 0;
  const authors = new Map<string, string>();
  const steps: XmlStep[] = [];
  const path: string[] = [];
  /** The start tags of the elements around the items. */
  const tags: string[] = [];
  let item: ItemDraft | undefined;
  let field: (OpenElement & { readonly depth: number; readonly isMarkup: boolean }) | undefined;
  /** Atom's `author/name`. */
  let nestedField: OpenElement | undefined;
  let login = '';
  let outerError: string | undefined;
  /** Characters pushed since the parser's last event, and whether that was the start of a tag. */
  let [pushedCharacters, isInTag] = [0, false];
  /** Text in which the next item is sought; undefined while parsing. */
  let sought: string | undefined;
  /** Depth of the elements around the items; lines before the parser's first. */
  let [itemDepth, linesBefore] = [0, 0];
  let [isOverLimit, isRejected, hasRoot] = [false, false, false];

  const report = (diagnostic: Diagnostic): void => void steps.push({ diagnostics: [diagnostic] });
  const lineNow = (): number => linesBefore + parser.line;
  function add(text: string): void {
    if (field === undefined) return;
    if (item !== undefined) {
      item.length += text.length;
      if (item.length > maxRecordBytes) {
        item.isTooLarge = true;
        return;
      }
    } else if (field.text.length > maxRecordBytes) return;
    if (nestedField !== undefined) nestedField.text += text;
    field.text += field.isMarkup ? escapeXml(text) : text;
  }

  function addMarkup(tag: string): void {
    if (field?.isMarkup !== true) return;
    if (item !== undefined) item.length += tag.length;
    if ((item?.length ?? field.text.length) <= maxRecordBytes) field.text += tag;
    else if (item !== undefined) item.isTooLarge = true;
  }

  function openTag(tag: SaxesTagNS): void {
    if (isOverLimit) return;
    hasRoot = true;
    const name = fieldName(tag);
    path.push(name);
    if (path.length > maxXmlDepth) isOverLimit = true;
    if (isOverLimit) return;
    if (path.length <= itemDepth || (itemDepth === 0 && path.length <= 3)) {
      tags.length = path.length - 1;
      const written = Object.values(tag.attributes).map((a) => [a.name, a.value] as const);
      tags.push(startTag(tag.name, written));
    }
    const attributes = new Map(Object.values(tag.attributes).map((a) => [a.local, a.value]));
    if (field !== undefined) {
      addMarkup(startTag(tag.local, attributes));
      if (path.length === field.depth + 1) nestedField = { name, attributes, text: '' };
    } else if (item === undefined && (name === 'item' || name === 'entry')) {
      const counts = { length: 0, count: 0, isTooLarge: false, error: undefined };
      item = { line: lineNow(), fields: new Map(), ...counts };
      itemDepth = path.length - 1;
    } else if (item !== undefined || path.length === 3 || path[0] === 'feed') {
      const isMarkup = attributes.get('type') === 'xhtml';
      if (path.length > 1) field = { name, attributes, text: '', depth: path.length, isMarkup };
    }
  }

  function closeTag({ local }: SaxesTagNS): void {
    const name = path.pop();
    const depth = path.length + 1;
    if (field !== undefined && depth === field.depth) {
      endField(field);
      field = undefined;
      nestedField = undefined;
    } else if (field !== undefined) {
      addMarkup(`</${local}>`);
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
  }

  function endField(ended: OpenElement): void {
    if (item === undefined) {
      channelCount += 1;
      if (channelCount <= maxChannelFields) putField(channelFields, ended);
      return;
    }
    item.count += 1;
    if (item.count > maxXmlFields) isOverLimit = true;
    else putField(item.fields, ended);
  }

  function takeNested(parent: string, nested: OpenElement): void {
    if (nested.name === 'wp:author_login') login = nested.text;
    if (nested.name === 'wp:author_display_name' && authors.size < maxAuthors) {
      authors.set(login, nested.text.slice(0, maxXmlTag));
    }
    if (parent === 'author' && item !== undefined) {
      endField({ ...nested, name: `author/${nested.name}` });
    }
    nestedField = undefined;
  }

  const newParser = (): XmlParser =>
    xmlParser({
      onAny(isStartOfTag) {
        pushedCharacters = 0;
        isInTag = isStartOfTag;
      },
      openTag,
      closeTag(tag) {
        if (!isOverLimit) closeTag(tag);
      },
      text(text) {
        if (!isOverLimit) add(text);
      },
      declarations() {
        if (isRejected) return;
        isRejected = true;
        report({ rule: 'import-doctype', severity: 'error', file, line: lineNow(), values: {} });
      },
      error(reason) {
        if (item === undefined) outerError ??= reason;
        else item.error ??= reason;
      },
    });
  let parser = newParser();
  function leaveItem(): void {
    linesBefore += parser.line - 1;
    controls += repairer.controls();
    tags.length = Math.min(tags.length, itemDepth || (path[0] === 'feed' ? 1 : 2));
    path.length = 0;
    [item, field, nestedField] = [undefined, undefined, undefined];
    [pushedCharacters, isInTag, isOverLimit] = [0, false, false];
    sought = '';
  }

  /** Returns the rest of a text from the next item on; undefined where it holds none. */
  function fromItem(text: string): string | undefined {
    const whole = sought + text;
    const search = findItem(whole);
    const skipped = search.found ? whole.slice(0, search.at) : whole.slice(0, -search.rest.length);
    linesBefore += skipped.split('\n').length - 1;
    sought = search.found ? undefined : search.rest;
    if (!search.found) return undefined;
    parser = newParser();
    repairer = repairXml();
    parser.write(tags.join(''));
    return whole.slice(search.at);
  }

  function* parse(text: string): Generator<XmlStep> {
    pushedCharacters += text.length;
    parser.write(repairer.push(text));
    yield* steps.splice(0);
    const limit = isInTag ? maxXmlTag : maxXmlRun;
    if (isRejected || (pushedCharacters <= limit && !isOverLimit)) return;
    const at = { severity: 'error', file, line: item?.line ?? lineNow() } as const;
    const rule = item === undefined ? 'import-abandoned' : 'import-item-too-large';
    yield { diagnostics: [{ ...at, rule, values: { limit: maxRecordBytes } }] };
    leaveItem();
  }

  return {
    channel: { fields: channelFields, authors },
    isDone: () => isRejected,
    breakOff() {
      if (sought === undefined) leaveItem();
    },
    *push(text) {
      // In parts, because the parser looks through all open elements for the namespace of each.
      for (let at = 0; at < text.length && !isRejected; at += partLength) {
        const part = text.slice(at, at + partLength);
        const parsed = sought === undefined ? part : fromItem(part);
        if (parsed !== undefined) yield* parse(parsed);
      }
    },
    *end(isDamaged = false) {
      if (!isRejected && sought === undefined) {
        parser.write(repairer.end());
        const stepsBeforeClose = steps.splice(0);
        const isTruncated = path.length > 0 || !hasRoot;
        const line = lineNow();
        parser.close();
        // Discard elements that only the end of the input closed: they are truncated.
        steps.splice(0, steps.length, ...stepsBeforeClose);
        if (isTruncated && !isDamaged)
          report({ rule: 'import-cut-short', severity: 'error', file, line, values: {} });
      }
      if (outerError !== undefined) {
        const values = { reason: outerError };
        report({ rule: 'import-malformed', severity: 'warning', file, values });
      }
      const count = controls + (sought === undefined ? repairer.controls() : 0);
      if (count > 0) {
        report({ rule: 'import-controls', severity: 'warning', file, values: { count } });
      }
      yield* steps.splice(0);
    },
  };
}
