import type { DatePhrase } from '../../calendar/date-phrase.ts';
import { type DateDoubt, resolveDates } from '../../calendar/resolve-dates.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Inferred, InferredKey } from '../../model/inferred.ts';
import type { Metadata } from '../../model/metadata.ts';
import { asTitle } from '../titles.ts';
import type { Masthead } from './masthead-items.ts';

type Draft = { -readonly [K in InferredKey]?: Metadata[K] | undefined };

/** Tells whether the metadata lack a value. `byline` and `authors` name the same people: one suffices. */
function isMissing(key: InferredKey, { byline, authors, ...others }: Metadata): boolean {
  if (key === 'byline' || key === 'authors') return byline === undefined && authors === undefined;
  return others[key] === undefined;
}

/** Collects inferred values and diagnostics beside the given metadata. */
export class InferredMetadata {
  readonly inferred: Inferred[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #draft: Draft = {};
  readonly #given: Metadata;
  /** A date with several readings. */
  #open: Diagnostic | undefined;
  #weak: { readonly byline: string; readonly words: string } | undefined;
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

  /**
   * Adds the values that are still missing, with the words that state them.
   *
   * @param isAgency whether the source among them is a news agency
   */
  add(values: Draft, words: string, isAgency = false): void {
    const keys = (Object.keys(values) as InferredKey[]).filter(
      (key) =>
        values[key] !== undefined && isMissing(key, this.#given) && this.#draft[key] === undefined,
    );
    if (keys.length === 0) return;
    for (const key of keys) Object.assign(this.#draft, { [key]: values[key] });
    const agency = isAgency && keys.includes('source') ? { agency: true as const } : {};
    this.inferred.push({ keys, words: asTitle(words), ...agency });
  }

  /**
   * Adds what a dateline or byline states; its source is a news agency. A byline that names no author (of a
   * translator, a photographer) waits for one that does.
   */
  addDateline({ byline, ...values }: Draft, words: string): void {
    const isWeak = byline !== undefined && values.authors === undefined;
    this.add(isWeak ? values : { byline, ...values }, words, true);
    if (isWeak) this.#weak ??= { byline, words };
  }

  /** Adds the byline that names no author, where no other was found. */
  addWeakByline(): void {
    const { byline, authors } = this.#draft;
    if (this.#weak === undefined || byline !== undefined || authors !== undefined) return;
    this.add({ byline: this.#weak.byline }, this.#weak.words);
  }

  /** Adds what a masthead states, with the diagnostics of its dates. */
  addMasthead(masthead: Masthead, words: string): void {
    const { issue, page, place, agency, paper, section } = masthead;
    const isAgency = paper === undefined;
    const dateline = isAgency ? place : undefined;
    const source = paper ?? (agency || undefined);
    const others = { issue, page, section, dateline, source };
    if (masthead.dates.gregorian === undefined && masthead.dates.hijri === undefined)
      this.add(others, words, isAgency);
    else this.addDates(masthead.dates, masthead, words, others, isAgency);
  }

  /** Adds the dates of a line with other values, and reports what makes them doubtful. */
  addDates(
    phrase: DatePhrase,
    printed: Pick<Masthead, 'hijri' | 'gregorian'>,
    words: string,
    others: Draft = {},
    isAgency = false,
  ): void {
    const resolved = resolveDates(phrase, this.#given.dateOrder);
    const date = resolved.isDerived ? undefined : resolved.date;
    const hijri = resolved.hijri && printed.hijri;
    this.add({ date, hijri, ...others }, words, isAgency);
    this.#addDoubt(resolved.doubt, printed, words);
  }

  /** Reports a date with several readings, where no other line has one. */
  addOpenDate(): void {
    if (this.#open !== undefined && !this.isDated) this.diagnostics.push(this.#open);
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
    if (doubt?.reason === 'order' || doubt?.reason === 'century') {
      const readings = doubt.readings.map(({ edtf }) => edtf);
      const values = { value: asTitle(gregorian ?? line), suggestion: '', readings };
      this.#open ??= { ...at, rule: 'metadata-date', values };
    }
    const isContrary = doubt?.reason === 'weekday' || doubt?.reason === 'calendars';
    if (isContrary && this.#given.date === undefined) {
      this.diagnostics.push({ ...at, rule: 'masthead-dates-disagree', values: { line } });
    }
  }
}
