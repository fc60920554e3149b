import type { RolldownOptions } from 'rolldown';

/**
 * Options of rolldown, which bundles the script of the review page as one classic script, because browsers load no module from
 * a disk. Rolldown runs in the repository's root; a checkout and the published package use the same options.
 */
export default {
  input: 'src/review/browser/main.ts',
  platform: 'browser',
  // The bundle depends only on these options and its modules.
  tsconfig: false,
  transform: { target: 'es2020' },
  output: { format: 'iife', strict: true, minify: true, comments: false, codeSplitting: false },
} satisfies RolldownOptions;
