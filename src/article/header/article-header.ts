import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Inferred } from '../../model/inferred.ts';
import type { Metadata } from '../../model/metadata.ts';
import { layoutOf } from '../../structure/layout.ts';
import {
  isTooLongForTitle,
  itemHeadlines,
  namesCollection,
} from '../../structure/rules/collected-items.ts';
import { titleLine } from '../../structure/title-line.ts';
import { asTitle } from '../titles.ts';
import { type AcceptedLine, acceptHeadLines, type CandidateLine } from './accept-lines.ts';
import { readCreditLine } from './credit-line.ts';
import { withNeighbours } from './head-candidate.ts';
import { type DatedLine, readHeadDate } from './head-dates.ts';
import { readHeadLine } from './head-line.ts';
import {
  firstLines,
  type HeaderLine,
  lastLines,
  lastSentenceEnd,
  mayBeTitleLine,
} from './head-lines.ts';
import { InferredMetadata } from './inferred-metadata.ts';
import { tokenizeLine } from './line-tokens.ts';
import { readMasthead } from './masthead.ts';
import { mayBeHeaderLine, mayBeHeadLine } from './may-be-header.ts';
import { printedIn, type ReadLine, readHeaderLine } from './read-header-line.ts';

/** A title line with header lines below it. */
export interface TitledHead {
  /** The end of the title line, which begins at `titleStart`. */
  readonly titleEnd: number;
  /** Offset after the header lines below the title. */
  readonly bodyStart: number;
}

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
  /** The line of the title and the end of the header lines below it; absent where none are. */
  readonly titled?: TitledHead;
  readonly diagnostics: readonly Diagnostic[];
}

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

/** Adds what the neighbours of a line confirmed. */
function addAccepted(
  { text }: CandidateLine,
  { head, credit, kicker }: AcceptedLine,
  result: InferredMetadata,
): void {
  if (head !== undefined) result.addMasthead(head, text);
  if (credit !== undefined) {
    const { strength: _, ...values } = credit;
    result.addDateline(values, text);
  }
  if (kicker !== undefined) result.add({ kicker }, text);
}

/** Returns the line above the title that ends in a colon or dots («وزير النقل:»), where a title follows it. */
function openKicker(text: string, line: HeaderLine | undefined): string | undefined {
  if (line === undefined || !line.isComplete || text.length - line.end < 200) return undefined;
  if (line.text.length > 60 || !/(?:[^.]\.{2,3}|…|[^\d\s]\s?:)$/.test(line.text)) return undefined;
  const words = line.text.split(/\s+/).length;
  if (words > 6 || titleLine(text.slice(line.end)) === undefined) return undefined;
  return asTitle(line.text.replace(/\s*:$/, ''));
}

/** Tells whether the first line is the title of a collection of items, which stands above them and not above a title. */
const isCollection = (text: string, first: HeaderLine | undefined): boolean =>
  first !== undefined &&
  !isTooLongForTitle(first.text) &&
  namesCollection(first.text) &&
  itemHeadlines(text, layoutOf(text)).size > 0;

/**
 * Infers metadata from the first and last lines of a text: what a paper prints above its articles («الاثنين 4 رمضان
 * 1433هـ 23 يوليو 2012م العدد (232)»), a byline and a dateline. Given values are kept, and the text is not changed.
 * The patterns are in `masthead.ts`, `credit-line.ts` and `dateline.ts`; what only the lines around it can confirm is
 * decided in `head-lines.ts`.
 *
 * @param text a plain text, or the first and last lines of one
 * @param file path for diagnostics
 * @returns the completed metadata and their source lines; pure, never throws. The time does not depend
 *   on the text's length, except for white space before its first lines.
 */
export function readArticleHeader(text: string, metadata: Metadata, file: string): ArticleHeader {
  const result = new InferredMetadata(metadata, file);
  const all = firstLines(text);
  const lines: ReadLine[] = [];
  let isFirst = true;
  for (const line of all) {
    const read = readHeaderLine(line, isFirst, metadata.source, text.length === line.end);
    lines.push(read);
    const mayBeHead = read.head !== undefined || read.isLabel === true || read.isImprint === true;
    isFirst &&= read.length === line.text.length || mayBeHead;
    // A dateline that body text follows on its line ends the header.
    if (read.length > 0 && read.length < line.text.length) break;
  }
  const hasTitle = metadata.title !== undefined;
  const accepted = new Map(
    lines.some(({ head, credit, isLabel }) => head ?? credit ?? isLabel)
      ? acceptHeadLines(text, withNeighbours(lines), hasTitle).map((line) => [line.at, line])
      : [],
  );
  const headerLines: string[] = [];
  let [titleStart, isLeading] = [0, true];
  const isHeader: boolean[] = [];
  for (const [at, line] of lines.entries()) {
    if (at === 0 && isCollection(text, all[0])) {
      isHeader.push(false);
      isLeading = false;
      continue;
    }
    const found = accepted.get(at);
    const read = found === undefined ? line.length : line.text.length;
    const next = lines[at + 1];
    const isAbove = isLeading && read === 0 && !hasTitle && next !== undefined;
    const mayBeKicker =
      isAbove && next.length === 0 && next.credit === undefined && next.head === undefined;
    const kicker = mayBeKicker ? openKicker(text, all[at]) : undefined;
    if (found !== undefined) addAccepted(line, found, result);
    else if (kicker !== undefined) result.add({ kicker }, line.text);
    else line.add(result);
    const isDate =
      read === 0 && kicker === undefined && isDateLine(all, at, isLeading, hasTitle, result, text);
    const length = isDate ? line.text.length : read;
    const isWhole = length === line.text.length || kicker !== undefined;
    if (length > 0 || kicker !== undefined)
      headerLines.push(line.text.slice(0, length || undefined));
    isLeading &&= isWhole;
    isHeader.push(isWhole);
    if (isLeading) titleStart = line.end;
  }
  readFooter(text, lines.at(-1)?.end ?? 0, result);
  result.addWeakByline();
  result.addOpenDate();
  const { inferred, diagnostics } = result;
  const titled = titledHead(all, isHeader);
  return {
    ...{ metadata: result.metadata, inferred, headerLines, titleStart, diagnostics },
    ...(titled === undefined ? {} : { titled }),
  };
}

/** Returns the title line and the header lines directly below it; undefined where there are none. */
function titledHead(
  lines: readonly HeaderLine[],
  isHeader: readonly boolean[],
): TitledHead | undefined {
  const title = isHeader.indexOf(false);
  if (title < 0 || isHeader[title + 1] !== true) return undefined;
  const after = isHeader.indexOf(false, title + 1);
  const last = lines[(after < 0 ? isHeader.length : after) - 1];
  const { end: titleEnd } = lines[title] ?? { end: 0 };
  return last === undefined ? undefined : { titleEnd, bodyStart: last.end };
}

/** Reads the date of a line that is no other part of the header; tells whether it is a line of the header because of it. */
function isDateLine(
  lines: readonly HeaderLine[],
  at: number,
  isLeading: boolean,
  hasTitle: boolean,
  result: InferredMetadata,
  text: string,
): boolean {
  const line = lines[at];
  if (line === undefined) return false;
  const isAboveTitle = isLeading && mayBeTitleLine(lines[at + 1]?.text);
  const isFoot = line.end === text.length;
  const mayBeTitle = isLeading && !isAboveTitle && !hasTitle;
  return readDateOf({ ...line, isAboveTitle, isFoot, mayBeTitle, isOpening: at === 0 }, result);
}

/** Reads the last lines of a text after the offset `from`: a masthead, the paper's name, a byline. */
function readFooter(text: string, from: number, result: InferredMetadata): void {
  const foot = { isComplete: true, isFoot: true, isAboveTitle: false, mayBeTitle: false };
  for (const line of lastLines(text, from)) {
    readFootLine(line, result);
    readDateOf({ ...foot, text: line }, result);
  }
  if (result.isDated) return;
  const end = lastSentenceEnd(text);
  if (end !== undefined) readDateOf({ ...foot, text: end, isTail: true }, result);
}

function readFootLine(line: string, result: InferredMetadata): void {
  if (!mayBeHeaderLine(line) && !mayBeHeadLine(line)) return;
  const { tokens, isAll } = tokenizeLine(line);
  if (!isAll) return;
  const masthead = readMasthead(line, tokens, true);
  if (masthead?.length === tokens.length) {
    result.addMasthead(masthead, line);
    return;
  }
  const head = readHeadLine(line, tokens);
  if (head?.strength === 'paper' && head.certainty === 'stated') result.addMasthead(head, line);
  const credit = head === undefined ? readCreditLine(line, tokens, false) : undefined;
  if (credit?.strength !== 'credit') return;
  const { byline, authors } = credit;
  if (authors !== undefined) result.addDateline({ byline, authors }, line);
}
