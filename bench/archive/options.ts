import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { namesIn, wholeNumber } from '../option-values.ts';
import { sharedFolder } from './corpus.ts';
import { forms, kinds, type Plan, peers, planOf, sizes } from './plan.ts';

/** The options of the benchmark. */
export interface Options {
  readonly plans: readonly Plan[];
  /** The folder of all content, programs and sites, outside the repository. */
  readonly lab: string;
  readonly results: string;
  /** Whether to try a fresh file system. */
  readonly volume: boolean;
  /** Whether to write the tables to the README. */
  readonly readme: boolean;
  /** The repository of the Warraq under test. */
  readonly warraq: string;
  /** The folder of the shared articles; undefined for generated ones. */
  readonly articles: string | undefined;
  readonly limitSeconds: number;
}

/**
 * Parses the command line; the defaults are in the plans of the sizes.
 *
 * @throws RangeError, TypeError for invalid arguments
 */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    allowNegative: true,
    options: {
      sizes: { type: 'string', default: sizes.join(',') },
      forms: { type: 'string' },
      peers: { type: 'string' },
      runs: { type: 'string' },
      repeats: { type: 'string' },
      corpus: { type: 'string', default: 'shared' },
      data: { type: 'string', default: sharedFolder },
      lab: { type: 'string', default: join(tmpdir(), 'warraq-bench') },
      out: { type: 'string' },
      warraq: { type: 'string', default: resolve(import.meta.dirname, '../..') },
      limit: { type: 'string', default: '3600' },
      volume: { type: 'boolean', default: true },
      readme: { type: 'boolean', default: true },
    },
  });
  const chosen = {
    forms: namesIn(forms, values.forms, '--forms'),
    peers: namesIn(peers, values.peers, '--peers'),
    kinds: namesIn(kinds, values.runs, '--runs'),
  };
  const corpora = namesIn(['shared', 'generated'], values.corpus, '--corpus');
  const plans = values.sizes.split(',').map((size): Plan => {
    const plan = planOf(size);
    return {
      ...plan,
      forms: chosen.forms ?? plan.forms,
      peers: chosen.peers ?? plan.peers,
      kinds: chosen.kinds ?? plan.kinds,
      peerKinds: chosen.kinds ?? plan.peerKinds,
      repeats:
        values.repeats === undefined ? plan.repeats : wholeNumber(values.repeats, '--repeats'),
    };
  });
  const lab = resolve(values.lab);
  return {
    plans,
    lab,
    results: resolve(values.out ?? join(lab, 'results.json')),
    volume: values.volume,
    readme: values.readme,
    warraq: resolve(values.warraq),
    articles: corpora?.includes('shared') === true ? resolve(values.data) : undefined,
    limitSeconds: wholeNumber(values.limit, '--limit'),
  };
}
