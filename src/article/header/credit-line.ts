import { agencyForms } from '../../arabic/agencies.ts';
import { isGivenName } from '../../arabic/given-names.ts';
import { fold } from '../../arabic/letters.ts';
import { paperNames } from '../../arabic/newspapers.ts';
import { placeNames } from '../../arabic/place-names.ts';
import { asTitle } from '../titles.ts';
import { afterTitles, endsAt, isSeparator, readNames } from './credit-names.ts';
import {
  authorPhrases,
  helperPhrases,
  joinedPhrases,
  kindPhrases,
  maxPhraseWords,
  professionWords,
  roleWords,
  wordNames,
} from './credit-words.ts';
import { type LineToken, longestNameLength } from './line-tokens.ts';

/** What a byline says that fills its line. */
export interface CreditLine {
  readonly byline?: string;
  readonly authors?: readonly string[];
  readonly dateline?: string;
  readonly source?: string;
  /** `credit`: it says so; `agency`: an agency alone; `name`: only a name, which may be anything. */
  readonly strength: 'credit' | 'agency' | 'name';
}

/** First words of phrases that begin no title, before a separator. */
const certainPhrases = /^(?:بقلم|كتبت|كتبه|كتبها|حاور\p{L}+|التق\p{L}+|اجري|اجرت|اجراه|اعدت?)$/u;

/** A state of reading one line. */
interface Reading {
  readonly line: string;
  readonly tokens: readonly LineToken[];
  readonly authors: string[];
  readonly places: string[];
  readonly agencies: string[];
  papers: number;
  hasCredit: boolean;
  hasHelper: boolean;
  /** Whether a place, agency or role was named. */
  hasOther: boolean;
  /** Tokens from the first phrase to the end of the last name. */
  first: number | undefined;
  last: number;
}

const between = ({ line, tokens }: Reading, start: number, end: number): string =>
  asTitle(line.slice(tokens[start]?.start, tokens[end - 1]?.end)).normalize('NFC');

/** First words of all phrases. */
const phraseStarts: ReadonlySet<string> = new Set(
  [...authorPhrases.keys(), ...kindPhrases.keys(), ...helperPhrases.keys()].map(
    (phrase) => phrase.split(' ', 1)[0] ?? '',
  ),
);

/** Tells whether a phrase of a byline may begin with a token: only then a byline may be bare. */
export const beginsPhrase = (token: LineToken | undefined): boolean =>
  token !== undefined && phraseStarts.has(token.text);

/** Returns the length of the longest phrase at `at`, in tokens. */
function phraseLength(
  tokens: readonly LineToken[],
  at: number,
  phrases: ReadonlyMap<string, unknown>,
): number {
  let [text, length] = ['', 0];
  for (let next = at; next < at + maxPhraseWords; next += 1) {
    const token = tokens[next];
    if (token?.kind !== 'word') break;
    text = next === at ? token.text : `${text} ${token.text}`;
    if (phrases.has(text)) length = next - at + 1;
  }
  return length;
}

/** Reads a phrase and the names after it: «تقرير وتصوير: سلمى النجار». */
function readCredit(reading: Reading, at: number, isBare: boolean): number {
  const { tokens } = reading;
  if (!beginsPhrase(tokens[at])) return at;
  const [author, kind, helper] = [authorPhrases, kindPhrases, helperPhrases].map((phrases) =>
    phraseLength(tokens, at, phrases),
  ) as [number, number, number];
  const length = Math.max(author, kind, helper);
  if (length === 0) return at;
  let next = at + length;
  if (joinedPhrases.has(tokens[next]?.text ?? '')) next += 1;
  const phraseEnd = next;
  while (['-', ':', '/', '\\', '|', '.'].includes(tokens[next]?.text ?? '')) next += 1;
  const isSeparated = next > phraseEnd;
  // «كتب أحمد علي» may be the books of someone: only beside a title.
  const isStrong = tokens[at]?.text === 'بقلم';
  if (!isSeparated && !isStrong && !isBare) return at;
  if (author === 0 && kind === 0 && helper > 0 && !isSeparated) return at;
  const writes = /^و(?:تقرير|تحقيق|كتابه|حوار|اعداد|تحرير)$/.test(
    tokens[phraseEnd - 1]?.text ?? '',
  );
  const isHelper = helper > author && helper > kind && !writes;
  // «كتب: ذاكرة المدينة» and «إعداد: خطة الطوارئ» may be titles: only beside a title is any name taken.
  const isAuthor = !isHelper && author >= kind;
  const isCertain = isAuthor && certainPhrases.test(tokens[at]?.text ?? '');
  const isLikely = isSeparated && isBare && (isAuthor || isHelper);
  const freedom = isSeparated && isCertain ? 'any' : isLikely ? 'likely' : 'listed';
  if (roleWords.has(tokens[next]?.text ?? '') && !isHelper) {
    let end = next;
    while (tokens[end]?.kind === 'word' && end - next < 4) end += 1;
    if (!endsAt(tokens, end)) return at;
    reading.hasCredit = true;
    return mark(reading, at, end);
  }
  // «كتب أحمد علي رسالته» is a sentence.
  if (!isSeparated && tokens.length - next > 3 && !isStrong) return at;
  const end = readNames(reading, next, freedom, (name) => {
    if (!isHelper) reading.authors.push(name);
  });
  if (end === next) return at;
  if (isHelper) reading.hasHelper = true;
  else reading.hasCredit = true;
  return mark(reading, at, end);
}

function mark(reading: Reading, start: number, end: number): number {
  reading.first ??= start;
  reading.last = end;
  return end;
}

/** Reads a place, an agency or a paper beside the names; `at` where there is none. */
function readOrigin(reading: Reading, at: number): number {
  const { tokens } = reading;
  const start = tokens[at]?.text === 'من' ? at + 1 : at;
  const agency = start + longestNameLength(tokens, start, (name) => agencyForms.has(name));
  if (agency > start && endsAt(tokens, agency)) {
    const letters = tokens.slice(start, agency).filter(({ kind }) => kind === 'word');
    const name = agencyForms.get(letters.map(({ text }) => text).join(' ')) ?? '';
    if (name !== '') reading.agencies.push(name);
    reading.places.push(between(reading, start, agency));
    reading.hasOther = true;
    return agency;
  }
  const place = start + longestNameLength(tokens, start, (name) => placeNames.has(name));
  if (place > start && endsAt(tokens, place)) {
    reading.places.push(between(reading, start, place));
    return place;
  }
  if (start > at) return at;
  const isQuoted = tokens[at]?.text === '«' || tokens[at]?.text === '"';
  const inner = isQuoted ? at + 1 : at;
  const paper = inner + longestNameLength(tokens, inner, (name) => paperNames.has(name));
  const end = isQuoted && ['»', '"'].includes(tokens[paper]?.text ?? '') ? paper + 1 : paper;
  const isClosed = isQuoted && end > paper;
  if (paper === inner || !(isClosed || endsAt(tokens, end)) || (isQuoted && !isClosed)) return at;
  reading.places.push(between(reading, at, end));
  reading.papers += 1;
  return end;
}

/**
 * Reads a line that is a byline and nothing else: «تقرير: سلمى النجار», «حاوره/ علي سالم - تصوير: حسن ناجي».
 *
 * @param isBare whether a phrase without punctuation after it counts, because the title is another line
 * @returns undefined where the line holds anything else; never throws
 */
export function readCreditLine(
  line: string,
  tokens: readonly LineToken[],
  isBare: boolean,
): CreditLine | undefined {
  const reading: Reading = {
    ...{ line, tokens, authors: [], places: [], agencies: [], papers: 0 },
    ...{ hasCredit: false, hasHelper: false, hasOther: false, first: undefined, last: 0 },
  };
  let [at, names] = [0, 0];
  while (at < tokens.length) {
    if (isSeparator(tokens[at]) || tokens[at]?.text === '.') {
      at += 1;
      continue;
    }
    const credit = readCredit(reading, at, isBare);
    if (credit > at) {
      at = credit;
      continue;
    }
    const origin = readOrigin(reading, at);
    if (origin > at) {
      at = origin;
      continue;
    }
    if (names > 0 && professionWords.has(tokens[at]?.text ?? '') && tokens.length - at <= 6) {
      at = tokens.length;
      continue;
    }
    const end = readNames(reading, at, 'listed', (name) => void reading.authors.push(name));
    if (end === at || names > 0) return undefined;
    names += 1;
    at = mark(reading, at, end);
  }
  return resultOf(reading, names);
}

function resultOf(reading: Reading, names: number): CreditLine | undefined {
  const { authors, places, agencies, hasCredit, hasHelper, first, last, tokens } = reading;
  const [source] = agencies;
  const origin = {
    ...(places.length > 0 && (hasCredit || reading.hasOther)
      ? { dateline: places.join(' - ') }
      : {}),
    ...(agencies.length === 1 && source !== undefined ? { source } : {}),
  };
  if (hasCredit || hasHelper) {
    return {
      byline: between(reading, first ?? 0, last),
      ...(authors.length > 0 ? { authors } : {}),
      ...origin,
      strength: 'credit',
    };
  }
  if (authors.length === 0) {
    const isOrigin = source !== undefined || places.length > 1;
    return reading.hasOther && isOrigin && tokens.length <= 10
      ? { ...origin, strength: 'agency' }
      : undefined;
  }
  // «محمد Next Previous» is a name between the words of a page.
  if (
    places.length > 0 ||
    authors.some((name) => /\p{Script=Arab}/u.test(name) && /[A-Za-z]/.test(name))
  )
    return undefined;
  const [author = '', ...others] = authors;
  const isWord = (name: string): boolean => wordNames.has(fold(name.split(' ', 1)[0] ?? ''));
  const hasTitle = afterTitles(tokens, 0) > 0;
  if (names === 0 || others.some(isWord) || (isWord(author) && !hasTitle)) return undefined;
  // «ليلى والذئب», «أحمد شوقي أميرًا»
  if (tokens.some(({ text }) => /^وال|^\p{L}{3,}ا$/u.test(text) && !isGivenName(text)))
    return undefined;
  return { authors, strength: 'name' };
}
