import { agencyForms } from '../../arabic/agencies.ts';
import { isGivenName } from '../../arabic/given-names.ts';
import { fold } from '../../arabic/letters.ts';
import { placeNames } from '../../arabic/place-names.ts';
import { weekdayOf } from '../../calendar/printed-day.ts';
import { mastheadWords } from './masthead.ts';
import { roles } from './parts.ts';
import { honorifics } from './writer-name.ts';

/** First words, folded, of all that opens a dateline or a masthead but first names and days. */
const firstWords: ReadonlySet<string> = new Set([
  ...[...placeNames, ...agencyForms.keys()].map((name) => name.split(' ', 1)[0] ?? ''),
  ...[...roles, ...honorifics, ...mastheadWords],
]);

/** Bullets and brackets, then a quotation mark, a digit or a word. */
const first = /^[\s\p{Cf}*•#(–-]*([«"“{\p{Nd}]|[\p{L}\p{M}]+)/u;

/**
 * Tells by its first word whether a line may be a masthead, a dateline or a byline. Nearly all lines of
 * an archive are not, and are told so without being taken apart.
 *
 * @param source the paper, where it is known: its own datelines begin with it
 */
export function mayOpen(line: string, source = ''): boolean {
  const found = first.exec(line)?.[1];
  if (found === undefined) return false;
  if (/^\P{L}/u.test(found)) return true;
  const word = fold(found);
  if (firstWords.has(word) || isGivenName(word) || weekdayOf(word) !== undefined) return true;
  return source !== '' && fold(source).startsWith(word);
}
