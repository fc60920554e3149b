import { readWrittenDate } from '../calendar/written-date.ts';
import type { PlainDate } from '../model/date.ts';
import {
  type HeldState,
  isHolding,
  type Publication,
  type PublicationMark,
  type PublicationName,
  type PublicationVerdict,
} from '../model/publication.ts';
import { dayRange, dayReached, latestDayNamed, readDays } from './publication-days.ts';
import { misspeltPublicationKey, publicationKey, publicationKinds } from './publication-keys.ts';
import { meaningOf } from './publication-words.ts';
import type { YamlEntry, YamlValue } from './yaml/yaml-value.ts';

/** Longest value shown in a diagnostic, in UTF-16 code units. */
const maxShown = 60;

/** States of articles that are held by dates; all others are drafts. */
const dateStates: Readonly<Partial<Record<PublicationName, HeldState>>> = {
  publishDate: 'scheduled',
  expiryDate: 'expired',
  embargo: 'embargoed',
};

/** A key about publication as written, with its value. */
interface WrittenMark {
  readonly name: PublicationName;
  readonly key: string;
  readonly line: number | undefined;
}

/** Returns a value on one line, shortened, for diagnostics. */
export function shownValue(value: YamlValue): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value !== 'string') return '{…}';
  const text = value.replace(/\s+/g, ' ').trim().toWellFormed();
  return text.length > maxShown ? `${text.slice(0, maxShown).toWellFormed()}…` : text;
}

function markOf(
  { name, key, line }: WrittenMark,
  value: YamlValue,
  verdict: PublicationVerdict,
): PublicationMark {
  return {
    // A password is in no message or report.
    ...{
      name,
      key: shownValue(key),
      value: name === 'password' ? '…' : shownValue(value),
      verdict,
    },
    ...(line === undefined ? {} : { line }),
    state: dateStates[name] ?? 'draft',
  };
}

/** Returns the verdict of a flag or word; `unknown` for every value that is not known to mean “published”. */
function verdictOf(name: PublicationName, text: string): PublicationVerdict {
  const meaning = meaningOf(text);
  switch (publicationKinds[name]) {
    case 'holds':
      if (meaning === 'no') return 'shown';
      return meaning === 'yes' || meaning === 'held' ? 'held' : 'unknown';
    case 'shows':
      if (meaning === 'yes' || meaning === 'shown') return 'shown';
      return meaning === 'no' || meaning === 'held' ? 'held' : 'unknown';
    case 'word':
      if (meaning === 'shown') return 'shown';
      return meaning === 'no' || meaning === 'held' ? 'held' : 'unknown';
    case 'secret':
      return meaning === 'empty' || meaning === 'no' ? 'shown' : 'held';
    default:
      return 'unknown';
  }
}

/** Reads a date from or until which an article is shown; without a value, or denied, there is none. */
function readDateMark(written: WrittenMark, text: string): PublicationMark {
  const { name } = written;
  const meaning = meaningOf(text);
  const days = readDays(text);
  if (days === undefined) {
    if (meaning === 'empty' || meaning === 'no') return markOf(written, text, 'shown');
    const unclear = markOf(written, text, 'unclear');
    const suggestion = readWrittenDate(text)?.date?.edtf;
    return suggestion === undefined ? unclear : { ...unclear, suggestion };
  }
  const mark = { ...markOf(written, text, 'shown'), needsDay: name !== 'published' };
  if (name === 'expiryDate') return { ...mark, until: days.first };
  const state = name === 'published' ? 'scheduled' : mark.state;
  return { ...mark, state, from: dayReached(days) };
}

/** Hugo's `build`: an article that is not rendered, or not listed, is held. */
function readBuild(written: WrittenMark, value: YamlValue): PublicationMark | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return undefined;
  for (const [key, entry] of value as ReadonlyMap<string, YamlEntry>) {
    if (!/^(?:render|list)$/i.test(key) || typeof entry.value !== 'string') continue;
    const isShown = /^(?:always|true|local)$/i.test(entry.value.trim());
    const shown = { ...written, key: `${written.key}.${key}`, line: entry.line };
    if (!isShown) return markOf(shown, entry.value, 'held');
  }
  return undefined;
}

/**
 * Reads a metadata entry about publication.
 *
 * @param line undefined where the file has no lines
 * @returns undefined where the entry is not about publication
 */
export function readPublicationEntry(
  key: string,
  value: YamlValue,
  line: number | undefined,
): PublicationMark | undefined {
  const name = publicationKey(key);
  if (name === undefined) return readMisspelt(key, value, line);
  const written = { name, key, line };
  const kind = publicationKinds[name];
  if (kind === 'build') return readBuild(written, value);
  if (kind === 'false') {
    // `none` is a pattern of Jekyll.
    const isFalse =
      typeof value === 'string' && meaningOf(value) === 'no' && !/^\s*none\s*$/i.test(value);
    return isFalse ? markOf(written, value, 'held') : undefined;
  }
  const isDate = kind === 'from' || kind === 'until';
  if (typeof value !== 'string') return markOf(written, value, isDate ? 'unclear' : 'unknown');
  if (isDate) return readDateMark(written, value);
  const verdict = verdictOf(name, value);
  if (name !== 'published' || verdict !== 'unknown') return markOf(written, value, verdict);
  // `published: 2015-07-21` gives the day of publication.
  const dated = readDateMark(written, value);
  return dated.from === undefined ? markOf(written, value, 'unknown') : dated;
}

/** A misspelt key holds the article only where its value certainly would. */
function readMisspelt(
  key: string,
  value: YamlValue,
  line: number | undefined,
): PublicationMark | undefined {
  if (typeof value !== 'string') return undefined;
  const name = misspeltPublicationKey(key);
  if (name === undefined || verdictOf(name, value) !== 'held') return undefined;
  return markOf({ name, key, line }, value, 'damaged');
}

/**
 * Reads a key and a value from a line that is not valid.
 *
 * @param needsCertainty whether only a value that certainly holds the article counts
 * @returns undefined where it does not hold the article
 */
export function readDamagedEntry(
  key: string,
  value: string,
  { line, needsCertainty }: { readonly line: number; readonly needsCertainty: boolean },
): PublicationMark | undefined {
  const name = publicationKey(key);
  if (name === undefined) return undefined;
  const read = readPublicationEntry(key, value, line);
  if (read === undefined) return undefined;
  const isDate = read.from !== undefined || read.until !== undefined;
  const isSure = read.verdict === 'held' || isDate;
  const holds = needsCertainty ? isSure : isSure || read.verdict !== 'shown';
  return holds ? markOf({ name, key, line }, value, 'damaged') : undefined;
}

/** Adds a mark; of two with one name the one that holds the article stays, in any order. */
export function addMark(publication: Publication, mark: PublicationMark): Publication {
  const known = publication[mark.name];
  return known === undefined || (known.verdict === 'shown' && isHolding(mark))
    ? { ...publication, [mark.name]: mark }
    : publication;
}

/**
 * Completes the marks with the article's own date: a `publishDate` that is not later needs no day.
 *
 * @param date the date in the metadata
 */
export function withOwnDate(publication: Publication, date: PlainDate | undefined): Publication {
  const { publishDate } = publication;
  if (publishDate?.from === undefined || date === undefined) return publication;
  const isNotLater = publishDate.from <= dayRange(date).first || publishDate.value === date.edtf;
  return isNotLater
    ? { ...publication, publishDate: { ...publishDate, needsDay: false } }
    : publication;
}

/** Returns the mark of a date of an article that cannot be read: by its year it may be one to come. */
export function unreadDateMark(
  value: string,
  line: number | undefined,
): PublicationMark | undefined {
  const from = latestDayNamed(value);
  if (from === undefined) return undefined;
  const at = line === undefined ? {} : { line };
  const shown = { name: 'date', key: 'date', value: shownValue(value), ...at } as const;
  return { ...shown, verdict: 'shown', state: 'scheduled', from };
}

/** Returns the marks of an article: those of `over` go before those of `base`, key by key. */
export function mergePublication(
  base: Publication | undefined,
  over: Publication | undefined,
  isDated: boolean,
): Publication | undefined {
  if (base === undefined) return over;
  const { date, ...others } = base;
  return { ...(date === undefined || isDated ? others : base), ...over };
}
