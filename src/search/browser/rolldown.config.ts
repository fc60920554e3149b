import type { RolldownOptions } from 'rolldown';

/**
 * Options of rolldown, which bundles the script of the search page as one classic script, because
 * browsers load no module from a disk. Rolldown runs in the repository's root; a checkout and the
 * published package use the same options.
 */
export default {
  input: 'src/search/browser/main.ts',
  platform: 'browser',
  // The bundle depends only on these options and its modules.
  tsconfig: false,
  transform: { target: 'es2024' },
  output: {
    format: 'iife',
    strict: true,
    // A third smaller than with full names and line breaks.
    minify: true,
    comments: false,
    codeSplitting: false,
  },
} satisfies RolldownOptions;
