import { fold } from '../../arabic/letters.ts';
import { type Line, wordsIn } from '../lines.ts';
import { isBody, isCandidate } from './heading-words.ts';

/** Titles of round-ups of short news: «أخبار قصيرة», «موجز الأنباء», «في سطور». */
const roundUp =
  /(?:اخبار (?:قصيره|متفرقه|سريعه|موجزه|خفيفه|منوعه|محليه)|موجز (?:ال)?(?:اخبار|انباء)|موجز محلي|متفرقات|في سطور|قصاصات|خلاصه الاخبار|حصاد (?:ال)?(?:يوم|اسبوع)|من هنا وهناك)/;
/** Titles of pages of readers' letters: «بريد القراء», «رسائل القراء». */
const letters = /(?:بريد|رسائل|اقلام|منبر|زاويه|شكاوي) (?:ال)?(?:قراء|قارئ|قارئات|مواطنين)/;

/** Most words of the line of a letter's writer. */
const maxSignature = 8;
/** Most words of the title of a collection. */
const maxTitleWords = 8;
/** Signs without which a line is one line of the layout: no interview and no break is within it. */
const mayBeSplit = /[:؟?\v\f\u0085]/;
/** Fewest items of a collection. */
const leastItems = 2;

/** Tells whether a line may be that of a letter's writer: short, and no question. */
const isSignature = (text: string, line: Line | undefined): boolean =>
  line !== undefined &&
  line.form === undefined &&
  line.words > 0 &&
  line.words <= maxSignature &&
  !/[؟?]/.test(text.slice(line.start, line.end));

/**
 * Tells whether a first line is the title of a collection of short items: a round-up, or readers' letters.
 *
 * @param line The line.
 * @returns True for «أخبار قصيرة من المحافظات», «بريد القراء».
 */
export function namesCollection(line: string): boolean {
  const folded = fold(line);
  return letters.test(folded) || roundUp.test(folded);
}

/**
 * Tells whether a first line has too many words for the title of a collection, as the first paragraph of most texts: a
 * fast filter for `itemHeadlines`.
 *
 * @param line The line.
 */
export const isTooLongForTitle = (line: string): boolean =>
  wordsIn(line, { start: 0, end: line.length }) > maxTitleWords && !mayBeSplit.test(line);

/**
 * Finds the headlines of a collection of short items under its title: of a round-up, whose items are a headline and
 * paragraphs, or of readers' letters, of which each ends with its writer.
 *
 * @param text The whole text.
 * @param lines Its lines.
 * @returns The indices of the headlines; empty for any other text. Linear in the length.
 */
export function itemHeadlines(text: string, lines: readonly Line[]): ReadonlySet<number> {
  const none: ReadonlySet<number> = new Set();
  const [title] = lines;
  if (title === undefined || lines.length < leastItems * 2 + 1 || title.words > maxTitleWords)
    return none;
  const named = text.slice(title.start, title.end);
  if (!namesCollection(named)) return none;
  const isLetters = letters.test(fold(named));
  const headlines = new Set<number>();
  lines.forEach((line, index) => {
    if (index === 0 || line.form !== undefined || line.turn !== undefined) return;
    if (!isBody(text, lines[index + 1]) || !isCandidate(text, line)) return;
    const isAfterSignature = isLetters && isSignature(text, lines[index - 1]);
    if (index === 1 || isBody(text, lines[index - 1]) || isAfterSignature) headlines.add(index);
  });
  return headlines.size >= leastItems ? headlines : none;
}
