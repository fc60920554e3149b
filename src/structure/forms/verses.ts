import { fold, isArabicLetter } from '../../arabic/letters.ts';
import type { Span, SpanRow } from '../../model/structure.ts';
import { type Line, wordsIn } from '../lines.ts';
import { type FormLines, partsOf } from './form-lines.ts';

/** Words of a half of a verse. */
const fewestWords = 2;
const mostWords = 8;
/** Greatest length of a half, in code units, with its vowel marks. */
const maxHalf = 90;
/** Least length of the shorter half, as a share of the longer. */
const balance = 0.4;

/** What separates the halves of a verse. The last two occur in prose as well, so that a rhyme is required. */
const separators = [
  { sign: 'stars', pattern: /\s*(?:\*[\s*]*\*|\s\*\s|[♦❖✦•●])\s*/g, needsRhyme: false },
  { sign: 'blanks', pattern: /[ \u00a0]{3,}|[ \u00a0]*\t\s*/g, needsRhyme: false },
  { sign: 'rule', pattern: /\s*(?:[-–—ـ=~_]{3,})\s*|\s+(?:[=~]+|--)\s+/g, needsRhyme: true },
  { sign: 'dots', pattern: /\s*(?:\.{3,}|…+|\.\s\.\s\.)\s*/g, needsRhyme: true },
  { sign: 'slash', pattern: /\s+(?:\/{1,2}|\|{1,2}|\\)\s+/g, needsRhyme: true },
] as const;

/** A sign of every separator above, in a line; and in a text one that is not only between two words of prose. */
const separatorSign = /[*♦❖✦•●\t=~_…/|\\]|[ \u00a0]{3}|\.\s?\.|[-–—ـ]{3}| -- /;
const separatorInText = / {3}|\t|\u00a0{3}|[*♦❖✦•●…/|\\]|\.{3}|\. \.|[-–—ـ=~_]{3}| [=~]| -- /;

/** Two halves of a line, and the sign between them. */
interface Halves {
  readonly parts: SpanRow;
  readonly sign: (typeof separators)[number]['sign'];
  readonly needsRhyme: boolean;
}

const digits = /[\d٠-٩۰-۹:@]/;
const finalStop = /[.:]$/;

function isHalf(text: string, span: Span): boolean {
  const length = span.end - span.start;
  if (length < 6 || length > maxHalf || digits.test(text.slice(span.start, span.end))) return false;
  const words = wordsIn(text, span);
  return words >= fewestWords && words <= mostWords;
}

/** Returns the letters of a span, without vowel marks. */
function lettersOf(text: string, { start, end }: Span): string {
  return [...fold(text.slice(start, end))]
    .filter((letter) => isArabicLetter(letter.charCodeAt(0)))
    .join('');
}

/** Tells whether a line has the length of a verse. */
const hasVerseLength = ({ start, end, words }: Line): boolean =>
  words >= fewestWords * 2 && words <= mostWords * 2 && end - start <= maxHalf * 2 + 40;

/** Tells whether a line may have two halves. Only short lines are searched: prose is most of a text. */
const mayHaveHalf = (text: string, line: Line): boolean =>
  hasVerseLength(line) && separatorSign.test(text.slice(line.start, line.end));

/** Reads a line as the two halves of a verse. */
function halvesOf(text: string, line: Line): Halves | undefined {
  if (!mayHaveHalf(text, line)) return undefined;
  for (const { sign, pattern, needsRhyme } of separators) {
    const parts = partsOf(text, line, pattern);
    const [first, second] = parts;
    if (first === undefined || second === undefined || parts.length !== 2) continue;
    if (!isHalf(text, first) || !isHalf(text, second)) return undefined;
    if (finalStop.test(text.slice(second.end - 1, second.end)) && needsRhyme) return undefined;
    const lengths = [first, second].map((half) => lettersOf(text, half).length);
    if (Math.min(...lengths) < Math.max(...lengths) * balance) return undefined;
    return { parts, sign, needsRhyme };
  }
  return undefined;
}

/** Returns the end of a line that carries its rhyme: with a long vowel or ه the letter before it («الندى», «غدا»). */
function rhymeOf(text: string, span: Span): string {
  const letters = lettersOf(text, span);
  const last = letters.at(-1) ?? '';
  if (last === 'ه') return letters.slice(-2);
  return last === 'ا' || last === 'ي' ? `${letters.at(-2) ?? ''}ا` : last;
}

/** Tells whether most lines end alike. */
function rhymes(ends: readonly string[], share: number): boolean {
  const counts = new Map<string, number>();
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
  return Math.max(...counts.values()) >= ends.length * share;
}

/** Tells whether lines of two halves are a poem, and not two columns. */
function isPoem(text: string, rows: readonly Halves[], introduced: boolean): boolean {
  const [first] = rows;
  if (first === undefined) return false;
  const words = rows.reduce(
    (sum, { parts }) => sum + parts.reduce((count, part) => count + wordsIn(text, part), 0),
    0,
  );
  const mean = words / rows.length / 2;
  if (rows.length === 1) return introduced && mean >= 3 && first.sign !== 'slash';
  const ends = rows.map(({ parts }) => (parts[1] === undefined ? '' : rhymeOf(text, parts[1])));
  const isRhymed = rhymes(ends, 0.75);
  if (first.needsRhyme) return mean >= 2.5 && (isRhymed || introduced);
  return mean >= 3 || isRhymed || introduced;
}

/** Endings of lists: «وزارة الصحة», «الانتخابات», «العاملون». */
const listEnding = /(?:ه|ات|ين|ون|يه)$/;

/** Tells whether a line may be a line of verse in one column. */
function isVerseLine(text: string, line: Line): boolean {
  const length = line.end - line.start;
  if (line.words < 2 || line.words > 8 || length < 8 || length > 75) return false;
  const source = text.slice(line.start, line.end);
  return !/[\d٠-٩۰-۹@|#=<>{}[\]()]|[.:؛]$|^[-–—ـ*•●■▪+]/.test(source);
}

/** Tells whether lines in one column are certainly a poem: they rhyme, all or every second one, and are of like length. */
function isColumn(text: string, lines: readonly Line[]): boolean {
  if (lines.length < 4) return false;
  const lengths = lines.map((line) => lettersOf(text, line).length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  if (mean < 10 || mean > 40) return false;
  if (lengths.some((length) => length < mean * 0.55 || length > mean * 1.6)) return false;
  const openings = new Set(lines.map(({ start, end }) => text.slice(start, end).split(' ', 1)[0]));
  if (openings.size < lines.length * 0.6) return false;
  const ends = lines.map((line) => rhymeOf(text, line));
  const letters = lines.map((line) => lettersOf(text, line));
  if (letters.filter((word) => listEnding.test(word)).length > lines.length * 0.5) return false;
  if (rhymes(ends, 0.85)) return true;
  const seconds = ends.filter((_, index) => index % 2 === 1);
  return lines.length >= 6 && rhymes(seconds, 0.85);
}

/** Tells whether the line before introduces verse: «وقال الشاعر:». */
const isIntroduction = (text: string, line: Line | undefined): boolean =>
  line !== undefined && text[line.end - 1] === ':';

/** Reads lines of two halves from `first` on, also over blank lines. */
function readHalves(text: string, lines: readonly Line[], first: number): FormLines | number {
  const rows: Halves[] = [];
  let index = first;
  for (; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || (index > first && line.blanks > 1)) break;
    const halves = halvesOf(text, line);
    if (halves === undefined || halves.sign !== (rows[0] ?? halves).sign) break;
    rows.push(halves);
  }
  if (!isPoem(text, rows, isIntroduction(text, lines[first - 1]))) return index;
  const last = first + rows.length - 1;
  return { first, last, lines: { form: 'verse', rows: rows.map(({ parts }) => parts) } };
}

/** Reads lines of one part from `first` on, up to a blank line; or stanzas of two or three lines between blank lines. */
function readColumn(text: string, lines: readonly Line[], first: number): FormLines | number {
  let [index, size] = [first, 0];
  for (; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const isNext = size > 0 && (index - first) % size === 0;
    if (index > first && line.isApart) {
      if (size === 0) size = index - first;
      const isStanza = size === 2 || size === 3;
      if (!isStanza || line.blanks > 1 || (index - first) % size !== 0) break;
    } else if (isNext) {
      index -= size;
      break;
    }
    if (!isVerseLine(text, line)) break;
  }
  if (size > 1) index -= (index - first) % size;
  const column = lines.slice(first, index);
  if (!isColumn(text, column)) return index;
  const rows = column.map(({ start, end }) => [{ start, end }]);
  return { first, last: index - 1, lines: { form: 'verse', rows } };
}

/**
 * Finds verse: lines of two halves with a separator between them, and lines that rhyme and have like lengths.
 *
 * @param text The whole text.
 * @param lines Its lines.
 * @returns Poems in order, not overlapping. Linear in the text's length.
 */
export function findVerses(text: string, lines: readonly Line[]): readonly FormLines[] {
  const found: FormLines[] = [];
  let shortLines = 0;
  for (const { words } of lines) if (words > 1 && words <= mostWords * 2) shortLines += 1;
  const introduces = (line: Line): boolean => isIntroduction(text, line);
  if (shortLines < 2 && !(shortLines === 1 && lines.some(introduces))) return found;
  const mayHaveHalves = lines.some((line) => mayHaveHalf(text, line)) && separatorInText.test(text);
  if (!mayHaveHalves && shortLines < 4) return found;
  for (let index = 0; index < lines.length; ) {
    const halves = mayHaveHalves ? readHalves(text, lines, index) : index;
    if (typeof halves !== 'number') {
      found.push(halves);
      index = halves.last + 1;
      continue;
    }
    // Lines of halves that are no poem are not read again.
    if (halves > index) {
      index = halves;
      continue;
    }
    const column = shortLines < 4 ? index : readColumn(text, lines, index);
    if (typeof column === 'number') index = Math.max(index + 1, column);
    else {
      found.push(column);
      index = column.last + 1;
    }
  }
  return found;
}
