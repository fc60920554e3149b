import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Machine } from '../archive/machine.ts';
import type { BuildFigures } from './building.ts';
import type { ColdSearch, Fetched } from './cold.ts';
import type { Estimate, FileFigures } from './files.ts';
import type { PagefindFigures } from './pagefind.ts';
import type { PhraseFigures } from './phrases.ts';
import type { Quality } from './quality.ts';
import type { WarmSearch } from './warm.ts';

/** Searches of one site in a browser. */
export interface BrowserFigures {
  readonly site: string;
  readonly articles: number;
  readonly cold: readonly ColdSearch[];
  readonly warm: readonly WarmSearch[];
  /** Index files fetched for queries typed letter by letter, with an empty cache. */
  readonly typed: readonly Fetched[];
}

/** Pagefind's figures and the product's, for the same articles and queries. */
export interface Comparison {
  readonly pagefind: PagefindFigures;
  readonly quality: readonly Quality[];
  readonly cold: readonly ColdSearch[];
  readonly files: FileFigures;
}

/** The figures of each part of the benchmark. */
export interface Measured {
  readonly quality: { readonly untitled: readonly Quality[]; readonly titled: readonly Quality[] };
  readonly phrases: PhraseFigures;
  readonly files: {
    readonly sites: readonly FileFigures[];
    /** Estimates of an archive whose files were counted, for comparison, and of a million articles. */
    readonly known: Estimate;
    readonly million: Estimate;
  };
  readonly browser: readonly BrowserFigures[];
  readonly pagefind: Comparison;
  readonly build: BuildFigures;
}

/** The figures of one part, and the commit at which they were measured. */
export interface Measurement<T> {
  readonly commit: string;
  /** Load average of the machine at the start. */
  readonly load: number;
  readonly figures: T;
}

/** The latest figures of all parts. */
export interface Results {
  readonly version: number;
  readonly machine: Machine;
  readonly parts: { readonly [part in keyof Measured]?: Measurement<Measured[part]> };
}

/** Version of the results file; figures of other versions are discarded. */
const resultsVersion = 2;

/** Reads the results of earlier runs, so that parts can run one at a time. */
export function readResults(file: string, machine: Machine): Results {
  const none: Results = { version: resultsVersion, machine, parts: {} };
  if (!existsSync(file)) return none;
  const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
  return results.version === resultsVersion ? { ...results, machine } : none;
}

/** Writes the results. */
export function writeResults(file: string, results: Results): void {
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
}
