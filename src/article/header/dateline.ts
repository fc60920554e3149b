import { agencyForms } from '../../arabic/agencies.ts';
import { fold } from '../../arabic/letters.ts';
import { placeNames } from '../../arabic/place-names.ts';
import type { DatePhrase } from '../../calendar/date-phrase.ts';
import { asTitle } from '../titles.ts';
import { hasConjunction } from './author-name.ts';
import { type DatelinePart, readDatelineParts, type Terminator } from './dateline-parts.ts';
import type { LineToken } from './line-tokens.ts';

/**
 * A dateline or byline at the start of a line. Every pattern requires two recognised parts with
 * punctuation between and after them; anything else is body text.
 *
 * | pattern                        | printed as                                    | why it is certain          |
 * | ------------------------------ | --------------------------------------------- | -------------------------- |
 * | place, agency                  | «القاهرة - رويترز:», «عمان، الأردن (أ ف ب) -» | both are listed            |
 * | agency, place                  | «واس - الرياض», «رويترز (مدريد)»              | both are listed            |
 * | place or agency, newspaper     | «لندن: «الشرق الأوسط»»                        | the newspaper is quoted, or is the known source |
 * | place, author                  | «جدة: سلمى الراوي», «جدة - سلمى الراوي:»      | listed place, listed given name, and punctuation or the line's end after the name |
 * | author, place                  | «أحمد علي – بيروت», «أحمد علي (أبها)»         | the same                   |
 * | author, newspaper, place       | «ماجد الحربي - سبق - ينبع:»                   | both ends are recognised   |
 * | author, agency                 | «أحمد علي - رويترز»                           | listed given name and agency |
 * | place, agency or author, date   | «عدن - 5 أكتوبر 2015:», «أحمد علي - 24 يوليو 2012» | a day with its year |
 * | byline word, author            | «كتب: أحمد علي», «بقلم سلمى الراوي»           | the byline word            |
 * | agency alone                   | «(رويترز)» as the first line                  | listed; on a later line it credits a picture |
 *
 * Not recognised, because they are as often sentences, titles or scores: a place and a dash («القاهرة -
 * قال…»), an agency and a colon («رويترز: مقتل…»), a name alone («أحمد علي»), two unknown words («الهلال -
 * النصر»), and a place, a colon and a name before a second colon, which is a quotation («القاهرة: محمد
 * علي: لا تراجع»).
 */
export interface Dateline {
  readonly dateline?: string;
  readonly byline?: string;
  readonly authors?: readonly string[];
  /** The news agency, where exactly one is named. */
  readonly source?: string;
  /** The dates among its parts. */
  readonly dates?: DatePhrase;
  /** The dates as printed. */
  readonly dateWords?: string;
  /** Number of tokens of the line, with the punctuation after it. */
  readonly length: number;
}

/** Greatest number of authors of one report. */
const maxAuthors = 4;

/**
 * Reads a dateline or byline from the start of a line.
 *
 * @param line the line
 * @param tokens its tokens, from where the dateline may start
 * @param isWholeLine whether the tokens reach the end of the line
 * @param isFirst whether only a masthead precedes it
 * @param source the newspaper, where it is known
 * @param isWrapped whether the paragraph goes on in the next line
 * @returns undefined where no pattern matches; never throws
 */
export function readDateline(
  line: string,
  tokens: readonly LineToken[],
  isWholeLine: boolean,
  isFirst: boolean,
  source?: string,
  isWrapped = false,
): Dateline | undefined {
  const folded = source === undefined ? undefined : fold(source);
  const known = {
    isPlace: (name: string) => placeNames.has(name),
    isAgency: (name: string) => agencyForms.has(name),
    isPaper: (name: string) => name === folded,
  };
  // In a wrapped paragraph the end of the line may end a word of the sentence: «عدن - 5 أكتوبر 2015 - طالب عدد».
  const attempts = isWholeLine && isWrapped ? [true, false] : [isWholeLine];
  const found = attempts
    .map((endsParts) => readDatelineParts(tokens, endsParts, known))
    .find(
      ({ parts: read, terminator: end }) => end !== 'none' && matchesPattern(read, end, isFirst),
    );
  if (found === undefined) return undefined;
  const { parts, terminator, length } = found;
  // «عدن - 13 يناير 1986: يوم طويل» is a title; a report follows its dateline on the line.
  const isDayAlone = parts.some(({ kind }) => kind === 'date') && parts.every(isPlaceOrDate);
  if (isDayAlone && terminator !== 'line' && line.length < minReport && !isWrapped) {
    return undefined;
  }
  const authorParts = parts.filter(({ kind }) => kind === 'author');
  if (authorParts.length > maxAuthors) return undefined;
  const textBetween = (start: number, end: number, skipped = 0): string =>
    asTitle(line.slice((tokens[start]?.start ?? 0) + skipped, tokens[end - 1]?.end)).normalize(
      'NFC',
    );
  const nameOf = ({ start, end }: DatelinePart): string => {
    const first = tokens[start];
    return textBetween(start, end, first !== undefined && hasConjunction(first) ? 1 : 0);
  };
  const agencies = new Set(
    parts.flatMap(({ kind, name }) => (kind === 'agency' ? [agencyForms.get(name) ?? ''] : [])),
  );
  const [agency = ''] = agencies;
  // «سبق» and «متابعات» alone name neither a place nor an agency.
  const isPlaced = agency !== '' || parts.some(({ kind }) => kind === 'place');
  const spans = isPlaced
    ? datelineSpans(parts, tokens).map(({ start, end }) => textBetween(start, end))
    : [];
  const dated = parts.find(({ kind }) => kind === 'date');
  const first = parts.find(({ kind }) => kind === 'credit');
  const last = authorParts.at(-1);
  return {
    length,
    ...(dated?.dates === undefined
      ? {}
      : { dates: dated.dates, dateWords: textBetween(dated.start, dated.end) }),
    ...(spans.length > 0 ? { dateline: spans.join(' - ') } : {}),
    ...(authorParts.length > 0 ? { authors: authorParts.map(nameOf) } : {}),
    ...(first !== undefined && last !== undefined && first.start < last.start
      ? { byline: textBetween(first.start, last.end) }
      : {}),
    // «رويترز/د ب أ» and «وكالات» stand for several agencies.
    ...(agencies.size === 1 && agency !== '' ? { source: agency } : {}),
  };
}

/** Shortest line of a report after a dateline of a place and a day. */
const minReport = 120;

const isPlaceOrDate = ({ kind }: DatelinePart): boolean => kind === 'place' || kind === 'date';

/** Tells whether the parts match one of the patterns. */
function matchesPattern(
  parts: readonly DatelinePart[],
  terminator: Terminator,
  isFirst: boolean,
): boolean {
  const count = (kind: DatelinePart['kind']): number =>
    parts.filter((part) => part.kind === kind).length;
  const [place, agency, paper] = [count('place'), count('agency'), count('paper')];
  const [author, credit, date] = [count('author'), count('credit'), count('date')];
  if (date > 1) return false;
  if (count('unknown') > 0 && !isEnclosed(parts, terminator)) return false;
  if (parts.some((part, i) => part.before === 'colon' && !mayFollowColon(parts, i, terminator))) {
    return false;
  }
  const hasAuthor = author > 0 && (place > 0 || agency > 0 || paper > 0 || credit > 0 || date > 0);
  const hasTwoSources = [place, agency, paper, date].filter((times) => times > 0).length > 1;
  if (credit > 0 && author === 0) return false;
  if (hasAuthor || hasTwoSources) return true;
  return isFirst && agency > 0 && parts.length === agency && terminator === 'line';
}

/**
 * Tells whether the position of an unknown part identifies it: between an author and a place, or between
 * an author's newspaper and a colon.
 */
function isEnclosed(parts: readonly DatelinePart[], terminator: Terminator): boolean {
  const [last, before] = [parts.at(-1), parts.at(-2)];
  if (parts[0]?.kind !== 'author' || last === undefined) return false;
  return last.kind === 'place' || (before?.kind === 'paper' && terminator === 'colon');
}

/** Tells whether a part may follow a colon: «كتب: أحمد علي»; «جدة: سلمى الراوي» before a dash or line end. */
function mayFollowColon(
  parts: readonly DatelinePart[],
  at: number,
  terminator: Terminator,
): boolean {
  const before = parts.slice(0, at);
  if (parts[at]?.kind === 'date') return true;
  if (before.at(-1)?.kind === 'credit') return true;
  return (
    before.every(({ kind }) => kind === 'place') && (terminator === 'line' || terminator === 'dash')
  );
}

/** Returns the spans of tokens that form the dateline: all parts but authors and byline words. */
function datelineSpans(
  parts: readonly DatelinePart[],
  tokens: readonly LineToken[],
): readonly { readonly start: number; readonly end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const { kind, before, start, end } of parts) {
    if (kind === 'author' || kind === 'credit' || kind === 'date') {
      isOpen = false;
      continue;
    }
    const last = spans.at(-1);
    if (!isOpen || last === undefined) spans.push({ start, end });
    // «عمان، الأردن (أ ف ب)» includes its closing bracket.
    else last.end = before === 'bracket' && tokens[end]?.text === ')' ? end + 1 : end;
    isOpen = true;
  }
  return spans;
}
