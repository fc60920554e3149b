import {
  type FileTally,
  type LeavingRule,
  leavingRules,
  type MendingRule,
  mendingRules,
} from '../../model/file-tally.ts';

/** Endings of files that are named. */
const shownEndings = 6;

/** What is counted, and how often. */
export type Part<K extends string> = readonly [what: K, files: number];

/** The parts of a tally in the order in which they are told. */
export interface TallyParts {
  readonly encodings: readonly Part<string>[];
  readonly repairs: readonly Part<Exclude<MendingRule, `encoding-${'guessed' | 'undecided'}`>>[];
  readonly left: readonly Part<LeavingRule>[];
  /** The most frequent, and whether there are others. */
  readonly endings: readonly Part<string>[];
  readonly moreEndings: boolean;
}

const largestFirst = <K extends string>(parts: readonly Part<K>[]): readonly Part<K>[] =>
  parts.filter(([, files]) => files > 0).sort(([, a], [, b]) => b - a);

/** Returns the parts of a tally, the largest first. */
export function tallyParts({ leftBy, endings, mendedBy, encodings }: FileTally): TallyParts {
  const byEnding = largestFirst(Object.entries(endings));
  return {
    encodings: largestFirst(Object.entries(encodings)),
    // What whole files are read in is told by encoding.
    repairs: largestFirst(
      mendingRules.flatMap((rule) =>
        rule === 'encoding-guessed' || rule === 'encoding-undecided'
          ? []
          : [[rule, mendedBy[rule] ?? 0] as const],
      ),
    ),
    left: largestFirst(leavingRules.map((rule) => [rule, leftBy[rule] ?? 0] as const)),
    endings: byEnding.slice(0, shownEndings),
    moreEndings: byEnding.length > shownEndings,
  };
}
