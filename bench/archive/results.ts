import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Absent } from './contestant.ts';
import type { Machine } from './machine.ts';
import type { Cost } from './measure.ts';
import type { Output } from './output.ts';
import type { Kind } from './plan.ts';

/** One build, measured and looked at. */
export interface Run {
  readonly contestant: string;
  readonly label: string;
  readonly kind: Kind;
  /** From 1. */
  readonly repeat: number;
  /** What else the machine did: processes that wanted to run in the minute before. */
  readonly load: number;
  /** Undefined where the program could not be started. */
  readonly cost: Cost | undefined;
  readonly output: Omit<Output, 'page'> | undefined;
  /** What the program says of itself, without its long lists. */
  readonly said: unknown;
  /** Why the run does not count; empty where it does. */
  readonly error: string;
}

/** All that was run on one archive. */
export interface Round {
  readonly size: string;
  readonly count: number;
  readonly source: string;
  readonly repeats: number;
  /** The pages that a site of the archive has. */
  readonly pages: number;
  /** The file system on which the sites lay. */
  readonly volume: string;
  /** Microseconds in which it makes a file in a folder of its own, before and after the runs. */
  readonly creation: readonly number[];
  /** Of Warraq's repository. */
  readonly commit: string;
  readonly absent: readonly Absent[];
  readonly runs: readonly Run[];
}

/** Raised when rounds are written in another way. */
const resultsVersion = 1;

/** All rounds with the machine that they ran on. */
export interface Results {
  readonly version: number;
  readonly machine: Machine;
  readonly rounds: readonly Round[];
}

/** Returns the middle of some figures; undefined where there is none. */
export function median(figures: readonly (number | undefined)[]): number | undefined {
  const sorted = figures.filter((one) => one !== undefined).sort((a, b) => a - b);
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
}

/** Returns the medians of the runs that count; undefined where none does. */
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
  };
}

/** Reads earlier rounds, so that sizes can be run one at a time; none where there is no such file. */
export function readRounds(file: string): readonly Round[] {
  if (!existsSync(file)) return [];
  const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
  return results.version === resultsVersion ? results.rounds : [];
}

/** Writes all rounds from the smallest archive to the largest, a new one in the place of its size's old. */
export function writeRounds(file: string, machine: Machine, rounds: readonly Round[]): Results {
  const bySize = new Map(rounds.map((round) => [round.size, round]));
  const sorted = [...bySize.values()].sort((a, b) => a.count - b.count);
  const results = { version: resultsVersion, machine, rounds: sorted };
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
  return results;
}
