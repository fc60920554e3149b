import type { PrintedDate, PrintedDateOptions } from './date-parts.ts';
import type { DateToken } from './date-tokens.ts';
import { readNamedDate } from './named-date.ts';
import { readNumericDate, readPartialDate } from './numeric-date.ts';

/**
 * Reads one date in one calendar, in figures or words, with or without the name of its month.
 *
 * @param tokens tokens of a text
 * @param at where it may start
 * @returns undefined where no date with a year starts there
 */
export function readPrintedDate(
  tokens: readonly DateToken[],
  at: number,
  options: PrintedDateOptions = {},
): PrintedDate | undefined {
  const found = readNumericDate(tokens, at, options) ?? readNamedDate(tokens, at, options);
  if (found !== undefined || options.isField !== true) return found;
  return readPartialDate(tokens, at, options);
}
