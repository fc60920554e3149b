import { padded } from '../calendar/edtf.ts';
import type { Article } from '../model/article.ts';
import type { PackedOriginal } from '../model/download.ts';
import { hash32 } from '../model/fnv1a.ts';
import { originalExtension, originalsFolder } from './article-original.ts';

/** By what an original finds its pack; year and month are 0 where they are unknown. */
export interface PackPlace {
  /** Slug of the source; empty without one. */
  readonly source: string;
  readonly year: number;
  readonly month: number;
  readonly id: string;
}

/** Folder of the packs of articles without a source, and name of the packs of articles without a date. */
const [noSource, noYear] = ['_', 'undated'];

/** Returns the name of a pack in the list of those that are divided. */
export const packKey = (source: string, stem: string): string => `${source}/${stem}`;

/**
 * Yields the names that a pack may have, without extension: of the year (`2017`), of the month (`2017-05`), and of ever
 * smaller shares of its ids (`2017-05-a`, `2017-05-a3`). Each is divided where it holds too much, which depends on its own
 * articles only.
 */
function* stems({ year, month, id }: PackPlace): Generator<string, void, undefined> {
  let stem = year === 0 ? noYear : padded(year, 4);
  yield stem;
  if (year !== 0) {
    stem = `${stem}-${padded(month, 2)}`;
    yield stem;
  }
  stem += '-';
  // The last digits of the hash differ most between ids that are counted.
  for (const digit of [...hash32(id)].reverse()) {
    stem += digit;
    yield stem;
  }
}

/** Returns the name, without extension, of the pack that holds an original. */
export function packStem(place: PackPlace, divided: ReadonlySet<string>): string {
  let last = '';
  for (const stem of stems(place)) {
    last = stem;
    if (!divided.has(packKey(place.source, stem))) break;
  }
  return last;
}

/** Returns the output path of a pack: `originals/ahram/2017.zip`. */
export const packPath = (source: string, stem: string): string =>
  `${originalsFolder}/${source === '' ? noSource : source}/${stem}.zip`;

/** Returns the year of the articles in a pack, and the month; 0 where they have none, undefined where they have several. */
export function packPeriod(stem: string): { readonly year: number; readonly month?: number } {
  const [year = '', month] = stem.split('-');
  if (year === noYear) return { year: 0 };
  return { year: Number(year), ...(month === undefined ? {} : { month: Number(month) }) };
}

/** Name of the list of originals in each pack. */
export const packIndexName = 'index.csv';

/** An id that could be the name of another original with its hash. */
const hashedName = /-[0-9a-f]{8}$/;

/**
 * Returns the name of an original in its pack: id and extension. Ids that differ in letter case only have addresses that
 * do, unless the pattern has other tokens than the id; there, and where it would be that of the list, a hash is added, and
 * to an id that ends like such a name.
 *
 * @param path path of the article's seed
 * @param permalink the pattern of addresses
 */
export function memberName(id: string, path: string, permalink: string): string {
  const isUnique = permalink.includes('{id}') && !/\{(?:slug|month|day|shard)\}/.test(permalink);
  const isPlain = isUnique
    ? !/^index(?:-[0-9a-f]{8})?$/i.test(id)
    : id === id.toLowerCase() && id !== 'index' && !hashedName.test(id);
  return `${isPlain ? id : `${id}-${hash32(id)}`}.${originalExtension(path)}`;
}

/**
 * Returns where the original of an article is.
 *
 * @param divided keys of the packs that are divided
 */
export function packedOriginal(
  { id, terms, metadata: { date }, provenance }: Article,
  permalink: string,
  divided: ReadonlySet<string>,
): PackedOriginal {
  const source = terms.find(({ kind }) => kind === 'source')?.slug ?? '';
  const place = { source, year: date?.year ?? 0, month: date?.month ?? 0, id };
  return {
    outputPath: packPath(source, packStem(place, divided)),
    member: memberName(id, provenance.path, permalink),
  };
}
