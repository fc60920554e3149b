import type { LineForm } from '../model/structure.ts';
import { splitTurns } from './forms/flat-interviews.ts';
import type { FormLines } from './forms/form-lines.ts';
import { findTurns } from './forms/interviews.ts';
import { findLists } from './forms/lists.ts';
import { findTables } from './forms/tables.ts';
import { findVerses } from './forms/verses.ts';
import { type Line, linesOf } from './lines.ts';
import { isCandidate } from './rules/heading-words.ts';
import { lineMark } from './rules/line-marks.ts';
import { unwrap } from './wrapping.ts';

/** A rule between two parts of a text: ornaments, or a long line. Three hyphens and tatweels stay text. */
const ruleLine = /^(?:(?:[*•●◆■▪★☆✦❖♦○#]\s*){3,}|(?:[-=_~—–]\s*){5,})$/;
/** A line below a heading. */
const underline = /^[-–—=_~ـ]{4,}$/;

/** Most words of an underlined line, and greatest length of a rule. */
const maxUnderlinedWords = 13;
const maxRule = 240;

/** Joins lines to one of a form. */
function formLine(lines: readonly Line[], first: number, last: number, form: LineForm): Line {
  const [from, to] = [lines[first], lines[last]];
  const words = lines.slice(first, last + 1).reduce((sum, line) => sum + line.words, 0);
  return {
    start: from?.start ?? 0,
    end: to?.end ?? 0,
    isApart: from?.isApart ?? false,
    blanks: from?.blanks ?? 0,
    words,
    form,
  };
}

/** Replaces lines by the tables, poems or lists that they are. */
function withForms(lines: readonly Line[], forms: readonly FormLines[]): readonly Line[] {
  if (forms.length === 0) return lines;
  const joined: Line[] = [];
  let next = 0;
  for (const { first, last, lines: form } of forms) {
    joined.push(...lines.slice(next, first), formLine(lines, first, last, form));
    next = last + 1;
  }
  joined.push(...lines.slice(next));
  return joined;
}

/** Returns the forms of which no line has a form already. */
const among = (lines: readonly Line[], forms: readonly FormLines[]): readonly FormLines[] =>
  forms.filter(({ first, last }) =>
    lines
      .slice(first, last + 1)
      .every(({ form, turn }) => form === undefined && turn === undefined),
  );

/** Tells whether a line is a rule; most lines have words. */
function isRule(text: string, { start, end, words }: Line, pattern: RegExp): boolean {
  return words === 0 && end - start <= maxRule && pattern.test(text.slice(start, end));
}

/** Makes separators of rules, and marks the short lines that have one directly below: those are underlined. */
function withRules(text: string, lines: readonly Line[]): readonly Line[] {
  if (!lines.some((line) => line.words === 0)) return lines;
  const ruled: Line[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.form !== undefined || line.words > 0) {
      ruled.push(line);
      continue;
    }
    const above = ruled.at(-1);
    const isUnder =
      above !== undefined &&
      !line.isApart &&
      index + 1 < lines.length &&
      above.form === undefined &&
      above.outer === undefined &&
      above.words > 0 &&
      above.words <= maxUnderlinedWords &&
      isRule(text, line, underline) &&
      (lineMark(text, above) !== undefined || isCandidate(text, above));
    if (isUnder)
      ruled[ruled.length - 1] = { ...above, outer: { start: above.start, end: line.end } };
    else ruled.push(isRule(text, line, ruleLine) ? { ...line, form: { form: 'separator' } } : line);
  }
  return ruled;
}

/** Joins hard-wrapped lines between those of other forms. */
function unwrapped(text: string, lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ form }) => form !== undefined)) return unwrap(text, lines);
  const plain: Line[] = [];
  let isAfterForm = false;
  for (const line of lines) {
    if (line.form !== undefined) isAfterForm = true;
    else {
      plain.push(isAfterForm ? { ...line, isApart: true, blanks: Math.max(line.blanks, 2) } : line);
      isAfterForm = false;
    }
  }
  const joined = unwrap(text, plain);
  return [...joined, ...lines.filter(({ form }) => form !== undefined)].sort(
    (left, right) => left.start - right.start,
  );
}

/** Cache of the last text: its title is requested right after its structure. */
let last: { readonly text: string; readonly lines: readonly Line[] } = { text: '', lines: [] };

/**
 * Returns the lines of a text as they were meant: hard-wrapped ones joined to paragraphs, and those of a table, a poem
 * or a list joined to one of that form; questions and answers have their turn.
 *
 * @param text The whole text.
 * @returns Lines in order; the same as `linesOf` for a text without any of these. Linear in the length.
 */
export function layoutOf(text: string): readonly Line[] {
  if (last.text !== text) last = { text, lines: layOut(text) };
  return last.lines;
}

/** Gives the lines of an interview their turns. */
function withTurns(text: string, lines: readonly Line[]): readonly Line[] {
  const turns = findTurns(text, lines);
  if (turns === undefined) return lines;
  return lines.map((line, index): Line => {
    const turn = line.turn ?? turns[index];
    return turn === undefined || line.form !== undefined ? line : { ...line, turn };
  });
}

function layOut(text: string): readonly Line[] {
  const printed = splitTurns(text, linesOf(text));
  if (printed.length < 2) return printed;
  // Lines that were split are not wrapped, and the parts and other lines make one interview.
  if (printed.some(({ isBroken }) => isBroken)) return withTurns(text, printed);
  const tables = withForms(printed, findTables(text, printed));
  const ruled = withRules(text, tables);
  const verses = withForms(ruled, among(ruled, findVerses(text, ruled)));
  const joined = unwrapped(text, verses);
  const turned = withTurns(text, joined);
  return withoutTitleMarks(text, withForms(turned, among(turned, findLists(text, turned))));
}

/** Removes signs on both sides of the first line, the title: «*** … ***», «=== … ===». */
function withoutTitleMarks(text: string, lines: readonly Line[]): readonly Line[] {
  const [title, ...others] = lines;
  if (title === undefined || title.form !== undefined || others.length === 0) return lines;
  const mark = lineMark(text, title);
  if (mark === undefined || mark.style !== undefined) return lines;
  if (mark.kind !== 'signs' && mark.kind !== 'dashes') return lines;
  const { start, end } = mark.heading;
  if (!/^[\p{L}\p{N}«"“([]/u.test(text.slice(start, end))) return lines;
  return [{ ...title, start, end }, ...others];
}
