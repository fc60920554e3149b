import type { DatePhrase } from '../../calendar/date-phrase.ts';
import type { LineToken } from './line-tokens.ts';
import { type Masthead, type MastheadDraft, mastheadOf, readItems } from './masthead-items.ts';

/** Tells whether a line names a day of either calendar. */
export const hasDay = ({ gregorian, hijri }: DatePhrase): boolean =>
  gregorian !== undefined || hijri !== undefined;

/** Tells whether the paper that a line names is certain enough beside what else the line holds. */
export function isPaperCertain({
  certainty,
  issue,
  page,
  volume,
  dates,
  hasOther,
}: MastheadDraft): boolean {
  if (certainty === undefined || certainty === 'stated') return true;
  const isDated = hasDay(dates);
  if (issue !== undefined) {
    return certainty !== 'unknown' || isDated || page !== undefined || hasOther === true;
  }
  if (certainty === 'listed' || certainty === 'quoted') {
    return isDated || page !== undefined || volume !== undefined;
  }
  return isDated && (page !== undefined || hasOther === true);
}

/**
 * Reads a masthead from the start of a line.
 *
 * @param line the line
 * @param tokens its tokens
 * @param isWholeLine whether the tokens reach the end of the line: then a masthead needs two items, at
 *   least one of them a date or an issue. Otherwise text follows it, as in flattened text, and it needs
 *   a date and the issue, or both dates between a place and an agency.
 * @param source the folded name of the paper, where it is known
 * @returns undefined where there is none; never throws
 */
export function readMasthead(
  line: string,
  tokens: readonly LineToken[],
  isWholeLine: boolean,
  source?: string,
): Masthead | undefined {
  const whole = isWholeLine ? readItems(line, tokens, true, source) : undefined;
  const isAll = whole !== undefined && whole.at === tokens.length && isPaperCertain(whole.draft);
  const { draft } = isAll ? whole : readItems(line, tokens, false, source);
  const isDated = hasDay(draft.dates);
  const { items, hasLabel, certainty } = draft;
  if (isAll && (isDated || draft.issue !== undefined) && items + (hasLabel ? 1 : 0) >= 2) {
    return mastheadOf(line, tokens, draft, tokens.length);
  }
  const isAgencyReport =
    draft.agency !== undefined &&
    draft.dates.gregorian !== undefined &&
    draft.dates.hijri !== undefined;
  const isTrusted = certainty === undefined || certainty === 'stated' || certainty === 'listed';
  if (isDated && draft.place === undefined && draft.issue !== undefined && isTrusted)
    return mastheadOf(line, tokens, draft);
  return isAgencyReport ? mastheadOf(line, tokens, draft) : undefined;
}
