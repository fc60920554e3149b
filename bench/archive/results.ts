import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Absent } from './contestant.ts';
import type { Machine } from './machine.ts';
import type { Cost } from './measure.ts';
import type { Output } from './output.ts';
import type { Kind } from './plan.ts';

/** A measured build. */
export interface Run {
  readonly contestant: string;
  readonly label: string;
  readonly kind: Kind;
  /** Number of the repetition, from 1. */
  readonly repeat: number;
  /** Load average of the minute before. */
  readonly load: number;
  /** Undefined if the program could not be started. */
  readonly cost: Cost | undefined;
  readonly output: Omit<Output, 'page'> | undefined;
  /** The program's JSON output without long lists. */
  readonly said: unknown;
  /** Why the run is not counted; empty if it is. */
  readonly error: string;
}

/** All builds of one archive. */
export interface Round {
  readonly size: string;
  readonly count: number;
  readonly source: string;
  readonly repeats: number;
  /** Expected number of pages. */
  readonly pages: number;
  /** The file system of the sites. */
  readonly volume: string;
  /** Microseconds for creating a file in a new folder, before and after the runs. */
  readonly creation: readonly number[];
  /** Commit of Warraq's repository. */
  readonly commit: string;
  readonly absent: readonly Absent[];
  readonly runs: readonly Run[];
}

/** Version of the results file. */
const resultsVersion = 1;

/** All rounds, with the machine. */
export interface Results {
  readonly version: number;
  readonly machine: Machine;
  readonly rounds: readonly Round[];
}

/** Returns the median of the defined figures; undefined if there is none. */
export function median(figures: readonly (number | undefined)[]): number | undefined {
  const sorted = figures.filter((figure) => figure !== undefined).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}

/** The medians of one contestant's builds of one kind. */
export interface Figures {
  readonly wall: number | undefined;
  readonly cpu: number | undefined;
  readonly peak: number | undefined;
  readonly html: number | undefined;
  readonly naming: number | undefined;
  readonly written: number | undefined;
  /** Files and bytes of the site. */
  readonly files: number | undefined;
  readonly bytes: number | undefined;
}

/** Returns the medians of the counted runs; undefined if there is none. */
export function figures(round: Round, contestant: string, kind: Kind): Figures | undefined {
  const counted = round.runs.filter(
    (run) => run.contestant === contestant && run.kind === kind && run.error === '',
  );
  if (counted.length === 0) return undefined;
  return {
    wall: median(counted.map(({ cost }) => cost?.wallSeconds)),
    cpu: median(counted.map(({ cost }) => cost?.cpuSeconds)),
    peak: median(counted.map(({ cost }) => cost?.peakBytes)),
    html: median(counted.map(({ output }) => output?.html)),
    naming: median(counted.map(({ output }) => output?.naming)),
    written: median(counted.map(({ output }) => output?.written)),
    files: median(counted.map(({ output }) => output?.files)),
    bytes: median(counted.map(({ output }) => output?.bytes)),
  };
}

/** Returns the rounds of earlier runs; none if the file is missing or has another version. */
export function readRounds(file: string): readonly Round[] {
  if (!existsSync(file)) return [];
  const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
  return results.version === resultsVersion ? results.rounds : [];
}

/** Writes all rounds by ascending size; a later round replaces an earlier one of its size. */
export function writeRounds(file: string, machine: Machine, rounds: readonly Round[]): Results {
  const bySize = new Map(rounds.map((round) => [round.size, round]));
  const sorted = [...bySize.values()].sort((a, b) => a.count - b.count);
  const results = { version: resultsVersion, machine, rounds: sorted };
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
  return results;
}
