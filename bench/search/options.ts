import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sharedFolder } from '../archive/corpus.ts';
import { namesIn, wholeNumber } from '../option-values.ts';

/** The parts of the benchmark, in the order in which they run. */
export const parts = ['quality', 'phrases', 'files', 'browser', 'pagefind', 'build'] as const;

/** A part of the benchmark, which can run without the others. */
export type Part = (typeof parts)[number];

/** Options of the benchmark. */
export interface Options {
  readonly parts: readonly Part[];
  /** The folder of the shared articles. */
  readonly articles: string;
  /** The folder of content, sites and programs, outside the repository. */
  readonly lab: string;
  /** The file of all results. */
  readonly results: string;
  /** Number of titles that are searched. */
  readonly queries: number;
  /** Number of builds of each kind. */
  readonly repeats: number;
  /** Whether builds are measured on a fresh file system. */
  readonly volume: boolean;
  /** Whether the tables are written to the README. */
  readonly readme: boolean;
}

/**
 * Reads the command line.
 *
 * @throws RangeError, TypeError where an option is invalid
 */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    allowNegative: true,
    options: {
      only: { type: 'string' },
      data: { type: 'string', default: sharedFolder },
      lab: { type: 'string', default: join(tmpdir(), 'warraq-bench-search') },
      out: { type: 'string' },
      queries: { type: 'string', default: '1000' },
      repeats: { type: 'string', default: '1' },
      volume: { type: 'boolean', default: true },
      readme: { type: 'boolean', default: true },
    },
  });
  const lab = resolve(values.lab);
  return {
    parts: namesIn(parts, values.only, '--only') ?? parts,
    articles: resolve(values.data),
    lab,
    results: resolve(values.out ?? join(lab, 'results.json')),
    queries: wholeNumber(values.queries, '--queries'),
    repeats: wholeNumber(values.repeats, '--repeats'),
    volume: values.volume,
    readme: values.readme,
  };
}
