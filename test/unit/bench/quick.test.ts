import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Run } from '../../../bench/archive/results.ts';
import { changeTable } from '../../../bench/quick/change-table.ts';
import {
  type CommitLine,
  costRow,
  lineBefore,
  linesText,
  parseLines,
  withLine,
} from '../../../bench/quick/commit-line.ts';

const build = (wall: number, cpu: number | undefined, bytes: number | undefined): Run => ({
  ...{ contestant: 'whole', label: 'w', kind: 'cold', repeat: 1, load: 0, said: {}, error: '' },
  cost: { wallSeconds: wall, cpuSeconds: cpu, peakBytes: bytes },
  output: { files: 3000, html: 1, articles: 1, written: 1, bytes: 18_000_000, naming: 1 },
});

const archive = { articles: 1000, form: 'whole' };

const row = costRow(archive, [build(0.65, 1.0, 2e8), build(0.85, 1.2, 3e8)], 2);

const line = (commit: string, change: Partial<CommitLine> = {}): CommitLine => ({
  ...{ commit, date: '2026-11-29T20:00:00+00:00', machine: 'm', node: '24.1.0', texts: 'shared' },
  ...{ volume: 'a fresh ext4', load: [0.2, 1.1], rows: [row], ...change },
});

test('a row holds the medians of the builds, for each article too', () => {
  expect(row).toEqual({
    ...{ articles: 1000, form: 'whole', runs: 2, cpu: 1.1, cpuRange: [1, 1.2], wall: 0.75 },
    ...{ peakMB: 250, perArticle: 1100, serial: 400, files: 3000, kB: 18_000 },
  });
});

test('a build in one thread has no serial part, and what was not measured is left out', () => {
  expect(costRow(archive, [build(1, 1, 2e8)], 1)).not.toHaveProperty('serial');
  expect(costRow(archive, [build(1, undefined, undefined)], 2)).toEqual({
    ...{ articles: 1000, form: 'whole', runs: 1, wall: 1, files: 3000, kB: 18_000 },
  });
});

test('lines are read as they were written; anything else is named by its number', () => {
  const lines = [line('a'), line('b')];
  expect(parseLines(linesText(lines))).toEqual(lines);
  expect(parseLines('')).toEqual([]);
  const conflict = `${linesText(lines)}<<<<<<< HEAD\n`;
  expect(() => parseLines(conflict)).toThrow('line 3 is no line of results');
  expect(() => parseLines('{"commit":"a"}\n')).toThrow('line 1');
  expect(() => parseLines('null\n')).toThrow('line 1');
});

test('the lines in the repository can be read', () => {
  const file = new URL('../../../bench/quick/results.jsonl', import.meta.url);
  for (const { rows } of parseLines(readFileSync(file, 'utf8'))) expect(rows).toHaveLength(4);
});

test('a commit has one line for each machine and each source of texts', () => {
  const lines = [line('a'), line('a', { machine: 'n' }), line('a', { texts: 'other' }), line('b')];
  const again = line('a', { node: '24.2.0' });
  expect(withLine(lines, again)).toEqual([...lines.slice(1), again]);
  expect(withLine(lines, line('c'))).toEqual([...lines, line('c')]);
});

test('a line is compared with the last one of another commit on the same machine, with the same texts', () => {
  const [a, b] = [line('a'), line('b')];
  const others = [line('c', { machine: 'n' }), line('d', { texts: 'other' }), line('e')];
  expect(lineBefore([a, b, ...others], line('e'))).toEqual(b);
  expect(lineBefore(others, line('e'))).toBeUndefined();
});

test('the table shows the change of each figure, and no change where there is nothing before', () => {
  const before = line('a', {
    load: [4, 6],
    rows: [{ ...row, cpu: 1, wall: 1, files: 6000, perArticle: 1000 }],
  });
  const cellsOf = (text: string): readonly string[] =>
    (text.split('\n').findLast((found) => found.startsWith('|')) ?? '')
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const table = changeTable(line('b'), before);
  expect(cellsOf(table)).toEqual([
    ...['1,000, everything', '2', '1.10 (+10.0 %)', '1.00 to 1.20', '1.00 to 1.20'],
    ...['0.75 (−25.0 %)', '250 (=)', '1,100 (+10.0 %)', '400 (=)', '3.00 (−50.0 %)', '18.00 (=)'],
  ]);
  expect(table).toContain('Before: a of 2026-11-29; Node 24.1.0; on a fresh ext4; load 4.0');
  expect(table).toContain('a was measured beside other work');
  expect(table).not.toContain('fixed computation');
  expect(table).not.toContain('b was measured beside other work');
  expect(cellsOf(changeTable(line('b'), undefined))).toEqual([
    ...['1,000, everything', '2', '1.10', '1.00 to 1.20', '–'],
    ...['0.75', '250', '1,100', '400', '3.00', '18.00'],
  ]);
});

test('the table tells how much of a change is due to the machine', () => {
  const [before, now] = [line('a', { reference: 0.2 }), line('b', { reference: 0.3 })];
  expect(changeTable(now, before)).toContain(
    'A fixed computation took 0.300 s of CPU, before 0.200: the machine alone changes CPU times about 1.50-fold.',
  );
});
