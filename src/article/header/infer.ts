import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Inferred, InferredKey } from '../../model/inferred.ts';
import type { Metadata } from '../../model/metadata.ts';
import { asTitle } from '../derive.ts';
import { readDateline } from './dateline.ts';
import { resolveDates } from './dates.ts';
import { lineWords } from './line-words.ts';
import { type Masthead, readMasthead } from './masthead.ts';
import { mayOpen } from './openers.ts';

/** What the head and the foot of a text say of it. */
export interface Inference {
  /** What was known, with what was read where nothing was. */
  readonly metadata: Metadata;
  /** Where each came from, in the order of the text; empty where nothing was read. */
  readonly inferred: readonly Inferred[];
  /** The lines of a head that say it, and what opens the first line of the text, as they stand there. */
  readonly opening: readonly string[];
  /** Where a title may stand: behind the lines of that kind with which the text begins. */
  readonly titleAt: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lines of a head: masthead, kicker, title, a second title, byline, dateline. */
const headLines = 6;
const footLines = 2;

/** A line of a head is no longer; one that is begins the text, and is the last that is looked at. */
const maxHeadLine = 160;

/** A line, of which no more is held than can be looked at. */
interface Line {
  readonly text: string;
  /** Where the line ends in the text. */
  readonly end: number;
  /** Whether it is all of the line. */
  readonly isWhole: boolean;
}

const breaks = /[\n\r\u2028\u2029]/;

/** The lines with which a text begins, up to the first that is long. */
function headOf(text: string): readonly Line[] {
  const found: Line[] = [];
  let at = 0;
  while (found.length < headLines && at < text.length) {
    const piece = text.slice(at, at + maxHeadLine * 2);
    const blanks = piece.length - piece.trimStart().length;
    if (blanks > 0) {
      at += blanks;
      continue;
    }
    const end = piece.search(breaks);
    const line = (end < 0 ? piece : piece.slice(0, end)).trimEnd();
    const isWhole = end >= 0 || at + piece.length === text.length;
    at += end < 0 ? piece.length : end;
    found.push({ text: line, end: at, isWhole });
    if (!isWhole || line.length > maxHeadLine) break;
  }
  return found;
}

/** The whole lines with which a text ends behind `from`. */
function footOf(text: string, from: number): readonly string[] {
  const start = Math.max(from, text.length - maxHeadLine * footLines);
  const foot = text.slice(start).split(breaks);
  // What was cut off above is no whole line.
  const whole = start > from ? foot.slice(1) : foot;
  return whole.filter((line) => line.trim() !== '').slice(-footLines);
}

type Draft = { -readonly [K in InferredKey]?: Metadata[K] | undefined };

/** Whether metadata leave a key open. A byline names authors, so that one of them speaks for both. */
function isOpen(key: InferredKey, { byline, authors, ...others }: Metadata): boolean {
  if (key === 'byline' || key === 'authors') return byline === undefined && authors === undefined;
  return others[key] === undefined;
}

/** What is known, what was read, and what is wrong with it. */
class Findings {
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

  /** Takes what is not known yet, and keeps the words that say it. */
  take(found: Draft, words: string): void {
    const keys = (Object.keys(found) as InferredKey[]).filter(
      (key) =>
        found[key] !== undefined && isOpen(key, this.#given) && this.#draft[key] === undefined,
    );
    if (keys.length === 0) return;
    for (const key of keys) Object.assign(this.#draft, { [key]: found[key] });
    this.inferred.push({ keys, words: asTitle(words) });
  }

  takeMasthead(masthead: Masthead, words: string): void {
    const { date, hijri, impossible, disagree } = resolveDates(masthead);
    const { issue, page, place, agency } = masthead;
    this.take({ date, hijri, issue, page, dateline: place, source: agency || undefined }, words);
    const at = { severity: 'warning', file: this.#file } as const;
    const line = asTitle(words);
    if (impossible !== undefined) {
      const values = { line, date: asTitle(impossible) };
      this.diagnostics.push({ ...at, rule: 'masthead-date', values });
    }
    if (disagree && this.#given.date === undefined) {
      this.diagnostics.push({ ...at, rule: 'masthead-dates-disagree', values: { line } });
    }
  }
}

/** Reads a line of a head. Returns how much of it says something of the text, from its beginning. */
function readLine(
  { text, isWhole }: Line,
  isFirst: boolean,
  source: string | undefined,
  findings: Findings,
): number {
  if (!mayOpen(text, source)) return 0;
  const { words, isAll } = lineWords(text);
  const isWholeLine = isWhole && isAll;
  const masthead = readMasthead(text, words, isWholeLine);
  const behind = masthead?.length ?? 0;
  const endOf = (count: number): number =>
    count >= words.length && isWholeLine ? text.length : (words[count - 1]?.end ?? 0);
  if (masthead !== undefined) findings.takeMasthead(masthead, text.slice(0, endOf(behind)));
  const dateline = readDateline(text, words.slice(behind), isWholeLine, isFirst, source);
  if (dateline === undefined) return endOf(behind);
  const { length, ...found } = dateline;
  const end = endOf(behind + length);
  findings.take(found, text.slice(words[behind]?.start, end));
  return end;
}

/**
 * Reads what the head and the foot of a text say of it: a masthead («الاثنين 4 رمضان 1433هـ 23 يوليو
 * 2012م العدد (232)»), a byline and a dateline. Only what metadata do not say is taken; the text itself
 * is not touched. The patterns are in `masthead.ts` and `dateline.ts`.
 *
 * @param text a plain text, or the first and last lines of one
 * @param file path for diagnostics
 * @returns the metadata completed; pure, never throws, in time that does not
 *   depend on the text's length but for blanks before its first lines
 */
export function inferMetadata(text: string, metadata: Metadata, file: string): Inference {
  const findings = new Findings(metadata, file);
  const opening: string[] = [];
  let [titleAt, isFirst, headEnd] = [0, true, 0];
  for (const line of headOf(text)) {
    const taken = readLine(line, isFirst, metadata.source, findings);
    headEnd = line.end;
    if (taken > 0) opening.push(line.text.slice(0, taken));
    isFirst &&= taken === line.text.length;
    if (isFirst) titleAt = line.end;
    // A dateline before words of the text is the last thing before it.
    if (taken > 0 && taken < line.text.length) break;
  }
  for (const line of footOf(text, headEnd)) {
    if (!mayOpen(line)) continue;
    const { words, isAll } = lineWords(line);
    const masthead = isAll ? readMasthead(line, words, true) : undefined;
    if (masthead?.length === words.length) findings.takeMasthead(masthead, line);
  }
  const { inferred, diagnostics } = findings;
  return { metadata: findings.metadata, inferred, opening, titleAt, diagnostics };
}
