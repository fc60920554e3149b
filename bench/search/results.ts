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
  /** What queries took that were typed letter after letter, cold. */
  readonly typed: readonly Fetched[];
}

/** Pagefind's figures with those of the product for the same articles and queries. */
export interface Comparison {
  readonly pagefind: PagefindFigures;
  readonly quality: readonly Quality[];
  readonly cold: readonly ColdSearch[];
  readonly files: FileFigures;
}

/** What each part of the bench measures. */
export interface Measured {
  readonly quality: { readonly untitled: readonly Quality[]; readonly titled: readonly Quality[] };
  readonly phrases: PhraseFigures;
  readonly files: {
    readonly sites: readonly FileFigures[];
    /** Of an archive whose files were counted, to hold against them, and of a million. */
    readonly known: Estimate;
    readonly million: Estimate;
  };
  readonly browser: readonly BrowserFigures[];
  readonly pagefind: Comparison;
  readonly build: BuildFigures;
}

/** The figures of one part, and when in the life of the product they were measured. */
export interface Measurement<T> {
  readonly commit: string;
  /** What else the machine did when it was begun. */
  readonly load: number;
  readonly figures: T;
}

/** The figures of all parts that were ever run. */
export interface Results {
  readonly version: number;
  readonly machine: Machine;
  readonly parts: { readonly [part in keyof Measured]?: Measurement<Measured[part]> };
}

/** Raised when figures are written in another way. */
const resultsVersion = 1;

/** Reads what earlier runs measured, so that parts can be run one at a time. */
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
