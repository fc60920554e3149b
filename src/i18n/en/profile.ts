import type { StageMessages } from '../stage-messages.ts';
import { englishPhases } from './words.ts';

/** Messages of `--profile` in English. */
export const englishProfile: StageMessages = {
  stages: { start: 'start-up', ...englishPhases, report: 'report' },
  headers: ['Stage', 'wall s', 'CPU s', 'serial s', 'share', 'µs/article', 'items', 'peak MB'],
  total: 'total',
  figure: (plain) => plain,
  serial: (microseconds) =>
    `Serial part: ${microseconds} µs per article (CPU time of the main thread outside of tasks that any thread may do, without start-up).`,
  written: (folder) =>
    `CPU profiles, one for each thread: ${folder}/*.cpuprofile (open them in Chrome’s or VS Code’s profiler).`,
};
