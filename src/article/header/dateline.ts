import { agencyForms } from '../../arabic/agencies.ts';
import { fold } from '../../arabic/letters.ts';
import { placeNames } from '../../arabic/place-names.ts';
import { asTitle } from '../derive.ts';
import type { LineWord } from './line-words.ts';
import { type Closing, type Part, readParts } from './parts.ts';
import { isJoined } from './writer-name.ts';

/**
 * What opens the first line of a report. Every pattern needs two parts that are known for what they
 * are, with signs between and behind: what merely looks like one is the text's own.
 *
 * | pattern                        | printed as                                    | why it is certain          |
 * | ------------------------------ | --------------------------------------------- | -------------------------- |
 * | place, agency                  | «القاهرة - رويترز:», «عمان، الأردن (أ ف ب) -» | both are listed            |
 * | agency, place                  | «واس - الرياض», «رويترز (مدريد)»              | both are listed            |
 * | place or agency, paper         | «لندن: «الشرق الأوسط»»                        | the paper is quoted, or it is the source that is known |
 * | place, writer                  | «جدة: سلمى الراوي», «جدة - سلمى الراوي:»      | listed place, a first name, and the name ends with a sign or the line |
 * | writer, place                  | «أحمد علي – بيروت», «أحمد علي (أبها)»         | the same                   |
 * | writer, paper, place           | «ماجد الحربي - سبق - ينبع:»                   | both ends are known        |
 * | writer, agency                 | «أحمد علي - رويترز»                           | a first name and a list    |
 * | a word for writing, writer     | «كتب: أحمد علي», «بقلم سلمى الراوي»           | the line says it           |
 * | agency alone                   | «(رويترز)» as the first line                  | a list; further down it is a picture's |
 *
 * Not read, as they are sentences, titles or scores as often: a place and a dash («القاهرة - قال…»), an
 * agency and a colon («رويترز: مقتل…»), a name alone («أحمد علي»), two unknown words («الهلال - النصر»),
 * and a place, a colon and a name before a colon, which is a quotation («القاهرة: محمد علي: لا تراجع»).
 */
export interface Dateline {
  readonly dateline?: string;
  readonly byline?: string;
  readonly authors?: readonly string[];
  /** The agency, where one is named. */
  readonly source?: string;
  /** How many words of the line it takes, with the sign behind. */
  readonly length: number;
}

/** Most writers of one report. */
const mostWriters = 4;

/**
 * Reads a dateline or byline from the beginning of a line.
 *
 * @param isWhole whether the words are all of the line
 * @param isFirst whether nothing but a masthead stands before it
 * @param source the paper, where it is known
 * @returns undefined where the line has none that is certain; never throws
 */
export function readDateline(
  line: string,
  words: readonly LineWord[],
  isWhole: boolean,
  isFirst: boolean,
  source?: string,
): Dateline | undefined {
  const folded = source === undefined ? undefined : fold(source);
  const { parts, closing, length } = readParts(words, isWhole, {
    isPlace: (name) => placeNames.has(name),
    isAgency: (name) => agencyForms.has(name),
    isPaper: (name) => name === folded,
  });
  if (closing === 'none' || !isCertain(parts, closing, isFirst)) return undefined;
  const writers = parts.filter(({ kind }) => kind === 'writer');
  if (writers.length > mostWriters) return undefined;
  const cut = (start: number, end: number, skipped = 0): string =>
    asTitle(line.slice((words[start]?.start ?? 0) + skipped, words[end - 1]?.end)).normalize('NFC');
  const nameOf = ({ start, end }: Part): string => {
    const first = words[start];
    return cut(start, end, first !== undefined && isJoined(first) ? 1 : 0);
  };
  const named = new Set(
    parts.flatMap(({ kind, name }) => (kind === 'agency' ? [agencyForms.get(name) ?? ''] : [])),
  );
  const [agency = ''] = named;
  // «سبق» and «متابعات» alone say neither where nor by whom.
  const isPlaced = agency !== '' || parts.some(({ kind }) => kind === 'place');
  const where = isPlaced ? stretches(parts, words).map(({ start, end }) => cut(start, end)) : [];
  const first = parts.find(({ kind }) => kind === 'role');
  const last = writers.at(-1);
  return {
    length,
    ...(where.length > 0 ? { dateline: where.join(' - ') } : {}),
    ...(writers.length > 0 ? { authors: writers.map(nameOf) } : {}),
    ...(first !== undefined && last !== undefined && first.start < last.start
      ? { byline: cut(first.start, last.end) }
      : {}),
    // «رويترز/د ب أ» and «وكالات» name no single one.
    ...(named.size === 1 && agency !== '' ? { source: agency } : {}),
  };
}

/** Whether the parts are one of the patterns. */
function isCertain(parts: readonly Part[], closing: Closing, isFirst: boolean): boolean {
  const count = (kind: Part['kind']): number => parts.filter((part) => part.kind === kind).length;
  const [place, agency, paper] = [count('place'), count('agency'), count('paper')];
  const [writer, role] = [count('writer'), count('role')];
  if (count('unknown') > 0 && !isEnclosed(parts, closing)) return false;
  if (parts.some((part, i) => part.before === 'colon' && !mayFollowColon(parts, i, closing))) {
    return false;
  }
  const isWriter = writer > 0 && (place > 0 || agency > 0 || paper > 0 || role > 0);
  const isReport = [place, agency, paper].filter((times) => times > 0).length > 1;
  if (role > 0 && writer === 0) return false;
  if (isWriter || isReport) return true;
  return isFirst && agency > 0 && parts.length === agency && closing === 'line';
}

/**
 * Whether a part that is not known stands where it can be told what it is: between a writer and a place,
 * or between a writer's paper and a colon.
 */
function isEnclosed(parts: readonly Part[], closing: Closing): boolean {
  const [last, before] = [parts.at(-1), parts.at(-2)];
  if (parts[0]?.kind !== 'writer' || last === undefined) return false;
  return last.kind === 'place' || (before?.kind === 'paper' && closing === 'colon');
}

/** «كتب: أحمد علي», «جدة: سلمى الراوي», and then the line ends or a dash stands before its text. */
function mayFollowColon(parts: readonly Part[], at: number, closing: Closing): boolean {
  const before = parts.slice(0, at);
  if (before.at(-1)?.kind === 'role') return true;
  return before.every(({ kind }) => kind === 'place') && (closing === 'line' || closing === 'dash');
}

/** The stretches that a dateline is made of: all but the writers and what says that they write. */
function stretches(
  parts: readonly Part[],
  words: readonly LineWord[],
): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const { kind, before, start, end } of parts) {
    if (kind === 'writer' || kind === 'role') {
      isOpen = false;
      continue;
    }
    const last = found.at(-1);
    if (!isOpen || last === undefined) found.push({ start, end });
    // «عمان، الأردن (أ ف ب)» is cut with its closing bracket.
    else last.end = before === 'bracket' && words[end]?.text === ')' ? end + 1 : end;
    isOpen = true;
  }
  return found;
}
