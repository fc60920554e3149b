import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { measure, type RunResult } from '../../../bench/archive/measure.ts';
import { notOnLinux, skipIf } from '../../support/skip.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

function run(script: string, limitSeconds = 20): Promise<RunResult> {
  const command = { program: process.execPath, arguments: ['-e', script], folder };
  return measure(command, join(folder, 'log'), limitSeconds);
}

/** Busy for a processor time: on a loaded machine wall time may contain little of it. */
const busy = 'while (process.cpuUsage().user < 400_000);';

test('the output and the exit code of a program are recorded', async () => {
  const { exitCode, cost } = await run('console.log("made"); process.exitCode = 3');
  expect(exitCode).toBe(3);
  expect(cost.wallSeconds).toBeGreaterThan(0);
  expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('made\n');
});

test('the processor time of child processes counts', skipIf(notOnLinux), async () => {
  const inner = JSON.stringify(busy);
  const { cost } = await run(
    `require('node:child_process').spawnSync(process.execPath, ['-e', ${inner}])`,
  );
  expect(cost.cpuSeconds).toBeGreaterThan(0.3);
});

test('the memory of child processes counts', skipIf(notOnLinux), async () => {
  const inner = JSON.stringify(`const held = Buffer.alloc(1.5e8, 1); ${busy}`);
  const { cost } = await run(
    `const held = Buffer.alloc(1.5e8, 1);
     require('node:child_process').spawnSync(process.execPath, ['-e', ${inner}])`,
  );
  expect(cost.peakBytes).toBeGreaterThan(3e8);
  expect(cost.peakBytes).toBeLessThan(6e8);
});

test('a program is ended after the time limit', async () => {
  const { exitCode, cost } = await run('setInterval(() => {}, 1000)', 0.5);
  expect(exitCode).toBeUndefined();
  expect(cost.wallSeconds).toBeLessThan(10);
});

test('a missing program is an error', async () => {
  const command = { program: join(folder, 'none'), arguments: [], folder };
  await expect(measure(command, join(folder, 'log'), 1)).rejects.toThrow('ENOENT');
});
