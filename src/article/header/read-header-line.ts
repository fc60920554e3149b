import { fold } from '../../arabic/letters.ts';
import type { DatePhrase } from '../../calendar/date-phrase.ts';
import type { CandidateLine } from './accept-lines.ts';
import { readDateline } from './dateline.ts';
import { readCandidate } from './head-candidate.ts';
import type { HeaderLine } from './head-lines.ts';
import type { InferredMetadata } from './inferred-metadata.ts';
import { tokenizeLine } from './line-tokens.ts';
import { readMasthead } from './masthead.ts';
import type { Masthead } from './masthead-items.ts';
import { mayBeHeaderLine, mayBeHeadLine } from './may-be-header.ts';

/** A line of the header as it is read by itself. */
export interface ReadLine extends CandidateLine {
  /** Length of what is certain by itself, in code units. */
  readonly length: number;
  /** Adds what the line states to the metadata. */
  readonly add: (result: InferredMetadata) => void;
}

/**
 * Reads a masthead, then a dateline or byline, from the start of a line.
 *
 * @param isFirst whether only header lines precede it
 * @param source the paper, where it is known
 * @param isAlone whether the text has no other line
 */
export function readHeaderLine(
  { text, end, isComplete, isWrapped }: HeaderLine,
  isFirst: boolean,
  source: string | undefined,
  isAlone: boolean,
): ReadLine {
  const unread = { text, end, length: 0, isRead: false, isMasthead: false, add: () => undefined };
  const isShort = isComplete && !isAlone && text.length <= maxShortLine;
  const isNumbered = (): boolean => text.length <= maxNumberedLine && /\p{Nd}/u.test(text);
  const mayBeHead = isShort || (isComplete && !isAlone && (mayBeHeadLine(text) || isNumbered()));
  const folded = source === undefined ? undefined : fold(source);
  const candidate = mayBeHead ? readCandidate(text, folded) : {};
  if (!mayBeHeaderLine(text, source) && candidate.head?.strength !== 'masthead') {
    return { ...unread, ...candidate };
  }
  const { tokens, isAll } = tokenizeLine(text);
  const isWholeLine = isComplete && isAll;
  const masthead = readMasthead(text, tokens, isWholeLine, folded);
  const mastheadLength = masthead?.length ?? 0;
  const endOf = (count: number): number =>
    count >= tokens.length && isWholeLine ? text.length : (tokens[count - 1]?.end ?? 0);
  const rest = tokens.slice(mastheadLength);
  const dateline = readDateline(text, rest, isWholeLine, isFirst, source, isWrapped());
  const length = endOf(mastheadLength + (dateline?.length ?? 0));
  // «حوار: علي سالم - تصوير: حسن ناجي» is more than the byline at its start.
  const isPart = length < text.length && candidate.credit?.strength === 'credit';
  if (length === 0 || isPart) return { ...unread, ...candidate };
  return {
    ...{ text, end, length, isRead: true, isMasthead: masthead !== undefined },
    add(result) {
      if (masthead !== undefined) {
        result.addMasthead(masthead, text.slice(0, endOf(mastheadLength)));
      }
      if (dateline === undefined) return;
      const { length: _, dates, dateWords, ...values } = dateline;
      const words = text.slice(tokens[mastheadLength]?.start, length);
      if (dates === undefined) result.addDateline(values, words);
      else result.addDates(dates, printedIn(dates, dateWords), words, values, true);
    },
  };
}

/** Longest line of which every one is read by itself: the names of papers begin with any word. */
const maxShortLine = 30;

/** Longest line with a number of which every one is. */
const maxNumberedLine = 120;

/** Returns the words of the date of a phrase, for the calendars that it has. */
export const printedIn = (
  { hijri, gregorian }: DatePhrase,
  words = '',
): Pick<Masthead, 'hijri' | 'gregorian'> => ({
  ...(hijri === undefined ? {} : { hijri: words }),
  ...(gregorian === undefined ? {} : { gregorian: words }),
});
