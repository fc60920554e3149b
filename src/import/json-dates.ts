import { asciiDigits, edtfOf } from '../calendar/edtf.ts';
import { dayNumber, gregorianDayOf } from '../calendar/gregorian.ts';
import { fieldNames } from './json-fields.ts';
import { isFlag } from './json-state.ts';
import { type JsonObject, jsonField, jsonText } from './json-values.ts';
import { readDate } from './read-date.ts';

/** Seconds of a year that no number of another meaning reaches: from 1973 on. */
const firstSecond = 100_000_000;

const unixZero = dayNumber({ year: 1970, month: 1, day: 1 });

/** Returns the day of a number of seconds or milliseconds since 1970, in UTC. */
function unixDay(value: number): string | undefined {
  const milliseconds = value > 1e11 ? value : value * 1000;
  if (value < firstSecond || milliseconds > 4e12) return undefined;
  const days = Math.floor(milliseconds / 86_400_000);
  const { year, month, day } = gregorianDayOf(unixZero + days);
  return edtfOf(String(year), month, day);
}

/** Returns the day of a field of dates: as written, or a number of seconds as databases keep it. */
export function dayOf(
  item: JsonObject,
  kind: 'date' | 'updated',
): { readonly date: string | undefined; readonly written: string } {
  for (const name of fieldNames[kind]) {
    const value = jsonField(item, name);
    const written = jsonText(value).trim();
    if (written === '' || written.startsWith('0000') || isFlag(value)) continue;
    const digits = asciiDigits(written);
    const unix = /^\d{9,13}$/.test(digits) ? unixDay(Number(digits)) : undefined;
    return { date: unix ?? readDate(written), written };
  }
  return { date: undefined, written: '' };
}
