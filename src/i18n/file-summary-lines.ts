import {
  type ExclusionRule,
  exclusionRules,
  type FileSummary,
  type RepairRule,
  repairRules,
} from '../model/file-summary.ts';

/** Endings of files that are named. */
const shownEndings = 6;

/** What is told by encoding, not as a repair: in what whole files are read. */
type ReadingRule = 'encoding-guessed' | 'encoding-undecided';

/** What became of the files, in the words of one language. */
export interface FileSummaryMessages {
  readonly left: Readonly<Record<ExclusionRule, string>>;
  readonly repairs: Readonly<Record<Exclude<RepairRule, ReadingRule>, string>>;
  readonly noEnding: string;
  readonly comma: string;
  readonly number: (count: number) => string;
  readonly found: (tally: FileSummary, folder: string) => string;
  readonly mended: (files: number) => string;
  readonly encodings: (list: string) => string;
  readonly damaged: (list: string) => string;
  readonly leftOut: (files: number) => string;
  readonly otherReasons: (files: string) => string;
  readonly recordsLeft: (records: string) => string;
  readonly remarked: (files: number) => string;
}

/** What is counted, and how often. */
type Part<K extends string> = readonly [what: K, files: number];

const largestFirst = <K extends string>(parts: readonly Part<K>[]): readonly Part<K>[] =>
  parts.filter(([, files]) => files > 0).sort(([, a], [, b]) => b - a);

/** Returns what became of the files as lines, of each kind the largest part first. */
export function fileSummaryLines(
  f: FileSummary,
  folder: string,
  words: FileSummaryMessages,
): readonly string[] {
  const { number, comma } = words;
  const list = (parts: readonly Part<string>[]): string =>
    parts.map(([what, files]) => `${what}: ${number(files)}`).join(`${comma} `);
  const unless = (isNone: boolean, line: () => string): readonly string[] =>
    isNone ? [] : [line()];
  const encodings = largestFirst(Object.entries(f.encodings));
  const repairs = largestFirst(
    repairRules.flatMap((rule) =>
      rule === 'encoding-guessed' || rule === 'encoding-undecided'
        ? []
        : [[words.repairs[rule], f.repairedBy[rule] ?? 0] as const],
    ),
  );
  const left = largestFirst(exclusionRules.map((rule) => [rule, f.excludedBy[rule] ?? 0] as const));
  const endings = largestFirst(Object.entries(f.extensions));
  const more = endings.length > shownEndings ? `${comma} …` : '';
  const named = list(
    endings
      .slice(0, shownEndings)
      .map(([end, files]) => [end === '' ? words.noEnding : end, files]),
  );
  const others = f.excluded - left.reduce((sum, [, files]) => sum + files, 0);
  return [
    words.found(f, folder),
    ...unless(f.repaired === 0, () => `  ${words.mended(f.repaired)}`),
    ...unless(encodings.length === 0, () => `    ${words.encodings(list(encodings))}`),
    ...unless(repairs.length === 0, () => `    ${words.damaged(list(repairs))}`),
    ...unless(f.excluded === 0, () => `  ${words.leftOut(f.excluded)}`),
    ...left.map(([rule, files]) => {
      const reason = `    ${words.left[rule]}: ${number(files)}`;
      return rule === 'seed-unknown-format' ? `${reason} (${named}${more})` : reason;
    }),
    ...unless(others <= 0, () => `    ${words.otherReasons(number(others))}`),
    ...unless(f.recordsExcluded === 0, () => `  ${words.recordsLeft(number(f.recordsExcluded))}`),
    ...unless(f.otherDiagnostics === 0, () => `  ${words.remarked(f.otherDiagnostics)}`),
  ];
}
