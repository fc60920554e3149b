import { expect, test } from 'vitest';
import { goals } from '../../../bench/archive/goals.ts';
import { readOptions } from '../../../bench/archive/options.ts';
import type { Kind } from '../../../bench/archive/plan.ts';
import { median, type Round, type Run } from '../../../bench/archive/results.ts';
import { replaceReport, report } from '../../../bench/archive/table.ts';

function run(contestant: string, kind: Kind, seconds: number, written: number, error = ''): Run {
  const cost = { wallSeconds: seconds, cpuSeconds: seconds, peakBytes: seconds * 1e6 };
  const output = { files: 9, html: 100, articles: 80, written, bytes: 1, naming: 7 };
  const made = { cost, output, said: undefined, error };
  return { contestant, label: contestant, kind, repeat: 1, load: 0, ...made };
}

const round = (size: string, ...runs: readonly Run[]): Round => ({
  ...{ size, count: 31_180, source: 'x', repeats: 1, pages: 100, commit: 'abc', absent: [], runs },
  ...{ volume: 'a fresh ext4', creation: [50, 60] },
});

const goal = (what: string, ...rounds: readonly Round[]): string | undefined => {
  const found = goals(rounds, 2).find((one) => one.name === what);
  return found && `${found.measured} ${found.reached}`;
};

test('median of figures', () => {
  expect(median([3, undefined, 1, 2])).toBe(2);
  expect(median([4, 1])).toBe(2.5);
  expect(median([undefined])).toBeUndefined();
});

test('a goal is computed from counted runs', () => {
  const hugo = run('hugo', 'cold', 10, 9);
  const what = '31k cold, CPU ÷ Hugo';
  expect(goal(what, round('31k', run('warraq', 'cold', 4, 9), hugo))).toBe('0.40 true');
  expect(goal(what, round('31k', run('warraq', 'cold', 6, 9), hugo))).toBe('0.60 false');
  expect(goal(what, round('31k', run('warraq', 'cold', 5, 9, 'exit code 3'), hugo))).toBe(
    'not measured undefined',
  );
});

test('an unchanged build that writes files misses its goal', () => {
  const what = '31k unchanged, everything, wall';
  const at = (written: number): string | undefined =>
    goal(what, round('31k', run('whole', 'unchanged', 0.5, written)));
  expect(at(0)).toBe('0.50 s, 0 files written true');
  expect(at(1)).toBe('0.50 s, 1 files written false');
});

test('generators that did not run are listed', () => {
  const absent = [{ name: 'astro', reason: 'it is not there' }];
  const machine = { processor: 'p', cores: 2, memoryGiB: 24, system: 's', node: '24' };
  const faulty = run('hugo', 'cold', 1, 0, 'exit code 1');
  const written = report({ version: 1, machine, rounds: [{ ...round('31k', faulty), absent }] });
  expect(written).toContain('- Not run: astro: it is not there.');
  expect(written).toContain('- Not counted: hugo, from nothing: exit code 1.');
});

test('a report replaces the last one', () => {
  const text = 'a\n<!-- results -->\nold\n<!-- /results -->\nz\n';
  expect(replaceReport(text, 'new')).toBe('a\n<!-- results -->\n\nnew\n\n<!-- /results -->\nz\n');
  expect(replaceReport(replaceReport(text, 'one'), 'new')).toBe(replaceReport(text, 'new'));
  expect(() => replaceReport('no marks', 'new')).toThrow('lacks');
});

test('the command line overrides the plans', () => {
  const { plans } = readOptions(['--sizes', '31k,500', '--peers', 'none', '--runs', 'cold']);
  expect(plans.map(({ count }) => count)).toEqual([31_180, 500]);
  expect(plans.map(({ peers }) => peers)).toEqual([[], []]);
  expect(plans.map(({ kinds }) => kinds)).toEqual([['cold'], ['cold']]);
  expect(() => readOptions(['--sizes', 'many'])).toThrow('many');
  expect(() => readOptions(['--peers', 'huge'])).toThrow('huge');
});
