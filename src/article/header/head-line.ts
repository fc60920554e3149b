import type { HeadName } from './head-names.ts';
import type { LineToken } from './line-tokens.ts';
import { hasDay, isPaperCertain } from './masthead.ts';
import { type Masthead, mastheadOf, readItems } from './masthead-items.ts';

/** A line of a paper's head, and how much it proves. */
export interface HeadLine extends Masthead {
  /**
   * `masthead`: two items, a date or an issue among them; `item`: one with a number; `date`; `weekday`; `soft`: the year of
   * publication or the like; `paper`, `section`, `description`: a name alone.
   */
  readonly strength:
    | 'masthead'
    | 'item'
    | 'date'
    | 'weekday'
    | 'soft'
    | 'paper'
    | 'section'
    | 'description';

  readonly certainty?: HeadName['certainty'];
}

/**
 * Reads a line that consists of items of a masthead only.
 *
 * @returns undefined where it holds anything else; never throws
 */
export function readHeadLine(
  line: string,
  tokens: readonly LineToken[],
  source?: string,
): HeadLine | undefined {
  const { draft, at } = readItems(line, tokens, true, source);
  if (at < tokens.length || draft.agency !== undefined) return undefined;
  const { items, hasLabel, certainty, dates } = draft;
  const isDated = hasDay(dates);
  const head = (strength: HeadLine['strength']): HeadLine => ({
    ...mastheadOf(line, tokens, draft, at),
    ...(certainty === undefined ? {} : { certainty }),
    strength,
  });
  const { issue, page, volume } = draft;
  const hasNumber = issue !== undefined || page !== undefined || volume !== undefined;
  if (items === 0)
    return draft.place === undefined && draft.length > 0 ? head('description') : undefined;
  // «صوت الساحل - ثقافة», which only the lines around it can confirm.
  const isNamed = items === 2 && draft.paper !== undefined && draft.section !== undefined;
  if (isNamed && certainty !== 'stated' && certainty !== 'unknown') return head('paper');
  if (!isPaperCertain(draft) && items > 1) return undefined;
  if (items + (hasLabel ? 1 : 0) >= 2 && (isDated || hasNumber || draft.certainty === 'stated'))
    return head('masthead');
  if (draft.place !== undefined) return undefined;
  if (draft.paper !== undefined) return head('paper');
  if (draft.section !== undefined) return head('section');
  if (isDated) return head('date');
  if (dates.weekday !== undefined && items === 1) return head('weekday');
  if (!hasNumber || !/\p{Nd}/u.test(line)) return head('soft');
  return head('item');
}
