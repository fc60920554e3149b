import { median } from '../archive/results.ts';
import type { Build, Change } from './building.ts';
import type { Ask } from './known-items.ts';
import type { Quality } from './quality.ts';
import type { Measured, Results } from './results.ts';
import type { Variant } from './variants.ts';

/** A figure to reach, and what was measured. */
export interface Goal {
  readonly what: string;
  readonly goal: string;
  readonly got: string;
  /** Undefined where it was not measured. */
  readonly reached: boolean | undefined;
}

/** Finds what a kind of queries reached. */
export const qualityAt = (
  measured: readonly Quality[],
  ask: Ask,
  variant: Variant,
): Quality | undefined => measured.find((one) => one.ask === ask && one.variant === variant);

/** Returns the middle and the largest of some figures. */
export const spread = (figures: readonly number[]): { median: number; max: number } => ({
  median: median(figures) ?? Number.NaN,
  max: Math.max(...figures),
});

/** Writes bytes in kilobytes of a thousand. */
export const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

const open = (what: string, goal: string): Goal => ({
  ...{ what, goal, got: 'not measured' },
  reached: undefined,
});

function foundGoals(quality: Measured['quality'] | undefined): readonly Goal[] {
  const least = { full: 0.87, short: 0.65 };
  const names = { full: 'full title', short: 'three words' };
  const plain = (['full', 'short'] as const).map((ask): Goal => {
    const what = `success@10, ${names[ask]}, titles not indexed`;
    const goal = `at least ${least[ask]}`;
    const got = quality && qualityAt(quality.untitled, ask, 'clean')?.success;
    return got === undefined
      ? open(what, goal)
      : { what, goal, got: got.toFixed(3), reached: got >= least[ask] };
  });
  const mixed = (['full', 'short'] as const).map((ask): Goal => {
    const what = `the same, ${names[ask]}, with mixed variants`;
    const goal = 'at most 0.02 less';
    const clean = quality && qualityAt(quality.untitled, ask, 'clean')?.success;
    const got = quality && qualityAt(quality.untitled, ask, 'mixed')?.success;
    if (clean === undefined || got === undefined) return open(what, goal);
    const less = clean - got;
    return {
      ...{ what, goal },
      got: `${got.toFixed(3)}: ${less.toFixed(3)} less`,
      reached: less <= 0.02 + 1e-9,
    };
  });
  const what = 'success@10, three words, titles indexed';
  const got = quality && qualityAt(quality.titled, 'short', 'clean')?.success;
  const titled: Goal =
    got === undefined
      ? open(what, 'at least 0.95')
      : { what, goal: 'at least 0.95', got: got.toFixed(3), reached: got >= 0.95 };
  return [...plain, ...mixed, titled];
}

/** The size of the archives for which bytes and times are to be reached, as their sites are called. */
const sizes = ['15k', '31k'];

function browserGoals(measured: Measured['browser'] | undefined): readonly Goal[] {
  const cold = sizes.map((size): Goal => {
    const what = `three words, cold, ${size}: until results are shown`;
    const goal = 'at most 60 KB, 6 requests';
    const figures = measured?.find(({ site }) => site === size);
    if (figures === undefined) return open(what, goal);
    const sent = spread(figures.cold.map(({ first }) => first.sent));
    const requests = spread(figures.cold.map(({ first }) => first.requests));
    return {
      ...{ what, goal },
      got: `median ${kilobytes(sent.median)} KB, ${requests.median} requests; most ${kilobytes(sent.max)} KB, ${requests.max}`,
      reached: sent.max <= 60_000 && requests.max <= 6,
    };
  });
  const warm = sizes.map((size): Goal => {
    const what = `from the last key to results, warm, ${size}`;
    const figures = measured?.find(({ site }) => site === size);
    if (figures === undefined) return open(what, 'under 50 ms');
    const keys = spread(figures.warm.map(({ fromKey }) => fromKey));
    return {
      ...{ what, goal: 'under 50 ms' },
      got: `median ${Math.round(keys.median)} ms, most ${Math.round(keys.max)} ms`,
      reached: keys.max < 50,
    };
  });
  return [...cold, ...warm];
}

/** Returns the medians of the builds after a change, with a search and without. */
export function buildPair(
  builds: readonly Build[],
  change: Change,
): { on: BuildMedian; off: BuildMedian } {
  const of = (search: Build['search']): BuildMedian => {
    const own = builds.filter((one) => one.change === change && one.search === search);
    const middle = (value: (build: Build) => number | undefined): number =>
      median(own.map(value)) ?? Number.NaN;
    return {
      wall: middle(({ cost }) => cost.wallSeconds),
      cpu: middle(({ cost }) => cost.cpuSeconds),
      peak: middle(({ cost }) => cost.peakBytes),
      written: middle(({ written }) => written),
      ofIndex: middle(({ ofIndex }) => ofIndex),
    };
  };
  return { on: of('on'), off: of('off') };
}

/** What builds of one kind took. */
export interface BuildMedian {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
  readonly written: number;
  readonly ofIndex: number;
}

function buildGoals(build: Measured['build'] | undefined): readonly Goal[] {
  const [time, memory] = ['index build at 31k, time', 'index build at 31k, memory'];
  if (build === undefined) {
    return [open(time, 'at most 20 s'), open(memory, 'at most 512 MB')];
  }
  const { on, off } = buildPair(build.builds, 'cold');
  const more = on.wall - off.wall;
  const megabytes = Math.round(on.peak / 1e6);
  return [
    {
      ...{ what: time, goal: 'at most 20 s' },
      got: `${more.toFixed(1)} s more than ${off.wall.toFixed(1)} s without`,
      reached: more <= 20,
    },
    {
      ...{ what: memory, goal: 'at most 512 MB' },
      got: `${megabytes} MB for the whole build, ${Math.round(off.peak / 1e6)} MB without`,
      reached: megabytes <= 512,
    },
  ];
}

function fileGoals(files: Measured['files'] | undefined): readonly Goal[] {
  const [script, now, later] = [
    'script, gzip -9',
    'index files at 31k',
    'index files at 1M, estimated',
  ];
  const large = files?.sites.find(({ site }) => site === '31k');
  if (files === undefined || large === undefined) {
    return [
      open(script, 'at most 15 KB'),
      open(now, 'at most 1,000'),
      open(later, 'at most 5,000'),
    ];
  }
  return [
    {
      ...{ what: script, goal: 'at most 15 KB' },
      got: `${kilobytes(large.script.packed)} KB`,
      reached: large.script.packed <= 15_000,
    },
    {
      ...{ what: now, goal: 'at most 1,000' },
      got: large.total.toLocaleString('en'),
      reached: large.total <= 1000,
    },
    {
      ...{ what: later, goal: 'at most 5,000' },
      got: files.million.total.toLocaleString('en'),
      reached: files.million.total <= 5000,
    },
  ];
}

function phraseGoal(phrases: Measured['phrases'] | undefined): Goal {
  const [what, goal] = ['phrases', 'equal to a scan'];
  if (phrases === undefined) return open(what, goal);
  const got = `${phrases.equal} of ${phrases.phrases} equal`;
  return { what, goal, got, reached: phrases.equal === phrases.phrases };
}

/** Returns all figures to reach with what was measured of them. */
export function goals({ parts }: Results): readonly Goal[] {
  return [
    ...foundGoals(parts.quality?.figures),
    ...browserGoals(parts.browser?.figures),
    ...buildGoals(parts.build?.figures),
    ...fileGoals(parts.files?.figures),
    phraseGoal(parts.phrases?.figures),
  ];
}
