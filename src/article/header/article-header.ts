import { fold } from '../../arabic/letters.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Inferred } from '../../model/inferred.ts';
import type { Metadata } from '../../model/metadata.ts';
import { titleLine } from '../../structure/title-line.ts';
import { asTitle } from '../titles.ts';
import { readCreditLine } from './credit-line.ts';
import { readDateline } from './dateline.ts';
import { readCandidate, withNeighbours } from './head-candidate.ts';
import { readHeadLine } from './head-line.ts';
import { type AcceptedLine, acceptHeadLines, type CandidateLine } from './head-lines.ts';
import { InferredMetadata } from './inferred-metadata.ts';
import { tokenizeLine } from './line-tokens.ts';
import { readMasthead } from './masthead.ts';
import { mayBeHeaderLine, mayBeHeadLine } from './may-be-header.ts';

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

/** Lines of a header: name, number, day, page, price and section of a paper, kicker, title, subtitle, byline, dateline. */
const maxHeaderLines = 12;
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

/** A line of the header as it is read by itself. */
interface ReadLine extends CandidateLine {
  /** Length of what is certain by itself, in code units. */
  readonly length: number;
  /** Adds what the line states to the metadata. */
  readonly add: (result: InferredMetadata) => void;
}

/**
 * Reads a masthead, then a dateline or byline, from the start of a line.
 *
 * @param isFirst whether only header lines precede it
 * @param source the paper, where it is known
 * @param isAlone whether the text has no other line
 */
function readHeaderLine(
  { text, end, isComplete }: HeaderLine,
  isFirst: boolean,
  source: string | undefined,
  isAlone: boolean,
): ReadLine {
  const unread = { text, end, length: 0, isRead: false, isMasthead: false, add: () => undefined };
  const isShort = isComplete && !isAlone && text.length <= maxShortLine;
  const isNumbered =
    isComplete && !isAlone && text.length <= maxNumberedLine && /\p{Nd}/u.test(text);
  const mayBeHead = isShort || isNumbered || (isComplete && !isAlone && mayBeHeadLine(text));
  const folded = source === undefined ? undefined : fold(source);
  const candidate = mayBeHead ? readCandidate(text, folded) : {};
  if (!mayBeHeaderLine(text, source) && candidate.head?.strength !== 'masthead') {
    return { ...unread, ...candidate };
  }
  const { tokens, isAll } = tokenizeLine(text);
  const isWholeLine = isComplete && isAll;
  const masthead = readMasthead(text, tokens, isWholeLine, folded);
  const mastheadLength = masthead?.length ?? 0;
  const endOf = (count: number): number =>
    count >= tokens.length && isWholeLine ? text.length : (tokens[count - 1]?.end ?? 0);
  const rest = tokens.slice(mastheadLength);
  const dateline = readDateline(text, rest, isWholeLine, isFirst, source);
  const length = endOf(mastheadLength + (dateline?.length ?? 0));
  // «حوار: علي سالم - تصوير: حسن ناجي» is more than the byline at its start.
  const isPart = length < text.length && candidate.credit?.strength === 'credit';
  if (length === 0 || isPart) return { ...unread, ...candidate };
  return {
    ...{ text, end, length, isRead: true, isMasthead: masthead !== undefined },
    add(result) {
      if (masthead !== undefined) {
        result.addMasthead(masthead, text.slice(0, endOf(mastheadLength)));
      }
      if (dateline === undefined) return;
      const { length: _, ...values } = dateline;
      result.addDateline(values, text.slice(tokens[mastheadLength]?.start, length));
    },
  };
}

/** Longest line of which every one is read by itself: the names of papers begin with any word. */
const maxShortLine = 30;

/** Longest line with a number of which every one is. */
const maxNumberedLine = 120;

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
  for (const [at, line] of lines.entries()) {
    const found = accepted.get(at);
    const length = found === undefined ? line.length : line.text.length;
    const next = lines[at + 1];
    const isAbove = isLeading && length === 0 && !hasTitle && next !== undefined;
    const mayBeKicker =
      isAbove && next.length === 0 && next.credit === undefined && next.head === undefined;
    const kicker = mayBeKicker ? openKicker(text, all[at]) : undefined;
    if (found !== undefined) addAccepted(line, found, result);
    else if (kicker !== undefined) result.add({ kicker }, line.text);
    else line.add(result);
    const isWhole = length === line.text.length || kicker !== undefined;
    if (length > 0 || kicker !== undefined)
      headerLines.push(line.text.slice(0, length || undefined));
    isLeading &&= isWhole;
    if (isLeading) titleStart = line.end;
  }
  readFooter(text, lines.at(-1)?.end ?? 0, result);
  result.addWeakByline();
  const { inferred, diagnostics } = result;
  return { metadata: result.metadata, inferred, headerLines, titleStart, diagnostics };
}

/** Reads the last lines of a text after the offset `from`: a masthead, the paper's name, a byline. */
function readFooter(text: string, from: number, result: InferredMetadata): void {
  for (const line of lastLines(text, from)) {
    if (!mayBeHeaderLine(line) && !mayBeHeadLine(line)) continue;
    const { tokens, isAll } = tokenizeLine(line);
    if (!isAll) continue;
    const masthead = readMasthead(line, tokens, true);
    if (masthead?.length === tokens.length) result.addMasthead(masthead, line);
    else {
      const head = readHeadLine(line, tokens);
      if (head?.strength === 'paper' && head.certainty === 'stated') result.addMasthead(head, line);
      const credit = head === undefined ? readCreditLine(line, tokens, false) : undefined;
      if (credit?.strength !== 'credit') continue;
      const { byline, authors } = credit;
      if (authors !== undefined) result.addDateline({ byline, authors }, line);
    }
  }
}
