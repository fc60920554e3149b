import { serialTime } from '../../src/cli/stage-table.ts';
import type { Kind } from './plan.ts';
import { type Figures, figures, type Round } from './results.ts';

/** A goal with the measured figure. */
export interface Goal {
  readonly name: string;
  readonly goal: string;
  readonly measured: string;
  /** Undefined where nothing was measured. */
  readonly reached: boolean | undefined;
}

const megabyte = 1e6;

const unmeasured = 'not measured';

/** Returns the figures of one contestant's builds in the round of a size. */
type Find = (size: string, contestant: string, kind: Kind) => Figures | undefined;

/** Decimals of a figure by its unit; none for others. */
const decimals: Readonly<Record<string, number>> = { '': 2, s: 2, KB: 1 };

/** Returns the goal that a figure is at most a limit. */
function atMost(name: string, limit: number, unit: string, value: number | undefined): Goal {
  const end = unit === '' ? '' : ` ${unit}`;
  return {
    name,
    goal: `at most ${limit}${end}`,
    measured: value === undefined ? unmeasured : `${value.toFixed(decimals[unit] ?? 0)}${end}`,
    reached: value === undefined ? undefined : value <= limit,
  };
}

function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined || b === 0 ? undefined : a / b;
}

/** Limits of the CPU of cold builds relative to Hugo's, by size and contestant. */
const limits = [
  ['1k', 'warraq', 1.2],
  ['1k', 'recovered', 1.6],
  ['15k', 'warraq', 0.5],
  ['15k', 'recovered', 0.75],
  ['15k', 'whole', 1],
  ['31k', 'warraq', 0.45],
  ['31k', 'whole', 1],
  ['100k', 'warraq', 0.4],
  ['100k', 'recovered', 0.65],
] as const;

const contents = { warraq: '', recovered: ', recovery', whole: ', everything' } as const;

/** Returns the goals of cold builds relative to Hugo, and to Hugo with Pagefind. */
function againstHugo(find: Find): readonly Goal[] {
  const cold = (size: string, name: string): Figures | undefined => find(size, name, 'cold');
  const whole = cold('15k', 'whole');
  const hugo = cold('15k', 'hugo');
  const searched = cold('15k', 'hugo-pagefind');
  return [
    ...limits.map(([size, name, limit]) =>
      atMost(
        `${size} cold${contents[name]}, CPU ÷ Hugo`,
        limit,
        '',
        ratio(cold(size, name)?.cpu, cold(size, 'hugo')?.cpu),
      ),
    ),
    atMost('15k cold, everything, wall ÷ Hugo', 0.85, '', ratio(whole?.wall, hugo?.wall)),
    atMost(
      '15k cold, everything, CPU ÷ (Hugo, then Pagefind)',
      0.4,
      '',
      ratio(whole?.cpu, searched?.cpu),
    ),
  ];
}

/** Returns the goals of one site's size and of the work that more threads cannot speed up. */
function wholeSite(find: Find, count: number, cores: number): readonly Goal[] {
  const { wall, cpu, files, bytes } = find('15k', 'whole', 'cold') ?? {};
  const serial =
    wall === undefined || cpu === undefined || cores < 2
      ? undefined
      : serialTime({ wall, cpu }, cores) * (1e6 / count);
  return [
    atMost('15k cold, everything, serial time an article', 50, 'µs', serial),
    atMost('15k, everything, files an article', 1.5, '', ratio(files, count)),
    atMost('15k, everything, an article', 18, 'KB', ratio(bytes, count * 1000)),
  ];
}

/** Returns the goal of a build without changes: its time, and no file written. */
function unchanged(measured: Figures | undefined): Goal {
  const goal = atMost('31k unchanged, everything, wall', 0.5, 's', measured?.wall);
  if (measured?.written === undefined || goal.reached === undefined) return goal;
  return {
    ...goal,
    goal: `${goal.goal}, nothing written`,
    measured: `${goal.measured}, ${measured.written} files written`,
    reached: goal.reached && measured.written === 0,
  };
}

/** Returns the goals of builds after a change. */
function warm(find: Find): readonly Goal[] {
  const whole = (kind: Kind): number | undefined => find('31k', 'whole', kind)?.wall;
  return [
    unchanged(find('31k', 'whole', 'unchanged')),
    atMost('31k, everything, one text changed, wall', 1, 's', whole('article')),
    atMost('31k, everything, one title changed, wall', 1.5, 's', whole('title')),
    atMost(
      '31k, everything, template changed, wall ÷ cold',
      0.5,
      '',
      ratio(whole('template'), whole('cold')),
    ),
  ];
}

const inMegabytes = (bytes: number | undefined): number | undefined =>
  bytes === undefined ? undefined : bytes / megabyte;

/** Memory that each further thread may take, in megabytes. */
const threadMegabytes = 60;

/** Returns the goals of memory, and of a million articles. */
function large(find: Find, million: Round | undefined, cores: number): readonly Goal[] {
  const threads = Math.max(0, cores - 1) * threadMegabytes;
  const peak = (size: string, name: string): number | undefined =>
    inMegabytes(find(size, name, 'cold')?.peak);
  const name = million?.runs[0]?.contestant ?? 'records';
  return [
    atMost('31k cold, everything, peak memory', 300 + threads, 'MB', peak('31k', 'whole')),
    atMost('1,000,000 articles cold, wall', 240, 's', find('1m', name, 'cold')?.wall),
    atMost('1,000,000 articles cold, peak memory', 450 + threads, 'MB', peak('1m', name)),
  ];
}

/**
 * Returns all goals with the figures of the rounds.
 *
 * @param cores cores of the machine that measured them
 */
export function goals(rounds: readonly Round[], cores: number): readonly Goal[] {
  const named = (size: string): Round | undefined => rounds.find((round) => round.size === size);
  const find: Find = (size, contestant, kind) => {
    const round = named(size);
    return round && figures(round, contestant, kind);
  };
  return [
    ...againstHugo(find),
    ...wholeSite(find, named('15k')?.count ?? 0, cores),
    ...warm(find),
    ...large(find, named('1m'), cores),
  ];
}
