import { serialTime } from '../../src/cli/stage-table.ts';
import { median, type Run } from '../archive/results.ts';

/** The measured cold builds of one archive in one form. */
export interface CostRow {
  readonly articles: number;
  /** A form of the benchmark: `warraq` (pages alone) or `whole` (with search and downloads). */
  readonly form: string;
  readonly runs: number;
  /** User and system seconds of all processes of a build, the median; left out where they cannot be measured. */
  readonly cpu?: number;
  /** Least and most of the runs. */
  readonly cpuRange?: readonly [number, number];
  /** Seconds. */
  readonly wall: number;
  readonly peakMB?: number;
  /** CPU microseconds an article. */
  readonly perArticle?: number;
  /** Serial microseconds an article; left out for a build in one thread. */
  readonly serial?: number;
  /** Published files. */
  readonly files: number;
  /** Published kilobytes (1,000 bytes). */
  readonly kB: number;
}

/** What was measured of one commit on one machine: a line of the results. */
export interface CommitLine {
  readonly commit: string;
  /** Date of the commit. */
  readonly date: string;
  /** Processor, cores, memory, system. */
  readonly machine: string;
  readonly node: string;
  /** Where the texts are from. */
  readonly texts: string;
  /** The file system of the sites. */
  readonly volume: string;
  /** Load before the first build, and the highest before any build; each build adds to it. */
  readonly load: readonly [number, number];
  /** CPU seconds of a fixed computation between the builds, the median; left out where it was not measured. */
  readonly reference?: number;
  readonly rows: readonly CostRow[];
}

const rounded = (figure: number, digits: number): number => Number(figure.toFixed(digits));

/**
 * Returns the row of an archive in one form.
 *
 * @param runs its builds that count, at least one
 * @param cores cores that a build can use at once
 */
export function costRow(
  { articles, form }: Pick<CostRow, 'articles' | 'form'>,
  runs: readonly Run[],
  cores: number,
): CostRow {
  const wall = median(runs.map(({ cost }) => cost?.wallSeconds)) ?? 0;
  const times = runs.flatMap(({ cost }) => cost?.cpuSeconds ?? []);
  const cpu = median(times);
  const peak = median(runs.map(({ cost }) => cost?.peakBytes));
  const { files = 0, bytes = 0 } = runs[0]?.output ?? {};
  const micro = 1e6 / articles;
  return {
    ...{ articles, form, runs: runs.length },
    ...(cpu !== undefined && {
      cpu: rounded(cpu, 2),
      cpuRange: [rounded(Math.min(...times), 2), rounded(Math.max(...times), 2)],
    }),
    wall: rounded(wall, 2),
    ...(peak !== undefined && { peakMB: Math.round(peak / 1e6) }),
    ...(cpu !== undefined && { perArticle: Math.round(cpu * micro) }),
    ...(cpu !== undefined &&
      cores > 1 && { serial: Math.round(serialTime({ wall, cpu }, cores) * micro) }),
    ...{ files, kB: Math.round(bytes / 1000) },
  };
}

/** Tells whether a parsed line has what comparisons need. */
function isCommitLine(value: unknown): value is CommitLine {
  const { commit, machine, texts, load, rows } = (value ?? {}) as Partial<CommitLine>;
  return (
    [commit, machine, texts].every((text) => typeof text === 'string') &&
    Array.isArray(load) &&
    Array.isArray(rows)
  );
}

/**
 * Reads lines of results.
 *
 * @throws Error with the number of a line that is none, such as a conflict mark of a merge
 */
export function parseLines(text: string): readonly CommitLine[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      value = undefined;
    }
    if (!isCommitLine(value)) throw new Error(`line ${i + 1} is no line of results`);
    return [value];
  });
}

const isSameSeries = (one: CommitLine, other: CommitLine): boolean =>
  one.machine === other.machine && one.texts === other.texts;

/** Returns the lines with another at the end, in place of one of the same commit, machine and texts. */
export const withLine = (lines: readonly CommitLine[], line: CommitLine): readonly CommitLine[] => [
  ...lines.filter((other) => other.commit !== line.commit || !isSameSeries(other, line)),
  line,
];

/** Returns the last line of another commit on the same machine with the same texts. */
export const lineBefore = (
  lines: readonly CommitLine[],
  line: CommitLine,
): CommitLine | undefined =>
  lines.findLast((other) => other.commit !== line.commit && isSameSeries(other, line));

/** Returns lines as text. */
export const linesText = (lines: readonly CommitLine[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');
