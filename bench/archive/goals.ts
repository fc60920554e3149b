import type { Kind } from './plan.ts';
import { type Figures, figures, type Round } from './results.ts';

/** A figure to reach, and what was measured. */
export interface Goal {
  readonly what: string;
  readonly goal: string;
  readonly got: string;
  /** Undefined where it was not measured. */
  readonly reached: boolean | undefined;
}

const megabyte = 1e6;

const unmeasured = 'not measured';

/** The figures of one contestant's builds in the round of a size. */
type Find = (size: string, contestant: string, kind: Kind) => Figures | undefined;

/** A goal that a figure stays at or under a limit. */
function atMost(what: string, limit: number, unit: string, got: number | undefined): Goal {
  const digits = unit === '' || unit === 's' ? 2 : 0;
  const end = unit === '' ? '' : ` ${unit}`;
  return {
    what,
    goal: `at most ${limit}${end}`,
    got: got === undefined ? unmeasured : `${got.toFixed(digits)}${end}`,
    reached: got === undefined ? undefined : got <= limit,
  };
}

function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined || b === 0 ? undefined : a / b;
}

/** Cold builds against Hugo's. */
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

/** A build in which nothing changed: under a time, and without a file written. */
function unchanged(find: Find): Goal {
  const got = find('31k', 'warraq', 'unchanged');
  const goal = atMost('31k unchanged, wall', 0.7, 's', got?.wall);
  if (got?.written === undefined || goal.reached === undefined) return goal;
  return {
    ...goal,
    goal: `${goal.goal}, nothing written`,
    got: `${goal.got}, ${got.written} files written`,
    reached: goal.reached && got.written === 0,
  };
}

/** The million: its memory is the goal, its time is told. */
function million(round: Round | undefined, find: Find): Goal {
  const name = round?.runs[0]?.contestant ?? 'records';
  const got = find('1m', name, 'cold');
  const goal = atMost('1,000,000 articles cold, peak memory', 1000, 'MB', inMegabytes(got?.peak));
  if (got?.wall === undefined || got.peak === undefined) return goal;
  return { ...goal, got: `${goal.got}, in ${Math.round(got.wall)} s` };
}

const inMegabytes = (bytes: number | undefined): number | undefined =>
  bytes === undefined ? undefined : bytes / megabyte;

/** Returns all figures to reach with what the rounds have of them. */
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
