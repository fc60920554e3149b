import { type Line, wordsIn } from '../lines.ts';
import { labelledTurns } from './interviews.ts';

/** «س:», «ج ٢:», «سؤال:» within a line. */
const letterLabel = /(?<=[\s.؟?!»")])(?:س|ج|سؤال|جواب|السؤال|الجواب)\s?[\d٠-٩]{0,2}\s?:/gu;
/** A speaker's name and a colon, after the end of a sentence; «فقال:» is none. */
const speakerLabel =
  /(?<=[.؟?!…][»")]?\s)(?![وف]?(?:قال|قلت|قلنا|يقول|تقول|أقول|نقول|سأل|يسأل|أجاب|يجيب|رد|أضاف|تابع|أكد|أوضح|ذكر|كتب))[«"]?(?:\p{L}{1,2}\.\s?){0,2}\p{L}[^:،؛.؟?!«»"\n]{0,40}?[»"]?\s?:/gu;

/** Fewest questions in running text, where a label may also open a quotation. */
const leastQuestions = { letters: 2, speakers: 3 };
/** Fewest words of a line that is searched. */
const longLine = 24;

/** Splits a line before each place. */
function splitAt(text: string, line: Line, places: readonly number[]): readonly Line[] {
  const bounds = [line.start, ...places.filter((at) => at > line.start), line.end];
  const parts: Line[] = [];
  bounds.slice(0, -1).forEach((from, index) => {
    let end = bounds[index + 1] ?? line.end;
    while (end > from && /\s/.test(text.charAt(end - 1))) end -= 1;
    if (end === from) return;
    const span = { start: from, end };
    const first = { isApart: line.isApart, blanks: line.blanks };
    const own = parts.length === 0 ? first : { isApart: false, blanks: 0, isBroken: true as const };
    parts.push({ ...span, ...own, words: wordsIn(text, span) });
  });
  return parts;
}

/** Returns the parts of a line with their turns, where these labels make it an interview. */
function turnsIn(
  text: string,
  line: Line,
  label: RegExp,
  least: number,
): readonly Line[] | undefined {
  const places = [...text.slice(line.start, line.end).matchAll(label)].map(
    ({ index }) => line.start + index,
  );
  if (places.length < least * 2 - 1) return undefined;
  const parts = splitAt(text, line, places);
  const turns = labelledTurns(text, parts);
  if (turns === undefined || turns.filter((turn) => turn === 'q').length < least) return undefined;
  return parts.map((part, index): Line => {
    const turn = turns[index];
    return turn === undefined ? part : { ...part, turn };
  });
}

/** Tells whether a text has a sign at least so many times. */
function hasSigns(text: string, sign: string, least: number): boolean {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0 && count < least; at = text.indexOf(sign, at + 1)) {
    count += 1;
  }
  return count >= least;
}

/** Tells cheaply whether a text may hold labelled questions and answers in running text. */
const mayHaveTurns = (text: string): boolean =>
  hasSigns(text, ':', 3) && (hasSigns(text, '؟', 2) || hasSigns(text, '?', 2));

/**
 * Splits lines that hold several questions and answers of an interview: «س: …؟ ج: …», or the names of speakers.
 *
 * @param text The whole text.
 * @param lines Its lines.
 * @returns The lines, those of interviews split with their turns; the same where there are none. Linear in the length.
 */
export function splitTurns(text: string, lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ words }) => words >= longLine) || !mayHaveTurns(text)) return lines;
  let isSplit = false;
  const split = lines.flatMap((line): readonly Line[] => {
    if (line.form !== undefined || line.words < longLine) return [line];
    const parts =
      turnsIn(text, line, letterLabel, leastQuestions.letters) ??
      turnsIn(text, line, speakerLabel, leastQuestions.speakers);
    if (parts === undefined) return [line];
    isSplit = true;
    return parts;
  });
  return isSplit ? split : lines;
}
