import type { RolldownOptions } from 'rolldown';

/**
 * Options of rolldown, which bundles the reader script as one classic script, because browsers load no module from
 * a disk. Rolldown runs in the repository's root; a checkout and the published package use the same options.
 */
export default {
  input: 'src/reader/main.ts',
  platform: 'browser',
  // The bundle depends only on these options and its modules.
  tsconfig: false,
  transform: { target: 'es2020' },
  output: { format: 'iife', strict: true, minify: true, comments: false, codeSplitting: false },
} satisfies RolldownOptions;
