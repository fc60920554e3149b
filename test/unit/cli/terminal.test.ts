import { expect, test } from 'vitest';
import {
  processTerminal,
  progressLine,
  type Terminal,
  visible,
} from '../../../src/cli/terminal.ts';

/** Returns a terminal whose clock the test sets. */
function recording(live: boolean) {
  const written: string[] = [];
  const clock = { now: 0 };
  const terminal: Terminal = {
    out: (text) => void written.push(`out ${text}`),
    err: (text) => void written.push(text),
    live,
    now: () => clock.now,
  };
  return { written, clock, line: progressLine(terminal) };
}

test('work of under a second shows nothing and clears nothing', () => {
  const { written, clock, line } = recording(true);
  for (clock.now = 0; clock.now < 1000; clock.now += 50) line.show(() => 'reading');
  line.clear();
  expect(written).toEqual([]);
});

test('longer work shows one line, updated at most ten times a second', () => {
  const { written, clock, line } = recording(true);
  for (clock.now = 0; clock.now <= 2000; clock.now += 10) line.show(() => `${clock.now}`);
  expect(written.length).toBeGreaterThanOrEqual(10);
  expect(written.length).toBeLessThanOrEqual(11);
  expect(written[0]).toBe('\r\u001b[K1000');
  line.clear();
  expect(written.at(-1)).toBe('\r\u001b[K');
});

test('a log gets a whole line every five seconds, and is never cleared', () => {
  const { written, clock, line } = recording(false);
  for (clock.now = 0; clock.now <= 16_000; clock.now += 100) line.show(() => `${clock.now}`);
  line.clear();
  expect(written).toEqual(['5000\n', '10000\n', '15000\n']);
});

test('progress texts are composed only when shown', () => {
  const { line } = recording(true);
  let made = 0;
  line.show(() => `${++made}`);
  expect(made).toBe(0);
});

test('control characters in a file name are escaped', () => {
  expect(visible('seeds/\u001b[2Ja\u202eb.txt')).toBe('seeds/\\u001b[2Ja\\u202eb.txt');
  expect(visible('سطر\nسطر')).toBe('سطر\nسطر');
});

test('the clock of the terminal starts with the process, so that a profile tells how long the start took', () => {
  const earliest = process.uptime() * 1000;
  const now = processTerminal().now();
  expect(now).toBeGreaterThanOrEqual(earliest);
  expect(now).toBeLessThanOrEqual(process.uptime() * 1000);
});
