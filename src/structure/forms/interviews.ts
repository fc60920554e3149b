import { fold } from '../../arabic/letters.ts';
import { isStopped, type Line } from '../lines.ts';

/** What a line of an interview is; undefined for lines outside it. */
export type Turn = 'q' | 'a' | undefined;

/** Fewest questions of an interview, by how certain its signs are. */
const minMarked = 2;
const minQuestions = 3;
/** Most words of a heading between two answers. */
const maxHeadingWords = 9;
/** Greatest number of words of a question. */
const maxQuestionWords = 80;
/** Greatest length of a speaker's name, and its number of words. */
const maxLabel = 40;
const maxLabelWords = 5;

const questionLabel = /^[-–—*•\s]*(?:س|سوال|السوال|q)\s*[\d٠-٩]{0,2}\s*(?:[:/)-]|[-–—]\s)/i;
const answerLabel = /^[-–—*•\s]*(?:ج|جواب|الجواب|a)\s*[\d٠-٩]{0,2}\s*(?:[:/)-]|[-–—]\s)/i;

/** Words of a text that call it an interview. */
const called = /(?:حوار|حاور|مقابله|لقاء|اجري|اجرت)/;

const endsAsQuestion = /[؟?][\s»")”’.!…*]*$/;

const isQuestion = (text: string, { start, end }: Line): boolean =>
  endsAsQuestion.test(text.slice(Math.max(start, end - 8), end));

const head = (text: string, { start, end }: Line, length = 48): string =>
  fold(text.slice(start, Math.min(end, start + length)));

/** Tells whether a line over a question may be a heading: short, without a stop. */
const isHeading = (text: string, line: Line | undefined): boolean =>
  line !== undefined && line.words <= maxHeadingWords && !isStopped(text, line);

/**
 * Assigns turns from the lines that are known to begin one: lines that follow belong to the turn. The last answer ends
 * after as many lines as the longest before it.
 */
function fillTurns(text: string, lines: readonly Line[], known: readonly Turn[]): readonly Turn[] {
  const turns: Turn[] = [];
  let current: Turn;
  let [run, longest] = [0, 1];
  const last = known.findLastIndex((turn) => turn !== undefined);
  known.forEach((turn, index) => {
    if (turn !== undefined) {
      current = turn;
      run = 1;
    } else run += 1;
    if (index < last && current === 'a') longest = Math.max(longest, run);
    const isOver = index > last && (current === 'q' ? run > longest + 1 : run > longest);
    if (isOver) current = undefined;
    // A question is one line; what follows it answers it.
    if (turn === undefined && current === 'q') current = 'a';
    const isBetween = turn === undefined && known[index + 1] === 'q';
    turns.push(isBetween && isHeading(text, lines[index]) ? undefined : current);
  });
  return turns;
}

/** Counts the questions that an answer follows, before the next question. */
function answered(known: readonly Turn[]): number {
  let count = 0;
  let isOpen = false;
  for (const turn of known) {
    if (turn === 'q') isOpen = true;
    else if (turn === 'a' && isOpen) {
      count += 1;
      isOpen = false;
    }
  }
  return count;
}

/** «س: …» and «ج: …». */
function byLetters(text: string, lines: readonly Line[]): readonly Turn[] | undefined {
  const known = lines.map((line): Turn => {
    const unit = text.charCodeAt(line.start);
    // Question and answer begin with one of few letters or a mark.
    if (unit > 0x40 && !'سجاQqAa'.includes(text[line.start] ?? '') && unit < 0x2000)
      return undefined;
    const start = head(text, line, 16);
    return questionLabel.test(start) ? 'q' : answerLabel.test(start) ? 'a' : undefined;
  });
  return answered(known) >= minMarked ? fillTurns(text, lines, known) : undefined;
}

/** Returns the speaker's name before a colon at the start of a line, folded; undefined where there is none. */
function speakerOf(text: string, line: Line): string | undefined {
  const start = text.slice(line.start, Math.min(line.end, line.start + maxLabel + 8));
  if (!start.includes(':')) return undefined;
  const name =
    /^[-–—*•#«"\s]*((?:[\p{L}]{1,2}\.\s*){0,2}[^:،.؟!«»"\n]{2,40}?)["»]?\s*\**\s*:/u.exec(
      start,
    )?.[1];
  if (name === undefined || name.split(/\s+/).length > maxLabelWords) return undefined;
  return fold(name.replace(/[()[\]]/g, '').trim());
}

/** A name and a colon, repeatedly: «الجريدة: …», «الوزير: …». The one who asks is the one whose lines are questions. */
function bySpeakers(text: string, lines: readonly Line[]): readonly Turn[] | undefined {
  const names = lines.map((line) => speakerOf(text, line));
  const turns = new Map<string, { count: number; questions: number }>();
  names.forEach((name, index) => {
    if (name === undefined) return;
    const line = lines[index];
    const isLabel = line !== undefined && text[line.end - 1] === ':';
    const asked = isLabel ? lines[index + 1] : line;
    const known = turns.get(name) ?? { count: 0, questions: 0 };
    known.count += 1;
    if (asked !== undefined && isQuestion(text, asked)) known.questions += 1;
    turns.set(name, known);
  });
  const speakers = new Map([...turns].filter(([, { count }]) => count >= minMarked));
  if (speakers.size < 2 || speakers.size > 6) return undefined;
  const [first, second] = [...speakers].sort(
    ([, a], [, b]) => b.questions / b.count - a.questions / a.count,
  );
  if (first === undefined || second === undefined) return undefined;
  const asks = first[1].questions / first[1].count;
  if (asks < 0.6 || second[1].questions / second[1].count > 0.34) return undefined;
  const known = names.map((name): Turn => {
    if (name === undefined || !speakers.has(name)) return undefined;
    return name === first[0] ? 'q' : 'a';
  });
  if (answered(known) < minMarked) return undefined;
  // A name on a line of its own speaks the next one.
  const filled = [...fillTurns(text, lines, known)];
  known.forEach((turn, index) => {
    const line = lines[index];
    if (
      turn === 'q' &&
      line !== undefined &&
      text[line.end - 1] === ':' &&
      known[index + 1] === undefined
    ) {
      filled[index + 1] = 'q';
    }
  });
  return filled;
}

/** Returns the marks at the start of a line: «**», «-», «•»; empty where it has none. */
function markOf(text: string, { start, end }: Line): string {
  const mark = /^(?:[*•●■◆▪#]+|[-–—ـ]+(?=\s|\p{L}|«)|>+)/u.exec(
    text.slice(start, Math.min(end, start + 6)),
  );
  return (mark?.[0] ?? '').replace(/[–—ـ]/g, '-');
}

/**
 * Lines that end with a question mark and lines that answer them. Certain where every question has the same mark
 * («- …؟», «** …؟»), or where the text calls itself an interview.
 */
function byQuestions(text: string, lines: readonly Line[]): readonly Turn[] | undefined {
  const asked = lines.map(
    (line) => line.words <= maxQuestionWords && isQuestion(text, line) && line.words > 1,
  );
  const count = asked.filter(Boolean).length;
  if (count < minQuestions) return undefined;
  const marks = lines.map((line) => markOf(text, line));
  const counts = new Map<string, number>();
  asked.forEach((isAsked, index) => {
    const mark = marks[index] ?? '';
    if (isAsked) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  });
  const [mark = '', times = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const first = asked.findIndex((isAsked, index) => isAsked && marks[index] === mark);
  const others = lines.filter(
    (_, index) => index > first && !asked[index] && marks[index] === mark,
  );
  const isMark = mark !== '' && times >= minQuestions;
  // «** حدثنا عن البداية»: a request, where the mark is that of questions alone.
  const isOwn = isMark && others.length <= times * 0.6;
  const known = lines.map((line, index): Turn => {
    if (index < first) return undefined;
    // A marked line over a marked question is a heading.
    const isRequest = isOwn && line.words <= 30 && marks[index + 1] !== mark;
    const isTurn = marks[index] === mark && (asked[index] || isRequest);
    if (isTurn && asked[index - 1] !== true) return 'q';
    // A short line between an answer and a question is a heading.
    const isBetween = !isMark && asked[index + 1] === true && asked[index - 1] !== true;
    if (isBetween && markOf(text, line) === '' && isHeading(text, line)) return undefined;
    return index > 0 && (marks[index - 1] === mark || !isMark) ? 'a' : undefined;
  });
  const questions = known.filter((turn) => turn === 'q').length;
  const isAlternating = answered(known) >= Math.max(minQuestions, questions - 1);
  if (!isAlternating || times < count * 0.7) return undefined;
  if (!isMark && !isCalledInterview(text)) return undefined;
  return fillTurns(text, lines, known);
}

/**
 * Tells whether the beginning of a text calls it an interview.
 *
 * @param text The whole text.
 * @returns True for «حوار», «أجرت معه» and the like.
 */
export const isCalledInterview = (text: string): boolean => called.test(fold(text.slice(0, 800)));

/**
 * Finds turns by their labels: letters («س:», «ج:»), or names of speakers.
 *
 * @param text The whole text.
 * @param lines Its lines.
 * @returns The turn of each line; undefined where the labels do not alternate as questions and answers.
 */
export const labelledTurns = (text: string, lines: readonly Line[]): readonly Turn[] | undefined =>
  byLetters(text, lines) ?? bySpeakers(text, lines);

/**
 * Finds the questions and answers of an interview. Only where the alternation is certain: letters («س:», «ج:»), names
 * of speakers, or marked questions.
 *
 * @param text The whole text.
 * @param lines Its lines, or its blocks where it was hard-wrapped.
 * @returns The turn of each line; undefined where the text is no interview. Linear in the text's length.
 */
export function findTurns(text: string, lines: readonly Line[]): readonly Turn[] | undefined {
  if (lines.length < 4 || !(text.includes('؟') || text.includes('?'))) return undefined;
  let questions = 0;
  for (const line of lines) if (isQuestion(text, line)) questions += 1;
  if (questions < minMarked) return undefined;
  return labelledTurns(text, lines) ?? byQuestions(text, lines);
}
