import { median } from '../archive/results.ts';
import type { Build, Change } from './building.ts';
import type { QueryKind } from './known-items.ts';
import type { Joined, Quality } from './quality.ts';
import type { Measured, Results } from './results.ts';
import type { Variant } from './variants.ts';

/** A goal and the measured figure. */
export interface Goal {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  /** Whether the goal is reached; undefined where the figure was not measured. */
  readonly reached: boolean | undefined;
}

/** Returns the quality of one kind of queries; undefined where it was not measured. */
export const qualityAt = (
  measured: readonly Quality[],
  kind: QueryKind,
  variant: Variant,
  joined: Joined = 'any',
): Quality | undefined =>
  measured.find(
    (quality) => quality.kind === kind && quality.variant === variant && quality.joined === joined,
  );

/** Returns the median and the maximum of some figures. */
export const spread = (figures: readonly number[]): { median: number; max: number } => ({
  median: median(figures) ?? Number.NaN,
  max: Math.max(...figures),
});

/** Formats bytes as kilobytes of 1,000 bytes. */
export const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

const unmeasured = (what: string, goal: string): Goal => ({
  ...{ what, goal, measured: 'not measured' },
  reached: undefined,
});

function qualityGoals(quality: Measured['quality'] | undefined): readonly Goal[] {
  const least = { full: 0.9, short: 0.73 };
  const names = { full: 'full title', short: 'three words' };
  const plain = (['full', 'short'] as const).map((kind): Goal => {
    const what = `success@10, ${names[kind]}, titles not indexed`;
    const goal = `at least ${least[kind]}`;
    const got = quality && qualityAt(quality.untitled, kind, 'clean')?.success;
    return got === undefined
      ? unmeasured(what, goal)
      : { what, goal, measured: got.toFixed(3), reached: got >= least[kind] };
  });
  const mixed = (['full', 'short'] as const).map((kind): Goal => {
    const what = `the same, ${names[kind]}, with mixed variants`;
    const goal = 'at most 0.02 less';
    const clean = quality && qualityAt(quality.untitled, kind, 'clean')?.success;
    const got = quality && qualityAt(quality.untitled, kind, 'mixed')?.success;
    if (clean === undefined || got === undefined) return unmeasured(what, goal);
    const less = clean - got;
    return {
      ...{ what, goal },
      measured: `${got.toFixed(3)}: ${less.toFixed(3)} less`,
      reached: less <= 0.02 + 1e-9,
    };
  });
  const what = 'success@10, three words, titles indexed';
  const got = quality && qualityAt(quality.titled, 'short', 'clean')?.success;
  const titled: Goal =
    got === undefined
      ? unmeasured(what, 'at least 0.95')
      : { what, goal: 'at least 0.95', measured: got.toFixed(3), reached: got >= 0.95 };
  return [...plain, ...mixed, titled];
}

/** The sites for which there are goals of bytes and times. */
const sizes = ['15k', '31k'];

function browserGoals(measured: Measured['browser'] | undefined): readonly Goal[] {
  const cold = sizes.map((size): Goal => {
    const what = `three words, cold, ${size}: until results are shown`;
    const goal = 'at most 60 KB, 6 requests';
    const figures = measured?.find(({ site }) => site === size);
    if (figures === undefined) return unmeasured(what, goal);
    const sent = spread(figures.cold.map(({ first }) => first.sentBytes));
    const requests = spread(figures.cold.map(({ first }) => first.requests));
    return {
      ...{ what, goal },
      measured: `median ${kilobytes(sent.median)} KB, ${requests.median} requests; most ${kilobytes(sent.max)} KB, ${requests.max}`,
      reached: sent.max <= 60_000 && requests.max <= 6,
    };
  });
  const warm = sizes.map((size): Goal => {
    const what = `from the last key to results, warm, ${size}`;
    const figures = measured?.find(({ site }) => site === size);
    if (figures === undefined) return unmeasured(what, 'under 50 ms');
    const keys = spread(figures.warm.map(({ fromKey }) => fromKey));
    return {
      ...{ what, goal: 'under 50 ms' },
      measured: `median ${Math.round(keys.median)} ms, most ${Math.round(keys.max)} ms`,
      reached: keys.max < 50,
    };
  });
  return [...cold, ...warm];
}

/** Returns the medians of the builds after a change, with and without search. */
export function buildPair(
  builds: readonly Build[],
  change: Change,
): { on: BuildMedians; off: BuildMedians } {
  const of = (search: Build['search']): BuildMedians => {
    const matching = builds.filter((build) => build.change === change && build.search === search);
    const middle = (value: (build: Build) => number | undefined): number =>
      median(matching.map(value)) ?? Number.NaN;
    return {
      wall: middle(({ cost }) => cost.wallSeconds),
      cpu: middle(({ cost }) => cost.cpuSeconds),
      peak: middle(({ cost }) => cost.peakBytes),
      written: middle(({ written }) => written),
      writtenIndexFiles: middle(({ writtenIndexFiles: ofIndex }) => ofIndex),
    };
  };
  return { on: of('on'), off: of('off') };
}

/** The medians of builds of one kind. */
export interface BuildMedians {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
  readonly written: number;
  readonly writtenIndexFiles: number;
}

function buildGoals(build: Measured['build'] | undefined): readonly Goal[] {
  const [time, memory] = ['index build at 31k, time', 'index build at 31k, memory'];
  if (build === undefined) {
    return [unmeasured(time, 'at most 20 s'), unmeasured(memory, 'at most 512 MB')];
  }
  const { on, off } = buildPair(build.builds, 'cold');
  const more = on.wall - off.wall;
  const megabytes = Math.round(on.peak / 1e6);
  return [
    {
      ...{ what: time, goal: 'at most 20 s' },
      measured: `${more.toFixed(1)} s more than ${off.wall.toFixed(1)} s without`,
      reached: more <= 20,
    },
    {
      ...{ what: memory, goal: 'at most 512 MB' },
      measured: `${megabytes} MB for the whole build, ${Math.round(off.peak / 1e6)} MB without`,
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
      unmeasured(script, 'at most 30 KB'),
      unmeasured(now, 'at most 1,000'),
      unmeasured(later, 'at most 5,000'),
    ];
  }
  return [
    {
      ...{ what: script, goal: 'at most 30 KB' },
      measured: `${kilobytes(large.script.gzip)} KB`,
      reached: large.script.gzip <= 30_000,
    },
    {
      ...{ what: now, goal: 'at most 1,000' },
      measured: large.total.toLocaleString('en'),
      reached: large.total <= 1000,
    },
    {
      ...{ what: later, goal: 'at most 5,000' },
      measured: files.million.total.toLocaleString('en'),
      reached: files.million.total <= 5000,
    },
  ];
}

function phraseGoal(phrases: Measured['phrases'] | undefined): Goal {
  const [what, goal] = ['phrases', 'equal to a scan'];
  if (phrases === undefined) return unmeasured(what, goal);
  const got = `${phrases.equal} of ${phrases.phrases} equal`;
  return { what, goal, measured: got, reached: phrases.equal === phrases.phrases };
}

/** Returns all goals with the measured figures. */
export function goals({ parts }: Results): readonly Goal[] {
  return [
    ...qualityGoals(parts.quality?.figures),
    ...browserGoals(parts.browser?.figures),
    ...buildGoals(parts.build?.figures),
    ...fileGoals(parts.files?.figures),
    phraseGoal(parts.phrases?.figures),
  ];
}
