import { type DateDoubt, resolveDates } from '../../calendar/resolve-dates.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Inferred, InferredKey } from '../../model/inferred.ts';
import type { Metadata } from '../../model/metadata.ts';
import { asTitle } from '../titles.ts';
import { readDateline } from './dateline.ts';
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

/** Lines of a header: masthead, kicker, title, subtitle, byline, dateline. */
const maxHeaderLines = 6;
const maxFooterLines = 2;

/** Greatest length of a header line. A longer line starts the body and is the last that is read. */
const maxLineLength = 160;

/** A line, truncated to the part that may be a header. */
interface HeaderLine {
  readonly text: string;
  /** Offset in the text at which the line ends. */
  readonly end: number;
  /** Whether `text` is the entire line. */
  readonly isComplete: boolean;
}

const lineBreak = /[\n\r\u2028\u2029]/;

/** Returns the first lines of a text, up to the first long one. */
function firstLines(text: string): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  let at = 0;
  while (lines.length < maxHeaderLines && at < text.length) {
    const chunk = text.slice(at, at + maxLineLength * 2);
    const blanks = chunk.length - chunk.trimStart().length;
    if (blanks > 0) {
      at += blanks;
      continue;
    }
    const end = chunk.search(lineBreak);
    const line = (end < 0 ? chunk : chunk.slice(0, end)).trimEnd();
    const isComplete = end >= 0 || at + chunk.length === text.length;
    at += end < 0 ? chunk.length : end;
    lines.push({ text: line, end: at, isComplete });
    if (!isComplete || line.length > maxLineLength) break;
  }
  return lines;
}

/** Returns the last complete lines of a text after the offset `from`. */
function lastLines(text: string, from: number): readonly string[] {
  const start = Math.max(from, text.length - maxLineLength * maxFooterLines);
  const lines = text.slice(start).split(lineBreak);
  // The first line is incomplete where the slice starts within it.
  const complete = start > from ? lines.slice(1) : lines;
  return complete.filter((line) => line.trim() !== '').slice(-maxFooterLines);
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
    const resolved = resolveDates(masthead.dates);
    const date = resolved.isDerived ? undefined : resolved.date;
    const hijri = resolved.hijri && masthead.hijri;
    const { issue, page, place, agency } = masthead;
    this.add({ date, hijri, issue, page, dateline: place, source: agency || undefined }, words);
    this.addDoubt(resolved.doubt, masthead, words);
  }

  /** Reports what makes the dates of a line doubtful. */
  addDoubt(
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
  const { length, ...values } = dateline;
  const end = endOf(mastheadLength + length);
  result.add(values, text.slice(tokens[mastheadLength]?.start, end));
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
  for (const line of firstLines(text)) {
    const length = readHeaderLine(line, isFirst, metadata.source, result);
    headerEnd = line.end;
    if (length > 0) headerLines.push(line.text.slice(0, length));
    isFirst &&= length === line.text.length;
    if (isFirst) titleStart = line.end;
    // A dateline that body text follows on its line ends the header.
    if (length > 0 && length < line.text.length) break;
  }
  for (const line of lastLines(text, headerEnd)) {
    if (!mayBeHeaderLine(line)) continue;
    const { tokens, isAll } = tokenizeLine(line);
    const masthead = isAll ? readMasthead(line, tokens, true) : undefined;
    if (masthead?.length === tokens.length) result.addMasthead(masthead, line);
  }
  const { inferred, diagnostics } = result;
  return { metadata: result.metadata, inferred, headerLines, titleStart, diagnostics };
}
