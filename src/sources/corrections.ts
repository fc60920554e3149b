import { readWrittenDate } from '../calendar/written-date.ts';
import type { Correction } from '../model/correction.ts';
import { cleanText } from './metadata-forms.ts';
import type { YamlMap, YamlValue } from './yaml/read-yaml.ts';

/** Names of the parts of a correction. */
const dateNames = ['date', 'day', 'on', 'تاريخ', 'التاريخ'];
const textNames = ['text', 'note', 'correction', 'message', 'نص', 'النص'];

/** The corrections in a value, and what could not be read of it. */
export interface ReadCorrections {
  readonly corrections: readonly Correction[];
  /** Dates that are none. */
  readonly wrongDates: readonly string[];
  /** Whether some item is no correction: neither a text nor a map with one. */
  readonly hasOthers: boolean;
}

const isMap = (value: YamlValue): value is YamlMap => value instanceof Map;

/** Returns the text under the first of some keys that a map has. */
function textUnder(map: YamlMap, names: readonly string[]): string {
  for (const name of names) {
    const value = map.get(name)?.value;
    if (typeof value === 'string') return cleanText(value).text;
  }
  return '';
}

/** Returns the words of a map that YAML made of a text with a colon: `- قال الوزير: نعم`. */
function wordsOf(map: YamlMap): string {
  const [only, ...others] = map;
  if (only === undefined || others.length > 0) return '';
  const [key, { value }] = only;
  const isPart = [...dateNames, ...textNames].includes(key);
  return isPart || typeof value !== 'string' ? '' : cleanText(`${key}: ${value}`).text;
}

/** Reads corrections: a text, a map of a day and a text, or a list of these. */
export function readCorrections(value: YamlValue): ReadCorrections {
  const items: readonly YamlValue[] = Array.isArray(value) ? value : [value as YamlValue];
  const wrongDates: string[] = [];
  let hasOthers = false;
  const corrections = items.flatMap((item): readonly Correction[] => {
    const isText = typeof item === 'string';
    const text = isText
      ? cleanText(item).text
      : isMap(item)
        ? textUnder(item, textNames) || wordsOf(item)
        : '';
    if (text === '') {
      if (!isText || item !== '') hasOthers = true;
      return [];
    }
    const day = isMap(item) ? textUnder(item, dateNames) : '';
    const date = day === '' ? undefined : readWrittenDate(day)?.date;
    if (day !== '' && date === undefined) wrongDates.push(day);
    return [date === undefined ? { text } : { date, text }];
  });
  return { corrections, wrongDates, hasOthers };
}
