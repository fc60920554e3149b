import type { Span } from '../model/structure.ts';
import { layoutOf } from './layout.ts';
import { isStopped } from './lines.ts';
import { marksIn } from './rules/marks.ts';

/** Most words of a title. */
const maxTitleWords = 15;

/**
 * Finds the title of a text: its first line, where that is short, has no final stop and is followed
 * by a body. A text of one line has none.
 *
 * @param text The text of an article.
 * @returns The line's span (without `#` where it marks the whole line), or undefined.
 */
export function titleLine(text: string): Span | undefined {
  const [first, second, ...rest] = layoutOf(text);
  if (first === undefined || second === undefined || first.turn !== undefined) return undefined;
  if (first.words < 1 || first.words > maxTitleWords) return undefined;
  // Titles may end with ؟ or ! («هل يعود المطر؟», «فوز كبير!») but not with a stop or colon («قال.»,
  // «كتب:»).
  const isQuestion = /[؟?!][»"”]?$/.test(
    text.slice(Math.max(first.start, first.end - 2), first.end),
  );
  if (isStopped(text, first) && !isQuestion) return undefined;
  if (/[،,;-]$/.test(text.slice(first.start, first.end))) return undefined;
  const body = [second, ...rest];
  const longest = body.reduce((most, line) => Math.max(most, line.words), 0);
  if (longest < 7 || longest <= first.words) return undefined;
  const mark = marksIn(text, first)[0];
  if (mark === undefined) return { start: first.start, end: first.end };
  return mark.start === first.start && mark.end === first.end ? mark.heading : undefined;
}
