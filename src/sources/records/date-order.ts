import { asciiDigits } from '../../calendar/edtf.ts';

/** Order of the numbers in a date: `day` first, 25/1/2011; `month` first, 1/25/2011. */
export type DateOrder = 'day' | 'month';

const numericDate = /^\s*(\d{1,2})\s*[/.\-\u060d]\s*(\d{1,2})\s*[/.\-\u060d]\s*\d{4}(?!\d)/;

/** Returns the two numbers before the year; undefined for a date of another form. */
export function dayAndMonth(text: string): readonly [first: number, second: number] | undefined {
  const [, first, second] = numericDate.exec(asciiDigits(text)) ?? [];
  return first === undefined ? undefined : [Number(first), Number(second)];
}
