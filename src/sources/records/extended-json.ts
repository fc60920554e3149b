import { readSerial } from '../../calendar/serial-days.ts';

/** Numbers of MongoDB's extended JSON, an object of one key each. */
const numberKeys: ReadonlySet<string> = new Set([
  ...['$oid', '$numberLong', '$numberInt', '$numberDouble', '$numberDecimal', '$uuid', '$symbol'],
]);

const millisecondsOfDay = 86_400_000;

const twoDigits = (number: number): string => String(Math.floor(number)).padStart(2, '0');

/** Returns a date of extended JSON as ISO 8601 writes it; undefined where it is none. */
function dateText(value: unknown): string | undefined {
  const written = plainJson(value);
  if (typeof written !== 'string' && typeof written !== 'number') return undefined;
  if (!/^-?\d+$/.test(String(written))) return String(written);
  const day = readSerial(String(written), 'unixMs')?.edtf;
  const time = Number(written) % millisecondsOfDay;
  const ofDay = time < 0 ? time + millisecondsOfDay : time;
  const [hours, minutes] = [ofDay / 3_600_000, (ofDay % 3_600_000) / 60_000];
  return (
    day && `${day}T${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits((ofDay % 60_000) / 1000)}Z`
  );
}

/**
 * Returns a value of JSON with the types that MongoDB writes as objects (`{"$date": "…"}`, `{"$oid": "…"}`) as their
 * texts.
 *
 * @param value one within the limit of levels
 */
export function plainJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainJson);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[key, inner] = ['', undefined]] = entries;
  if (entries.length === 1 && key === '$date') return dateText(inner) ?? value;
  if (entries.length === 1 && numberKeys.has(key) && typeof inner !== 'object') return inner;
  return Object.fromEntries(entries.map(([name, item]) => [name, plainJson(item)]));
}
