import { setTimeout as pause } from 'node:timers/promises';
import { takeLock } from '../../src/publish/lock.ts';

/**
 * A program for tests: `FIRST STEP FOLDER…` tries to take the lock of each folder, at the time FIRST (milliseconds
 * since 1970) and every STEP milliseconds later, and prints for each `1` if it got the lock, else `0`. It keeps them.
 */
const [first = '', step = '', ...folders] = process.argv.slice(2);
const won: number[] = [];
for (const [n, folder] of folders.entries()) {
  await pause(Math.max(0, Number(first) + n * Number(step) - Date.now()));
  try {
    takeLock(folder);
    won.push(1);
  } catch {
    won.push(0);
  }
}
// Until all have tried: the lock of a process that has ended is free.
await pause(Math.max(0, Number(first) + (folders.length + 10) * Number(step) - Date.now()));
process.stdout.write(won.join(''));
