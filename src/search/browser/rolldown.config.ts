import type { RolldownOptions } from 'rolldown';

/**
 * How the script of the search page is bundled: as one classic script, because browsers load no module from a disk.
 * Read by rolldown, which is run in the repository's root; a checkout and the package use the same options.
 */
export default {
  input: 'src/search/browser/main.ts',
  platform: 'browser',
  // The bundle follows from these options and its modules, and from nothing else.
  tsconfig: false,
  transform: { target: 'es2024' },
  output: {
    format: 'iife',
    strict: true,
    // A third less to load than with names and line breaks, which the sources have.
    minify: true,
    comments: false,
    codeSplitting: false,
  },
} satisfies RolldownOptions;
