import type { Catalogue } from '../../catalogue/database.ts';
import { changedOriginals, packGroup, packGroups, packRows } from '../../catalogue/packs.ts';
import type { PageWriter } from '../../catalogue/page-writer.ts';
import { contentHashAt } from '../../catalogue/pages.ts';
import { datePartsOf } from '../../catalogue/sort-key.ts';
import type { Config } from '../../model/config.ts';
import type { Pack } from '../../model/download.ts';
import { maxPackBytes, maxPackOriginals } from '../../model/limits.ts';
import { packKey, packPath, packPeriod, packStem } from '../../outputs/original-pack.ts';
import type { PageTask } from '../workers/tasks.ts';

/** The packs of a site. */
export interface PackPlan {
  readonly packs: readonly Pack[];
  /** Keys of the packs that are divided, in order. */
  readonly divided: readonly string[];
}

/** The plan of a site without packs. */
export const noPacks: PackPlan = { packs: [], divided: [] };

/** What a pack holds. */
interface Load {
  readonly articles: number;
  readonly bytes: number;
}

const noLoad: Load = { articles: 0, bytes: 0 };

const sumOf = (loads: readonly Load[]): Load =>
  loads.reduce(
    (sum, { articles, bytes }) => ({ articles: sum.articles + articles, bytes: sum.bytes + bytes }),
    noLoad,
  );

/** The most that a pack holds, if it holds more than one original. */
const packLimits: Load = { articles: maxPackOriginals, bytes: maxPackBytes };

/** Plans the packs of originals. One that holds too much is divided, and its parts again. */
export function planPacks(
  catalogue: Catalogue,
  { downloads }: Pick<Config, 'downloads'>,
  most: Load = packLimits,
): PackPlan {
  if (!downloads.includes('packs')) return noPacks;
  const packs: Pack[] = [];
  const divided = new Set<string>();
  const rowsOf = packRows(catalogue);
  const isTooLarge = ({ articles, bytes }: Load): boolean =>
    articles > 1 && (articles > most.articles || bytes > most.bytes);

  /** Plans the pack of a period; of one that holds too much, the parts, which are found by looking at each original. */
  function plan(source: string, stem: string, load: Load): void {
    if (isTooLarge(load)) divide(source, stem);
    else packs.push({ source, stem, articles: load.articles });
  }

  function divide(source: string, stem: string): void {
    divided.add(packKey(source, stem));
    const parts = new Map<string, Load>();
    for (const { sortKey, id, bytes } of rowsOf(source, packPeriod(stem))) {
      const part = packStem({ source, id, ...datePartsOf(sortKey) }, divided);
      // Other parts of the same period are counted where they are divided.
      if (!part.startsWith(stem)) continue;
      parts.set(part, sumOf([parts.get(part) ?? noLoad, { articles: 1, bytes }]));
    }
    for (const [part, load] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (part === stem) packs.push({ source, stem, articles: load.articles });
      else plan(source, part, load);
    }
  }

  const groups = packGroups(catalogue);
  for (const months of Map.groupBy(groups, ({ source, year }) => `${source} ${year}`).values()) {
    const [{ source, year } = { source: '', year: 0 }] = months;
    const stem = packStem({ source, year, month: 0, id: '' }, divided);
    if (year === 0 || !isTooLarge(sumOf(months))) {
      plan(source, stem, sumOf(months));
      continue;
    }
    // The months are counted already.
    divided.add(packKey(source, stem));
    for (const { month, ...load } of months) {
      plan(source, packStem({ source, year, month, id: '' }, divided), load);
    }
  }
  return { packs, divided: [...divided].sort() };
}

/** Returns the output paths of the packs of which an original may have changed. */
function changedPacks(catalogue: Catalogue, { divided }: PackPlan): ReadonlySet<string> {
  const all = new Set(divided);
  const paths = new Set<string>();
  for (const place of changedOriginals(catalogue)) {
    for (const source of [place.source, '']) {
      paths.add(packPath(source, packStem({ ...place, source }, all)));
    }
  }
  return paths;
}

/** Returns a function that tells of a pack that no original in it has changed, and marks its file as planned. */
export function keptPacks(
  catalogue: Catalogue,
  plan: PackPlan,
  writer: PageWriter,
): (outputPath: string) => boolean {
  const changed = changedPacks(catalogue, plan);
  const published = contentHashAt(catalogue);
  return (outputPath) => {
    if (changed.has(outputPath) || published(outputPath) === undefined) return false;
    writer.markPlanned(outputPath, packGroup);
    return true;
  };
}

/** Tells whether the originals of two packs are of the same source and period. */
export function isSamePeriod(a: Pack, b: Pack): boolean {
  const [one, other] = [packPeriod(a.stem), packPeriod(b.stem)];
  return a.source === b.source && one.year === other.year && one.month === other.month;
}

/** Originals in one task, unless one pack has more. */
const originalsPerTask = 500;

/** Packs in one task where they are of the same source and period: all of it is read for each task. */
const dividedPerTask = 32;

/**
 * Yields packs in tasks.
 *
 * @param isCurrent tells of the output path of a pack that the site has it as it must be
 */
export function* packTasks(
  { packs }: PackPlan,
  isCurrent: (outputPath: string) => boolean = () => false,
): Generator<PageTask> {
  let batch: Pack[] = [];
  let articles = 0;
  for (const pack of packs) {
    if (isCurrent(packPath(pack.source, pack.stem))) continue;
    const last = batch.at(-1);
    const isPart = last !== undefined && isSamePeriod(last, pack) && batch.length < dividedPerTask;
    if (last !== undefined && !isPart && articles + pack.articles > originalsPerTask) {
      yield { do: 'packs', packs: batch };
      [batch, articles] = [[], 0];
    }
    batch.push(pack);
    articles += pack.articles;
  }
  if (batch.length > 0) yield { do: 'packs', packs: batch };
}
