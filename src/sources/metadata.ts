import { parseEdtf } from '../calendar/edtf.ts';
import { isArticleId } from '../model/article-id.ts';
import type { Diagnostic, Outcome, Rule, RuleValues } from '../model/diagnostic.ts';
import { maxCorrections, maxListItems } from '../model/limits.ts';
import type { Metadata, MetadataKey } from '../model/metadata.ts';
import { oldPath, shortLinkOf } from '../model/old-path.ts';
import type { Publication } from '../model/publication.ts';
import { readCorrections } from './corrections.ts';
import { cleanText, isLanguageTag, isWebUrl, suggestDate } from './metadata-forms.ts';
import { isListKey, metadataKey, nearestMetadataKey } from './metadata-schema.ts';
import { readPictures } from './picture-metadata.ts';
import { type PrivacyKey, readPrivacyKey } from './privacy-metadata.ts';
import { addMark, readPublicationEntry, unreadDateMark } from './publication.ts';
import type { YamlMap, YamlValue } from './yaml/read-yaml.ts';

type Draft = { -readonly [K in MetadataKey]?: Metadata[K] };

type Warn = <R extends Rule>(rule: R, values: RuleValues[R]) => void;

/**
 * Reads metadata from a map of texts and lists, checking each value against the schema. An invalid
 * value is left out and reported; a single text counts as a list of one.
 *
 * @param map keys and values of front matter, a sidecar or a record
 * @param file path for diagnostics
 * @returns the metadata, possibly empty; never throws
 */
export function readMetadata(map: YamlMap, file: string): Outcome<Metadata> {
  const draft: Draft = {};
  const diagnostics: Diagnostic[] = [];
  let publication: Publication | undefined;
  for (const [written, { value, line }] of map) {
    const warn = <R extends Rule>(rule: R, values: RuleValues[R]) => {
      // The union is indexed by rule, which a generic literal cannot show to the compiler.
      diagnostics.push({ rule, severity: 'warning', file, line, values } as Diagnostic);
    };
    const key = metadataKey(written);
    // Of two keys about publication with one name that of the stricter value counts: `draft`, `Draft`.
    const mark = key === undefined ? readPublicationEntry(written, value, line) : undefined;
    if (mark !== undefined) {
      publication = addMark(publication ?? {}, mark);
    } else if (key === undefined) {
      warn('metadata-unknown-key', { key: written, nearest: nearestMetadataKey(written) });
    } else if (key === 'withdrawn' || key === 'redact') {
      readPrivacyKey(draft, key, value);
    } else if (draft[key] !== undefined && key !== 'images') {
      warn('yaml-duplicate-key', { key: written });
    } else {
      readKey(draft, key, value, warn);
      if (key !== 'date' || draft.date !== undefined) continue;
      const unread = typeof value === 'string' ? unreadDateMark(value, line) : undefined;
      if (unread !== undefined) publication = addMark(publication ?? {}, unread);
    }
  }
  return { value: publication === undefined ? draft : { ...draft, publication }, diagnostics };
}

function readKey(
  draft: Draft,
  key: Exclude<MetadataKey, PrivacyKey>,
  value: YamlValue,
  warn: Warn,
): void {
  if (key === 'headings' && isList(value) && value.length === 0) {
    // An explicit empty list: the text has no headings, and none are recovered.
    draft.headings = [];
    return;
  }
  if (isListKey(key)) {
    const read = readList(key, value, warn);
    const items = key === 'aliases' ? readAliases(read, warn) : read;
    // Headings create no pages, and a long text may have many, so they are not limited.
    const limited = key === 'headings' ? items : items.slice(0, maxListItems);
    if (limited.length < items.length) {
      warn('metadata-too-many', { key, items: items.length, limit: maxListItems });
    }
    if (limited.length > 0) draft[key] = limited;
    return;
  }
  if (key === 'corrections') {
    readCorrectionsKey(draft, value, warn);
    return;
  }
  if (key === 'images') {
    const { pictures, hasOthers } = readPictures(value);
    if (hasOthers) warn('metadata-picture', {});
    const all = [...(draft.images ?? []), ...pictures];
    if (all.length > maxListItems)
      warn('metadata-too-many', { key, items: all.length, limit: maxListItems });
    if (all.length > 0) draft.images = all.slice(0, maxListItems);
    return;
  }
  const text = readText(key, value, warn);
  if (text === '') return;
  if (key === 'date' || key === 'updated') {
    const date = parseEdtf(text);
    if (date !== undefined) draft[key] = date;
    else warn('metadata-date', { value: text, suggestion: suggestDate(text) });
  } else if (key === 'id' && !isArticleId(text)) {
    warn('metadata-id', { value: text });
  } else if (key === 'url' && !isWebUrl(text)) {
    warn('metadata-url', { value: text });
  } else if (key === 'language' && !isLanguageTag(text)) {
    warn('metadata-language', { value: text });
  } else {
    draft[key] = text;
  }
}

/** Reads the corrections; a day that is none is reported, and the text kept. */
function readCorrectionsKey(draft: Draft, value: YamlValue, warn: Warn): void {
  const key = 'corrections';
  const { corrections, wrongDates, hasOthers } = readCorrections(value);
  if (hasOthers) warn('metadata-type', { key, expected: 'list' });
  for (const day of wrongDates) {
    warn('metadata-date', { value: day, suggestion: suggestDate(day) });
  }
  if (corrections.length > maxCorrections) {
    warn('metadata-too-many', { key, items: corrections.length, limit: maxCorrections });
  }
  if (corrections.length > 0) draft.corrections = corrections.slice(0, maxCorrections);
}

/** Returns the normalised text of a value; empty, with a diagnostic, where there is none. */
function readText(key: MetadataKey, value: YamlValue, warn: Warn): string {
  const raw = asText(value);
  if (raw === undefined) {
    warn('metadata-type', { key, expected: 'text' });
    return '';
  }
  const { text, hadControls } = cleanText(raw);
  if (hadControls) warn('metadata-controls', { key });
  if (text === '') warn('metadata-empty', { key });
  return text;
}

function readList(key: MetadataKey, value: YamlValue, warn: Warn): readonly string[] {
  const items = isList(value) ? value : [value];
  const texts = items.map(asText);
  if (texts.includes(undefined)) warn('metadata-type', { key, expected: 'list' });
  const cleaned = texts.filter((text) => text !== undefined).map(cleanText);
  if (cleaned.some((item) => item.hadControls)) warn('metadata-controls', { key });
  const filled = cleaned.map((item) => item.text).filter((text) => text !== '');
  if (filled.length < cleaned.length || items.length === 0) warn('metadata-empty', { key });
  return filled;
}

/** Returns the output paths of aliases, and short links; reports those that cannot be one. */
function readAliases(written: readonly string[], warn: Warn): readonly string[] {
  return written.flatMap((value) => {
    const shortLink = shortLinkOf(value);
    if (shortLink !== undefined) return [shortLink];
    const old = oldPath(value);
    if ('path' in old) return [old.path];
    warn('metadata-alias', { value, problem: old.problem });
    return [];
  });
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/**
 * Returns the text that a value was meant as. YAML reads `- قال الوزير: نعم` as a map; no metadata
 * key takes one, so a map of one text is the line as written.
 */
function asText(value: YamlValue): string | undefined {
  if (typeof value === 'string') return value;
  if (isList(value) || value.size !== 1) return undefined;
  for (const [key, entry] of value) {
    return typeof entry.value === 'string' ? `${key}: ${entry.value}` : undefined;
  }
  return undefined;
}
