import { agencyForms } from '../../arabic/agencies.ts';
import { isGivenName } from '../../arabic/given-names.ts';
import { fold } from '../../arabic/letters.ts';
import { paperFirstWords, paperNames, paperWords } from '../../arabic/newspapers.ts';
import { placeNames } from '../../arabic/place-names.ts';
import { weekdayOf } from '../../calendar/date-names.ts';
import { honorifics } from './author-name.ts';
import { authorPhrases, helperPhrases, kindPhrases, personTitles } from './credit-words.ts';
import { creditWords } from './dateline-parts.ts';
import { imprintWords, kickerLabels, sectionNames } from './head-words.ts';
import { mastheadWords } from './masthead-items.ts';

/** Folded first words of datelines and mastheads, except given names and days of the week. */
const firstWords: ReadonlySet<string> = new Set([
  ...[...placeNames, ...agencyForms.keys()].map((name) => name.split(' ', 1)[0] ?? ''),
  ...[...creditWords, ...honorifics, ...mastheadWords],
]);

/** Folded first words of lines that only their neighbours confirm: names, sections, labels, bylines of all forms. */
const headWords: ReadonlySet<string> = new Set([
  ...[...paperNames, ...sectionNames, ...kickerLabels].map((name) => name.split(' ', 1)[0] ?? ''),
  ...[...authorPhrases.keys(), ...kindPhrases.keys(), ...helperPhrases.keys()].map(
    (phrase) => phrase.split(' ', 1)[0] ?? '',
  ),
  ...[...paperWords, ...paperFirstWords, ...imprintWords, ...personTitles.keys(), 'المصدر'],
]);

/** Tells by its first word whether a line may be a part of a head that its neighbours confirm. */
export function mayBeHeadLine(line: string): boolean {
  const { word, isFirst } = startOf(line);
  return isFirst || headWords.has(word);
}

/** Bullets and brackets, then a quotation mark, a digit or a word. */
const firstToken = /^[\s\p{Cf}*•#(–-]*([«"“{\p{Nd}]|[\p{L}\p{M}]+)/u;

/**
 * Tells by its first word whether a line may be a masthead, a dateline or a byline: a fast filter, because
 * nearly all lines are none.
 *
 * @param line the line
 * @param source the newspaper, where it is known; its own datelines may start with its name
 */
export function mayBeHeaderLine(line: string, source = ''): boolean {
  const { word, isFirst } = startOf(line);
  return isFirst || (word !== '' && source !== '' && fold(source).startsWith(word));
}

/** The first word of a line. */
interface LineStart {
  /** The folded word; empty for a line that begins with another sign. */
  readonly word: string;
  /** Whether a dateline or masthead may begin with it, or with the sign. */
  readonly isFirst: boolean;
}

function readStart(line: string): LineStart {
  const token = firstToken.exec(line)?.[1];
  if (token === undefined) return { word: '', isFirst: false };
  if (/^\P{L}/u.test(token)) return { word: '', isFirst: true };
  const word = fold(token);
  const isFirst = firstWords.has(word) || isGivenName(word) || weekdayOf(word) !== undefined;
  return { word, isFirst };
}

/** The last line and its start: both filters look at the same lines. */
let last: { readonly line: string; readonly start: LineStart } = {
  line: '',
  start: { word: '', isFirst: false },
};

function startOf(line: string): LineStart {
  if (last.line !== line) last = { line, start: readStart(line) };
  return last.start;
}
