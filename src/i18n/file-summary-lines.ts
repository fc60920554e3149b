import {
  type ExclusionRule,
  exclusionRules,
  type FileSummary,
  type RepairRule,
  repairRules,
} from '../model/file-summary.ts';

/** Number of file extensions listed. */
const shownExtensions = 6;

/** Rules about the encoding of whole files, which are listed by encoding, not as repairs. */
type DecodingRule = 'encoding-guessed' | 'encoding-undecided';

/** Messages of the file summary. */
export interface FileSummaryMessages {
  readonly excludedBy: Readonly<Record<ExclusionRule, string>>;
  readonly repairedBy: Readonly<Record<Exclude<RepairRule, DecodingRule>, string>>;
  readonly noExtension: string;
  readonly separator: string;
  readonly number: (count: number) => string;
  readonly total: (summary: FileSummary, folder: string) => string;
  readonly repaired: (files: number) => string;
  readonly encodings: (list: string) => string;
  readonly repairs: (list: string) => string;
  readonly excluded: (files: number) => string;
  readonly otherReasons: (files: string) => string;
  readonly excludedRecords: (records: string) => string;
  readonly otherDiagnostics: (files: number) => string;
}

/** A label or rule, and its number of files. */
type Count<K extends string> = readonly [key: K, files: number];

const largestFirst = <K extends string>(counts: readonly Count<K>[]): readonly Count<K>[] =>
  counts.filter(([, files]) => files > 0).sort(([, a], [, b]) => b - a);

/** Returns the file summary as lines; in each list the largest number first. */
export function fileSummaryLines(
  summary: FileSummary,
  folder: string,
  messages: FileSummaryMessages,
): readonly string[] {
  const { number, separator: comma } = messages;
  const list = (counts: readonly Count<string>[]): string =>
    counts.map(([label, files]) => `${label}: ${number(files)}`).join(`${comma} `);
  const lineIf = (condition: boolean, line: () => string): readonly string[] =>
    condition ? [line()] : [];
  const encodings = largestFirst(Object.entries(summary.encodings));
  const repairs = largestFirst(
    repairRules.flatMap((rule) =>
      rule === 'encoding-guessed' || rule === 'encoding-undecided'
        ? []
        : [[messages.repairedBy[rule], summary.repairedBy[rule] ?? 0] as const],
    ),
  );
  const excluded = largestFirst(
    exclusionRules.map((rule) => [rule, summary.excludedBy[rule] ?? 0] as const),
  );
  const extensions = largestFirst(Object.entries(summary.extensions));
  const more = extensions.length > shownExtensions ? `${comma} …` : '';
  const shown = list(
    extensions
      .slice(0, shownExtensions)
      .map(([extension, files]) => [extension === '' ? messages.noExtension : extension, files]),
  );
  const others = summary.excluded - excluded.reduce((sum, [, files]) => sum + files, 0);
  return [
    messages.total(summary, folder),
    ...lineIf(summary.repaired > 0, () => `  ${messages.repaired(summary.repaired)}`),
    ...lineIf(encodings.length > 0, () => `    ${messages.encodings(list(encodings))}`),
    ...lineIf(repairs.length > 0, () => `    ${messages.repairs(list(repairs))}`),
    ...lineIf(summary.excluded > 0, () => `  ${messages.excluded(summary.excluded)}`),
    ...excluded.map(([rule, files]) => {
      const reason = `    ${messages.excludedBy[rule]}: ${number(files)}`;
      return rule === 'seed-unknown-format' ? `${reason} (${shown}${more})` : reason;
    }),
    ...lineIf(others > 0, () => `    ${messages.otherReasons(number(others))}`),
    ...lineIf(
      summary.recordsExcluded > 0,
      () => `  ${messages.excludedRecords(number(summary.recordsExcluded))}`,
    ),
    ...lineIf(
      summary.otherDiagnostics > 0,
      () => `  ${messages.otherDiagnostics(summary.otherDiagnostics)}`,
    ),
  ];
}
