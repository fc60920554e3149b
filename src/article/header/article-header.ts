import type { DatePhrase } from '../../calendar/date-phrase.ts';
import { type DateDoubt, resolveDates } from '../../calendar/resolve-dates.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Inferred, InferredKey } from '../../model/inferred.ts';
import type { Metadata } from '../../model/metadata.ts';
import { asTitle } from '../titles.ts';
import { readDateline } from './dateline.ts';
import { type DatedLine, readHeadDate } from './head-dates.ts';
import {
  firstLines,
  type HeaderLine,
  lastLines,
  lastSentenceEnd,
  mayBeTitleLine,
} from './head-lines.ts';
import { tokenizeLine } from './line-tokens.ts';
import { type Masthead, readMasthead } from './masthead.ts';
import { mayBeHeaderLine } from './may-be-header.ts';

/** Metadata that a text states in its first and last lines. */
export interface ArticleHeader {
  /** The given metadata, completed by what the text states. */
  readonly metadata: Metadata;
  /** The source line of each inferred value, in text order; empty where nothing was inferred. */
  readonly inferred: readonly Inferred[];
  /** The mastheads, bylines and datelines above the body, exactly as in the text. */
  readonly headerLines: readonly string[];
  /** Offset after the header lines that open the text; a title line may follow there. */
  readonly titleStart: number;
  readonly diagnostics: readonly Diagnostic[];
}

type Draft = { -readonly [K in InferredKey]?: Metadata[K] | undefined };

/** Tells whether the metadata lack a value. `byline` and `authors` name the same people: one suffices. */
function isMissing(key: InferredKey, { byline, authors, ...others }: Metadata): boolean {
  if (key === 'byline' || key === 'authors') return byline === undefined && authors === undefined;
  return others[key] === undefined;
}

/** Collects inferred values and diagnostics beside the given metadata. */
class InferredMetadata {
  readonly inferred: Inferred[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #draft: Draft = {};
  readonly #given: Metadata;
  readonly #file: string;

  constructor(given: Metadata, file: string) {
    this.#given = given;
    this.#file = file;
  }

  get metadata(): Metadata {
    return this.inferred.length === 0
      ? this.#given
      : { ...this.#given, ...(this.#draft as Metadata) };
  }

  /** Adds the values that are still missing, with the words that state them. */
  add(values: Draft, words: string): void {
    const keys = (Object.keys(values) as InferredKey[]).filter(
      (key) =>
        values[key] !== undefined && isMissing(key, this.#given) && this.#draft[key] === undefined,
    );
    if (keys.length === 0) return;
    for (const key of keys) Object.assign(this.#draft, { [key]: values[key] });
    this.inferred.push({ keys, words: asTitle(words) });
  }

  addMasthead(masthead: Masthead, words: string): void {
    const { issue, page, place, agency } = masthead;
    this.addDates(masthead.dates, masthead, words, {
      ...{ issue, page, dateline: place, source: agency || undefined },
    });
  }

  /** Adds the dates of a line with other values, and reports what makes them doubtful. */
  addDates(
    phrase: DatePhrase,
    printed: Pick<Masthead, 'hijri' | 'gregorian'>,
    words: string,
    others: Draft = {},
  ): void {
    const resolved = resolveDates(phrase);
    const date = resolved.isDerived ? undefined : resolved.date;
    const hijri = resolved.hijri && printed.hijri;
    this.add({ date, hijri, ...others }, words);
    this.#addDoubt(resolved.doubt, printed, words);
  }

  /** Whether a date was given or found. */
  get isDated(): boolean {
    const { date, hijri } = this.metadata;
    return date !== undefined || hijri !== undefined;
  }

  #addDoubt(
    doubt: DateDoubt | undefined,
    { hijri, gregorian }: Pick<Masthead, 'hijri' | 'gregorian'>,
    words: string,
  ): void {
    const at = { severity: 'warning', file: this.#file } as const;
    const line = asTitle(words);
    if (doubt?.reason === 'impossible') {
      const printed = (doubt.calendar === 'hijri' ? hijri : gregorian) ?? line;
      const values = { line, date: asTitle(printed) };
      this.diagnostics.push({ ...at, rule: 'masthead-date', values });
    }
    const isContrary = doubt?.reason === 'weekday' || doubt?.reason === 'calendars';
    if (isContrary && this.#given.date === undefined) {
      this.diagnostics.push({ ...at, rule: 'masthead-dates-disagree', values: { line } });
    }
  }
}

/** Returns the words of the date of a phrase, for the calendars that it has. */
const printedIn = (
  { hijri, gregorian }: DatePhrase,
  words = '',
): Pick<Masthead, 'hijri' | 'gregorian'> => ({
  ...(hijri === undefined ? {} : { hijri: words }),
  ...(gregorian === undefined ? {} : { gregorian: words }),
});

/**
 * Reads a date from a line that is no masthead and no dateline, where none was found before.
 *
 * @returns whether the line is a header line because of it
 */
function readDateOf(line: DatedLine, result: InferredMetadata): boolean {
  if (result.isDated) return false;
  const found = readHeadDate(line);
  if (found === undefined) return false;
  result.addDates(found.phrase, printedIn(found.phrase, found.words), line.text);
  return found.isWholeLine;
}

/**
 * Reads a masthead, then a dateline or byline, from the start of a line.
 *
 * @param isFirst whether only header lines precede it
 * @returns the length of what was read, in code units
 */
function readHeaderLine(
  { text, isComplete }: HeaderLine,
  isFirst: boolean,
  source: string | undefined,
  result: InferredMetadata,
): number {
  if (!mayBeHeaderLine(text, source)) return 0;
  const { tokens, isAll } = tokenizeLine(text);
  const isWholeLine = isComplete && isAll;
  const masthead = readMasthead(text, tokens, isWholeLine);
  const mastheadLength = masthead?.length ?? 0;
  const endOf = (count: number): number =>
    count >= tokens.length && isWholeLine ? text.length : (tokens[count - 1]?.end ?? 0);
  if (masthead !== undefined) result.addMasthead(masthead, text.slice(0, endOf(mastheadLength)));
  const dateline = readDateline(text, tokens.slice(mastheadLength), isWholeLine, isFirst, source);
  if (dateline === undefined) return endOf(mastheadLength);
  const { length, dates, dateWords, ...values } = dateline;
  const end = endOf(mastheadLength + length);
  const words = text.slice(tokens[mastheadLength]?.start, end);
  if (dates === undefined) result.add(values, words);
  else result.addDates(dates, printedIn(dates, dateWords), words, values);
  return end;
}

/**
 * Infers metadata from the first and last lines of a text: a masthead («الاثنين 4 رمضان 1433هـ 23 يوليو
 * 2012م العدد (232)»), a byline and a dateline. Given values are kept, and the text is not changed. The
 * patterns are in `masthead.ts` and `dateline.ts`.
 *
 * @param text a plain text, or the first and last lines of one
 * @param file path for diagnostics
 * @returns the completed metadata and their source lines; pure, never throws. The time does not depend
 *   on the text's length, except for white space before its first lines.
 */
export function readArticleHeader(text: string, metadata: Metadata, file: string): ArticleHeader {
  const result = new InferredMetadata(metadata, file);
  const headerLines: string[] = [];
  let [titleStart, isFirst, headerEnd] = [0, true, 0];
  const lines = firstLines(text);
  for (const [index, line] of lines.entries()) {
    const read = readHeaderLine(line, isFirst, metadata.source, result);
    const isAboveTitle = isFirst && mayBeTitleLine(lines[index + 1]?.text);
    const isFoot = line.end === text.length;
    const mayBeTitle = isFirst && !isAboveTitle && metadata.title === undefined;
    const length =
      read === 0 && readDateOf({ ...line, isAboveTitle, isFoot, mayBeTitle }, result)
        ? line.text.length
        : read;
    headerEnd = line.end;
    if (length > 0) headerLines.push(line.text.slice(0, length));
    isFirst &&= length === line.text.length;
    if (isFirst) titleStart = line.end;
    // A dateline that body text follows on its line ends the header.
    if (length > 0 && length < line.text.length) break;
  }
  for (const line of lastLines(text, headerEnd)) {
    if (mayBeHeaderLine(line)) {
      const { tokens, isAll } = tokenizeLine(line);
      const masthead = isAll ? readMasthead(line, tokens, true) : undefined;
      if (masthead?.length === tokens.length) result.addMasthead(masthead, line);
    }
    readDateOf(
      { text: line, isComplete: true, isFoot: true, isAboveTitle: false, mayBeTitle: false },
      result,
    );
  }
  if (!result.isDated) {
    const end = lastSentenceEnd(text);
    const foot = { isComplete: true, isFoot: true, isAboveTitle: false, mayBeTitle: false };
    if (end !== undefined) readDateOf({ ...foot, text: end }, result);
  }
  const { inferred, diagnostics } = result;
  return { metadata: result.metadata, inferred, headerLines, titleStart, diagnostics };
}
