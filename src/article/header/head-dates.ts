import { placeNames } from '../../arabic/place-names.ts';
import { monthOf, weekdayOf } from '../../calendar/date-names.ts';
import { type DatePhrase, readDateRun } from '../../calendar/date-phrase.ts';
import { readDayWords } from '../../calendar/number-words.ts';
import { readFlatDate } from './flat-dates.ts';
import { otherParts } from './head-parts.ts';
import { type LineToken, longestNameLength, tokenizeLine } from './line-tokens.ts';

/**
 * The date of an article on a line of its head or foot that is no masthead and no dateline.
 *
 * | pattern                               | printed as                                              |
 * | ------------------------------------- | ------------------------------------------------------- |
 * | a line that is only a date            | «24 يوليو 2012», «(5 رمضان 1433هـ)»                       |
 * | a label and a date                    | «سالم النجار | نُشر في 24/7/2012», «تاريخ النشر: 24 يوليو 2012 …» |
 * | names and a date, between marks       | «الأيام - الثلاثاء 24 يوليو 2012 - محليات»                |
 * | a place and a date                    | «عدن في 24 يوليو 2012»                                   |
 * | a date after the last sentence        | «… حتى المساء. 24 يوليو 2012»                            |
 *
 * A date beside other words is part of a sentence or a title.
 */
export interface HeadDate {
  readonly phrase: DatePhrase;
  /** The words of the date as printed. */
  readonly words: string;
  /** Whether the line holds nothing that could be its title. */
  readonly isWholeLine: boolean;
}

/** A line of a head or foot. */
export interface DatedLine {
  readonly text: string;
  /** Whether `text` is the entire line. */
  readonly isComplete: boolean;
  /** Whether it is the last line of the text, or a line of the foot. */
  readonly isFoot: boolean;
  /** Whether a short line follows it, so that it may stand above a title. */
  readonly isAboveTitle: boolean;
  /** Whether it stands where the title of the text would: «25 يناير 2011» may be one. */
  readonly mayBeTitle: boolean;
  /** Whether it opens the text. */
  readonly isOpening?: boolean;
  /** Whether it is only the end of a line, after a sentence. */
  readonly isTail?: boolean;
}

const fourDigits = /[\d\u0660-\u0669\u06f0-\u06f9]{4}/;
const yearInWords = /(?:^|[\s،])[أا]لف(?:ين|ان)? و/;

/** Tells whether a text may hold a year: four digits together, or words. */
const mayHaveYear = (text: string): boolean =>
  fourDigits.test(text) || (text.includes('لف') && yearInWords.test(text));

/** A day and a year near each other, in figures. */
const mayBeDate =
  /[\d\u0660-\u0669\u06f0-\u06f9][^\d\u0660-\u0669\u06f0-\u06f9]{1,30}[\d\u0660-\u0669\u06f0-\u06f9]{4}|[\d\u0660-\u0669\u06f0-\u06f9]{4}[-/.]/;

/** Beyond this length a line is a paragraph: of its date only a label at its start or, in flattened text, what stands beside it counts. */
const maxLine = 160;

/** A label at the start of a line, without its marks of vowels. */
const startsWithLabel = /^[\s\p{Cf}*•#(–-]*(?:ال|ب)?(?:تاريخ|نُ?شر|صدر|date|published|posted)/iu;

const strongMarks = new Set(['-', '|', '/', '•', '·', '(', ')', '[', ']', '؛', '*', '»', '«']);
const weakMarks = new Set(['،', ',']);
const bullets = new Set(['-', '*', '•', '#', '(', '[', '«', '|', '/', '؛', '.']);
const closings = new Set([')', ']', '»', '.', '-', '|', '/', '*', '،', '؛']);
const sentenceEnds = new Set(['.', '؟', '!', '…']);

/** Folded words that label the date of publication, before «:» or a preposition. */
const labels = new Set([
  ...[
    'التاريخ',
    'تاريخ',
    'بتاريخ',
    'نشر',
    'نشرت',
    'النشر',
    'الصادر',
    'الصادره',
    'صدر',
    'حرر',
    'حررت',
    'تحريرا',
    'كتب',
    'نشره',
  ],
  ...['published', 'date', 'posted'],
]);
const labelWords = new Set([
  'النشر',
  'في',
  'يوم',
  'بتاريخ',
  'المقال',
  'الخبر',
  'الماده',
  'الموضوع',
  'الاصدار',
  'العدد',
  'on',
  ':',
  '-',
]);

const textAt = (tokens: readonly LineToken[], at: number): string => tokens[at]?.text ?? '';

/** Returns the index after a label that starts at `at`, with what connects it to its date; `at` where there is none. */
function afterLabel(tokens: readonly LineToken[], at: number): number {
  if (tokens[at]?.kind !== 'word' || !labels.has(textAt(tokens, at))) return at;
  let next = at + 1;
  while (next < at + 5 && labelWords.has(textAt(tokens, next))) next += 1;
  return next;
}

/** Tells whether a label makes the date certain even where words follow: «تاريخ النشر:», «نُشر في:». */
const isFirmLabel = (tokens: readonly LineToken[], at: number, next: number): boolean =>
  tokens.slice(at, next).some(({ text }) => text === ':') ||
  (textAt(tokens, at) === 'تاريخ' && textAt(tokens, at + 1) === 'النشر');

/** Tells whether a date is one in words and nothing else, as titles may be: «25 يناير 2011». */
const isBare = ({ weekday, hijri }: DatePhrase, tokens: readonly LineToken[]): boolean =>
  weekday === undefined &&
  hijri === undefined &&
  tokens.filter(({ kind }) => kind === 'word').length > 0 &&
  tokens.every(({ kind }) => kind !== 'sign') &&
  tokens.at(-1)?.kind === 'number';

/** Tells whether the date of a line is the article's, by what stands before and after it. */
function isArticleDate(
  tokens: readonly LineToken[],
  { start, next, phrase }: Found,
  line: DatedLine,
  isWhole: boolean,
): boolean {
  const isIn = textAt(tokens, start - 1) === 'في' && strongMarks.has(textAt(tokens, start - 2));
  const before = textAt(tokens, isIn ? start - 2 : start - 1);
  const after = textAt(tokens, next);
  // «في 17 فبراير 1936»
  const startsLine = tokens
    .slice(0, start)
    .every(({ text }, at) => bullets.has(text) || (text === 'في' && at === start - 1));
  const endsLine = isWhole && tokens.slice(next).every(({ text }) => closings.has(text));
  if (startsLine && endsLine) return !line.mayBeTitle || !isBare(phrase, tokens);
  // «عدن في 24 يوليو 2012»
  const place = longestNameLength(tokens, 0, (name) => placeNames.has(name));
  const isPlaced =
    place > 0 && (start === place || (start === place + 1 && /^(?:في|،|,)$/.test(before)));
  if (isPlaced && endsLine) return true;
  const isApart =
    (startsLine || strongMarks.has(before) || weakMarks.has(before)) &&
    (endsLine || strongMarks.has(after) || weakMarks.has(after));
  if (!isApart || !isWhole) return false;
  const isStrong =
    (startsLine || strongMarks.has(before)) &&
    (endsLine || strongMarks.has(after)) &&
    after !== ':';
  const { count, isShort, hasKnown, hasPaper } = otherParts(tokens, start, next);
  const hasTwoDates = phrase.gregorian !== undefined && phrase.hijri !== undefined;
  const isFull = phrase.weekday !== undefined || hasTwoDates;
  if (isShort && (hasPaper || (hasKnown && before !== ')' && (isStrong || isFull)))) return true;
  // «… (@name) July 31, 2015» is an embedded post.
  if (!isStrong || before === ')') return false;
  const isInFigures = tokens
    .slice(start, next)
    .every(({ kind, text }) => kind !== 'word' || text.length === 1);
  const isOutside = count <= 3 && (line.isAboveTitle || line.isFoot);
  if (isShort && (isFull || isOutside || isInFigures)) return true;
  return before === '|' || after === '|';
}

const isDateWord = (word: string, next: LineToken | undefined): boolean =>
  weekdayOf(word) !== undefined ||
  monthOf(word) !== undefined ||
  (next !== undefined && monthOf(`${word} ${next.text}`) !== undefined);

/** A date in a line, by tokens. */
interface Found {
  readonly phrase: DatePhrase;
  readonly start: number;
  readonly next: number;
}

/** Returns the date after the last sentence of a text. */
function atTheEnd(tokens: readonly LineToken[]): Found | undefined {
  for (let start = tokens.length - 1; start > 0; start -= 1) {
    if (!sentenceEnds.has(textAt(tokens, start - 1))) continue;
    const label = afterLabel(tokens, start);
    const run = readDateRun(tokens, label);
    const rest = run && tokens.slice(run.next);
    if (run !== undefined && rest?.every(({ text }) => closings.has(text))) {
      return { ...run, start: label };
    }
  }
  return undefined;
}

/** Reads the date of an article from a line of its head or foot; undefined where it has none. Never throws. */
export function readHeadDate(line: DatedLine): HeadDate | undefined {
  const { text, isComplete, isFoot } = line;
  if (!mayHaveYear(text)) return undefined;
  if (text.length > maxLine) {
    const flat = line.isOpening === true && mayBeDate.test(text) ? readFlatDate(text) : undefined;
    if (flat !== undefined) {
      const [from, to] = [flat.tokens[flat.start]?.start, flat.tokens[flat.next - 1]?.end];
      return { phrase: flat.phrase, words: text.slice(from, to), isWholeLine: false };
    }
    if (!startsWithLabel.test(text)) return undefined;
  }
  const { tokens, isAll } = tokenizeLine(text);
  const isWhole = isAll && isComplete;
  const dateOf = ({ phrase, start, next }: Found, isWholeLine: boolean): HeadDate => ({
    phrase,
    words: text.slice(tokens[start]?.start, tokens[next - 1]?.end),
    isWholeLine,
  });
  for (let at = line.isTail === true ? tokens.length : 0; at < tokens.length; at += 1) {
    const { kind, text: word } = tokens[at] ?? { kind: 'sign', text: '' };
    if (kind === 'sign') continue;
    const label = afterLabel(tokens, at);
    const mayStart =
      kind === 'number' || label > at || word === 'يوم' || isDateWord(word, tokens[at + 1]);
    if (!mayStart && readDayWords(tokens, at) === undefined) continue;
    const start = label > at ? label : word === 'يوم' ? at + 1 : at;
    const run = readDateRun(tokens, start);
    if (run === undefined) {
      if (label > at) at = label - 1;
      continue;
    }
    const found = { ...run, start };
    const opensLine = at === 0 || tokens.slice(0, at).every(({ text: mark }) => bullets.has(mark));
    const isLabelled = label > at && (opensLine || strongMarks.has(textAt(tokens, at - 1)));
    const after = textAt(tokens, run.next);
    const ends =
      run.next >= tokens.length ? isWhole : strongMarks.has(after) || closings.has(after);
    if (isLabelled && (ends || (isFirmLabel(tokens, at, label) && opensLine))) {
      return dateOf(found, opensLine && isWhole && run.next >= tokens.length);
    }
    if (label === at || isLabelled) {
      if (isArticleDate(tokens, { ...found, start: at }, line, isWhole)) {
        const from = at === 1 && textAt(tokens, 0) === 'في' ? 0 : at;
        const { count, hasKnown } = otherParts(tokens, from, run.next);
        return dateOf(found, count === 0 || hasKnown);
      }
    }
    at = run.next - 1;
  }
  const last = isFoot && isWhole ? atTheEnd(tokens) : undefined;
  return last && dateOf(last, false);
}
