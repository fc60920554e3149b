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

/** Returns the goal that a figure is at most a limit. */
function atMost(name: string, limit: number, unit: string, value: number | undefined): Goal {
  const digits = unit === '' || unit === 's' ? 2 : 0;
  const end = unit === '' ? '' : ` ${unit}`;
  return {
    name,
    goal: `at most ${limit}${end}`,
    measured: value === undefined ? unmeasured : `${value.toFixed(digits)}${end}`,
    reached: value === undefined ? undefined : value <= limit,
  };
}

function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined || b === 0 ? undefined : a / b;
}

/** Returns the goals of cold builds relative to Hugo. */
function againstHugo(find: Find): readonly Goal[] {
  return ['15k', '31k'].flatMap((size) => {
    const hugo = find(size, 'hugo', 'cold');
    const plain = find(size, 'warraq', 'cold');
    const recovered = find(size, 'recovered', 'cold');
    return [
      atMost(`${size} cold, CPU ÷ Hugo`, 0.5, '', ratio(plain?.cpu, hugo?.cpu)),
      atMost(`${size} cold, wall ÷ Hugo`, 0.5, '', ratio(plain?.wall, hugo?.wall)),
      atMost(`${size} cold, recovery, CPU ÷ Hugo`, 0.7, '', ratio(recovered?.cpu, hugo?.cpu)),
      atMost(`${size} cold, recovery, wall ÷ Hugo`, 0.7, '', ratio(recovered?.wall, hugo?.wall)),
      atMost(`${size} cold, peak memory ÷ Hugo`, 0.25, '', ratio(plain?.peak, hugo?.peak)),
    ];
  });
}

/** Returns the goal of a build without changes: its time, and no file written. */
function unchanged(find: Find): Goal {
  const measured = find('31k', 'warraq', 'unchanged');
  const goal = atMost('31k unchanged, wall', 0.7, 's', measured?.wall);
  if (measured?.written === undefined || goal.reached === undefined) return goal;
  return {
    ...goal,
    goal: `${goal.goal}, nothing written`,
    measured: `${goal.measured}, ${measured.written} files written`,
    reached: goal.reached && measured.written === 0,
  };
}

/** Returns the goal of a million articles: memory; the time is only reported. */
function million(round: Round | undefined, find: Find): Goal {
  const name = round?.runs[0]?.contestant ?? 'records';
  const measured = find('1m', name, 'cold');
  const goal = atMost(
    '1,000,000 articles cold, peak memory',
    1000,
    'MB',
    inMegabytes(measured?.peak),
  );
  if (measured?.wall === undefined || measured.peak === undefined) return goal;
  return { ...goal, measured: `${goal.measured}, in ${Math.round(measured.wall)} s` };
}

const inMegabytes = (bytes: number | undefined): number | undefined =>
  bytes === undefined ? undefined : bytes / megabyte;

/** Returns all goals with the figures of the rounds. */
export function goals(rounds: readonly Round[]): readonly Goal[] {
  const named = (size: string): Round | undefined => rounds.find((round) => round.size === size);
  const find: Find = (size, contestant, kind) => {
    const round = named(size);
    return round && figures(round, contestant, kind);
  };
  const each = (size: string): number | undefined =>
    ratio(find(size, 'warraq', 'cold')?.cpu, named(size)?.count);
  const largest = find('100k', 'warraq', 'cold');
  return [
    ...againstHugo(find),
    atMost('CPU an article, 100k ÷ 10k', 1.15, '', ratio(each('100k'), each('10k'))),
    atMost('100k cold, peak memory', 512, 'MB', inMegabytes(largest?.peak)),
    unchanged(find),
    atMost('31k, one article changed, wall', 1, 's', find('31k', 'warraq', 'article')?.wall),
    atMost('100k, one article changed, wall', 2, 's', find('100k', 'warraq', 'article')?.wall),
    million(named('1m'), find),
  ];
}
