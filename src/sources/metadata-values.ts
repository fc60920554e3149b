import { htmlText } from '../html/line.ts';
import type { Rule, RuleValues, Severity } from '../model/diagnostic.ts';
import type { MetadataKey } from '../model/metadata.ts';
import { htmlSigns } from './markup/html-signs.ts';
import { cleanText } from './metadata-forms.ts';
import { mayBeParted, partNames } from './name-lists.ts';
import { isValueList, textOfValue } from './value-texts.ts';
import type { YamlValue } from './yaml/yaml-value.ts';

/** Reports a value of metadata. */
export type WarnOfValue = <R extends Rule>(
  rule: R,
  values: RuleValues[R],
  severity?: Severity,
) => void;

/** Keys whose values are names, for which a map with a name may stand. */
const namedKeys: ReadonlySet<MetadataKey> = new Set([
  ...(['authors', 'topics', 'people', 'places', 'source', 'section', 'series', 'license'] as const),
]);

/** Keys whose values are read letter by letter: addresses, identifiers, words to find in the text. */
const exactKeys: ReadonlySet<MetadataKey> = new Set([
  ...([
    'id',
    'url',
    'slug',
    'aliases',
    'identifier',
    'doi',
    'ark',
    'language',
    'headings',
  ] as const),
]);

/** A tag that only says how words look, or where they lead. */
const tag =
  /<(?:br|\/?(?:p|div)|\/?(?:a|b|big|em|font|i|mark|small|span|strong|sub|sup|u)(?:\s+(?:class|color|dir|href|lang|rel|size|style|target|title)=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))*)\s*\/?>/gi;

/** Returns a line of metadata without tags of HTML, where it has such alone and they are closed: `<b>رحلة</b> القافلة`. */
function withoutElements(key: MetadataKey, text: string): string {
  if (!text.includes('<') || exactKeys.has(key)) return text;
  const isClosed = text.includes('</') || /<br/i.test(text);
  const bare = text.replace(tag, (found) => (/^<(?:br|\/?p|\/?div)\b/i.test(found) ? ' ' : ''));
  return isClosed && !/[<>]/.test(bare) && htmlSigns(text) !== undefined ? htmlText(bare) : text;
}

/** Returns the normalised text of a value; empty, with a diagnostic, where there is none. */
export function readText(key: MetadataKey, value: YamlValue, warn: WarnOfValue): string {
  // A list of one is its text; of several series the first counts.
  const isFirst = isValueList(value) && (value.length === 1 || key === 'series');
  const only = isFirst ? (value[0] ?? value) : value;
  if (isFirst && value.length > 1) warn('metadata-type', { key, expected: 'text' });
  const raw = textOfValue(only, namedKeys.has(key) ? 'name' : 'text');
  if (raw === undefined) {
    warn('metadata-type', { key, expected: 'text' });
    return '';
  }
  const { text, hadControls } = cleanText(withoutElements(key, raw));
  if (hadControls) warn('metadata-controls', { key });
  if (text === '') warn('metadata-empty', { key });
  return text;
}

/** Returns the names in one text; reports what is wrong with it. */
function namesIn(
  key: MetadataKey,
  value: string,
  byBlanks: boolean,
  warn: WarnOfValue,
): readonly string[] {
  const { text, hadControls } = cleanText(withoutElements(key, value));
  if (hadControls) warn('metadata-controls', { key });
  if (text === '') warn('metadata-empty', { key });
  if (text === '') return [];
  if (!mayBeParted(key)) return [text];
  const ofPeople = key === 'authors' || key === 'people';
  const parted = partNames(text, { byBlanks: byBlanks && key === 'topics', ofPeople });
  if (parted.length > 1) warn('metadata-parted', { key, names: parted.length });
  return parted;
}

/**
 * Returns the texts of a list, or of one text that holds several names.
 *
 * @param byBlanks whether blanks part subjects, as in Jekyll
 */
export function readList(
  key: MetadataKey,
  value: YamlValue,
  byBlanks: boolean,
  warn: WarnOfValue,
): readonly string[] {
  if (typeof value === 'string') return namesIn(key, value, byBlanks, warn);
  const items = isValueList(value) ? value : [value];
  const form = !namedKeys.has(key) ? 'text' : isValueList(value) ? 'item' : 'name';
  const texts = items.map((item) => textOfValue(item, form));
  if (texts.includes(undefined)) warn('metadata-type', { key, expected: 'list' });
  const cleaned = texts
    .filter((text) => text !== undefined)
    .map((text) => cleanText(withoutElements(key, text)));
  if (cleaned.some((item) => item.hadControls)) warn('metadata-controls', { key });
  const filled = cleaned.map((item) => item.text).filter((text) => text !== '');
  if (filled.length < cleaned.length || items.length === 0) warn('metadata-empty', { key });
  return filled;
}
