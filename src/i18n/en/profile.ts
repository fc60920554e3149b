import type { StageWords } from '../stage-words.ts';
import { englishPhases } from './words.ts';

/** The table of `--profile` in English. */
export const englishProfile: StageWords = {
  stages: { start: 'start-up', ...englishPhases, report: 'report' },
  heads: ['Stage', 'wall s', 'CPU s', 'share', 'µs/article'],
  total: 'total',
  figure: (plain) => plain,
  serial: ({ microseconds, cores }) =>
    `Serial share: ${microseconds} µs per article (${cores} cores; (wall × cores − CPU) ÷ (cores − 1)).`,
  written: (folder) =>
    `CPU profiles, one for each thread: ${folder}/*.cpuprofile (open them in Chrome’s or VS Code’s profiler).`,
};
