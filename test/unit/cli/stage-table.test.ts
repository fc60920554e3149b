import { expect, test } from 'vitest';
import { serialTime, stageTable, stageTimes, totalTime } from '../../../src/cli/stage-table.ts';
import { arabicProfile as ar } from '../../../src/i18n/ar/profile.ts';
import { englishProfile as en } from '../../../src/i18n/en/profile.ts';

const marks = [
  { stage: 'start', at: { wall: 0, cpu: 0, serial: 0, peak: 0 } },
  { stage: 'scan', at: { wall: 100, cpu: 90, serial: 80, peak: 40 } },
  { stage: 'read', at: { wall: 200, cpu: 190, serial: 170, peak: 60 } },
  // A damaged catalogue restarts a build.
  { stage: 'scan', at: { wall: 250, cpu: 250, serial: 180, peak: 2 ** 21 } },
  { stage: 'report', at: { wall: 400, cpu: 400, serial: 240, peak: 2 ** 22 } },
] as const;

const end = { wall: 500, cpu: 410, serial: 250, peak: 2 ** 22 };

const stages = stageTimes(marks, end, new Map([['read', 1200]]));

test('a stage lasts until the next starts, the last until the end; stages of one name are summed', () => {
  expect(stages).toEqual([
    { stage: 'start', wall: 100, cpu: 90, serial: 80, peak: 40, items: undefined },
    { stage: 'scan', wall: 250, cpu: 250, serial: 150, peak: 2 ** 22, items: undefined },
    { stage: 'read', wall: 50, cpu: 60, serial: 10, peak: 2 ** 21, items: 1200 },
    { stage: 'report', wall: 100, cpu: 10, serial: 10, peak: 2 ** 22, items: undefined },
  ]);
  expect(totalTime(stages)).toEqual({ wall: 500, cpu: 410, serial: 250 });
  expect(stageTimes([], end)).toEqual([]);
});

test('the serial time is the time in which one core alone works', () => {
  // 300 ms on one core, then 700 ms of work on two.
  expect(serialTime({ wall: 300 + 350, cpu: 1000 }, 2)).toBe(300);
  expect(serialTime({ wall: 300 + 175, cpu: 1000 }, 4)).toBeCloseTo(300);
  expect(serialTime({ wall: 500, cpu: 1000 }, 2)).toBe(0);
  expect(serialTime({ wall: 400, cpu: 900 }, 2)).toBe(0);
  expect(serialTime({ wall: 650, cpu: 600 }, 1)).toBe(650);
});

test('the table has a line for each stage, their total, the serial time and the folder of the profiles', () => {
  const figures = { stages, articles: 1000, folder: '.cache/profile' };
  expect(stageTable(figures, en).split('\n')).toEqual([
    'Stage     wall s  CPU s  serial s   share  µs/article  items  peak MB',
    'start-up   0.100  0.090     0.080   20.0%       100.0      –        1',
    'scanning   0.250  0.250     0.150   50.0%       250.0      –        4',
    'reading    0.050  0.060     0.010   10.0%        50.0   1200        2',
    'report     0.100  0.010     0.010   20.0%       100.0      –        4',
    'total      0.500  0.410     0.250  100.0%       500.0      –        4',
    expect.stringMatching(/^Serial part: 170\.0 µs per article \(/),
    expect.stringContaining('.cache/profile'),
    '',
  ]);
});

test('an archive without articles has no time per article', () => {
  const none = stageTable({ stages: [], articles: 0, folder: 'f' }, en);
  expect(none).toMatch(/^total +0\.000 +0\.000 +0\.000 +– +– +– +–$/m);
  expect(none).not.toMatch(/NaN|Infinity/);
});

test('in Arabic the table has Arabic words and digits', () => {
  const table = stageTable({ stages, articles: 7, folder: 'f' }, ar);
  expect(table).toContain('٠٫٢٥٠');
  expect(table).not.toMatch(/\d/);
});
