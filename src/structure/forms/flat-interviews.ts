import { type Line, wordsIn } from '../lines.ts';
import { isCalledInterview, labelledTurns } from './interviews.ts';

/** «س:», «ج ٢:», «سؤال:» within a line. */
const letterLabel = /(?<=[\s.؟?!»")])(?:س|ج|سؤال|جواب|السؤال|الجواب)\s?[\d٠-٩]{0,2}\s?:/gu;
/** What every such interview has. */
const answerLetter = /جواب|ج\s?[\d٠-٩]{0,2}\s?:/;
/** A speaker's name and a colon, after the end of a sentence; «فقال:» is none. */
const speakerLabel =
  /(?<=[.؟?!…][»")]?\s)(?![وف]?(?:قال|قلت|قلنا|يقول|تقول|أقول|نقول|سأل|يسأل|أجاب|يجيب|رد|أضاف|تابع|أكد|أوضح|ذكر|كتب))[«"]?(?:\p{L}{1,2}\.\s?){0,2}\p{L}[^:،؛.؟?!«»"\n]{0,40}?[»"]?\s?:/gu;

/** A question with a mark before it, after the end of a sentence: «* ماذا بعد؟ - …». */
const markedQuestion =
  /([*•●]|[-–—])(?<=(?:^|[.؟?!…»")])\s{0,8}.)\s?(?=[\p{L}«"])[^.؟?!*•●]{4,240}[؟?](?:\s*[^-–—.؟?!*•●]{3,160}[؟?])*/gu;

/** Fewest questions in running text, where a label may also open a quotation. */
const leastQuestions = { letters: 2, speakers: 3, marks: 3 };
/** Most turns: a text with more is no interview that anybody printed. */
const mostTurns = 1000;
/** Fewest words of an answer to a marked question. */
const leastAnswer = 3;
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
  if (places.length < least * 2 - 1 || places.length > mostTurns) return undefined;
  const parts = splitAt(text, line, places);
  const turns = labelledTurns(text, parts);
  if (turns === undefined || turns.filter((turn) => turn === 'q').length < least) return undefined;
  return parts.map((part, index): Line => {
    const turn = turns[index];
    return turn === undefined ? part : { ...part, turn };
  });
}

/** Returns the parts of a line with their turns, where questions have one mark and each is answered. */
function markedTurns(text: string, line: Line): readonly Line[] | undefined {
  const found = [...text.slice(line.start, line.end).matchAll(markedQuestion)];
  if (found.length < leastQuestions.marks || found.length > mostTurns) return undefined;
  const marks = new Set(found.map(([, mark = '']) => mark.replace(/[–—]/, '-')));
  // A dash may open anything else.
  if (marks.size > 1 || (marks.has('-') && !isCalledInterview(text))) return undefined;
  const questions = found.map(({ 0: words, index }) => {
    const start = line.start + index;
    return { start, end: start + words.length };
  });
  const isAnswered = questions.every(({ end }, i) => {
    const to = questions[i + 1]?.start ?? line.end;
    return wordsIn(text, { start: end, end: to }) >= leastAnswer;
  });
  if (!isAnswered) return undefined;
  const parts = splitAt(
    text,
    line,
    questions.flatMap(({ start, end }) => [
      start,
      end + (/^\s*/.exec(text.slice(end, end + 8))?.[0].length ?? 0),
    ]),
  );
  const starts = new Set(questions.map(({ start }) => start));
  let turn: Line['turn'];
  return parts.map((part): Line => {
    if (starts.has(part.start)) turn = 'q';
    else if (turn === 'q') turn = 'a';
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

/** Tells whether a text has at least so many question marks. */
const hasQuestions = (text: string, least: number): boolean =>
  hasSigns(text, '؟', least) || hasSigns(text, '?', least);

/** Returns the turns of a line by the labels that it may have, found cheaply. */
function turnsOfLine(text: string, line: Line): readonly Line[] | undefined {
  const words = text.slice(line.start, line.end);
  const { letters, speakers, marks } = leastQuestions;
  if (!hasQuestions(words, letters)) return undefined;
  const byLetter = answerLetter.test(words) ? turnsIn(text, line, letterLabel, letters) : undefined;
  if (byLetter !== undefined || !hasQuestions(words, marks)) return byLetter;
  const named = hasSigns(words, ':', speakers * 2 - 1);
  return (
    (named ? turnsIn(text, line, speakerLabel, speakers) : undefined) ?? markedTurns(text, line)
  );
}

/**
 * Splits lines that hold several questions and answers of an interview: «س: …؟ ج: …», the names of speakers, or a
 * mark before each question.
 *
 * @param text The whole text.
 * @param lines Its lines.
 * @returns The lines, those of interviews split with their turns; the same where there are none. Linear in the length.
 */
export function splitTurns(text: string, lines: readonly Line[]): readonly Line[] {
  if (!hasQuestions(text, leastQuestions.letters)) return lines;
  let isSplit = false;
  const split = lines.flatMap((line): readonly Line[] => {
    if (line.form !== undefined || line.words < longLine) return [line];
    const parts = turnsOfLine(text, line);
    if (parts === undefined) return [line];
    isSplit = true;
    return parts;
  });
  return isSplit ? split : lines;
}
