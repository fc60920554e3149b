import type { StageMessages } from '../stage-messages.ts';
import { englishPhases } from './words.ts';

/** Messages of `--profile` in English. */
export const englishProfile: StageMessages = {
  stages: { start: 'start-up', ...englishPhases, report: 'report' },
  headers: ['Stage', 'wall s', 'CPU s', 'share', 'µs/article', 'items', 'peak MB'],
  total: 'total',
  figure: (plain) => plain,
  serial: ({ microseconds, cores }) =>
    `Serial share: ${microseconds} µs per article (${cores} cores; (wall × cores − CPU) ÷ (cores − 1)).`,
  written: (folder) =>
    `CPU profiles, one for each thread: ${folder}/*.cpuprofile (open them in Chrome’s or VS Code’s profiler).`,
};
