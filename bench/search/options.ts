import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sharedFolder } from '../archive/corpus.ts';
import { namesIn, wholeNumber } from '../option-values.ts';

/** The parts of the bench, in the order in which they are run. */
export const parts = ['quality', 'phrases', 'files', 'browser', 'pagefind', 'build'] as const;

/** A part of the bench, which can be run without the others. */
export type Part = (typeof parts)[number];

/** What the bench is asked to do. */
export interface Options {
  readonly parts: readonly Part[];
  /** The folder of the shared articles. */
  readonly articles: string;
  /** The folder that holds all content, sites and programs; never in the repository. */
  readonly lab: string;
  /** The file of all figures. */
  readonly results: string;
  /** How many titles are asked for. */
  readonly queries: number;
  /** How often the index is built. */
  readonly repeats: number;
  /** Whether builds are measured on a fresh file system. */
  readonly volume: boolean;
  /** Whether the tables go into the README. */
  readonly readme: boolean;
}

/**
 * Reads the command line.
 *
 * @throws RangeError, TypeError for what is wrong
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
