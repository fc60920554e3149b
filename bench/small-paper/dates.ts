import type { Random } from './random.ts';
import { monthNames, weekdays } from './words.ts';

/** A day as a text prints it. */
export interface PrintedDay {
  readonly text: string;
  /** The day that it can mean alone, YYYY-MM-DD; undefined where it can mean several. */
  readonly day: string | undefined;
}

/** Returns a number in Arabic-Indic digits. */
export const indic = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));

/** Returns the name of a day's weekday. */
export const weekdayOf = (year: number, month: number, day: number): string =>
  weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';

const two = (number: number): string => String(number).padStart(2, '0');

/** Returns a day in a form that is picked at random. */
export function printedDay(random: Random): PrintedDay {
  const year = 1990 + random.below(30);
  const month = 1 + random.below(12);
  const day = 1 + random.below(28);
  const iso = `${year}-${two(month)}-${two(day)}`;
  const names = random.pick([
    monthNames.gulf,
    monthNames.levant,
    monthNames.morocco,
    monthNames.tunisia,
  ]);
  const name = names[month - 1] ?? '';
  const both = `${monthNames.levant[month - 1]}/${monthNames.gulf[month - 1]}`;
  const weekday = weekdayOf(year, month, day);
  const isClear = day > 12 || day === month;
  // A weekday that only one of the readings has decides between them.
  const isClearByWeekday = isClear || weekdayOf(year, day, month) !== weekday;
  const forms: readonly PrintedDay[] = [
    { text: `${day} ${name} ${year}`, day: iso },
    { text: `${weekday} ${day} ${name} ${year}`, day: iso },
    { text: `${weekday}، ${two(day)} ${name} ${year} م`, day: iso },
    { text: `${day} ${both} ${year}`, day: iso },
    { text: `${weekday} ${day}/${month}/${year}`, day: isClearByWeekday ? iso : undefined },
    { text: `${day}-${month}-${year}م`, day: isClear ? iso : undefined },
    { text: `${year}/${two(month)}/${two(day)}`, day: iso },
    { text: iso, day: iso },
    { text: `${two(day)}.${two(month)}.${year}`, day: isClear ? iso : undefined },
    { text: `${name} ${day}، ${year}`, day: iso },
  ];
  const form = random.pick(forms);
  return random.below(2) === 0 ? form : { ...form, text: indic(form.text) };
}
