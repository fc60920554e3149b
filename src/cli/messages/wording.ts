import type { BuildResult } from '../../build/build.ts';
import type { Rule, RuleValues } from '../../model/diagnostic.ts';
import type { UsageError } from '../arguments.ts';

/** What is wrong and how to cure it. */
export interface Advice {
  readonly message: string;
  readonly cure: string;
}

/** Figures of the summary's last lines. */
export interface BuildFigures extends BuildResult {
  readonly seconds: string;
  readonly megabytes: string;
  readonly out: string;
}

/** All that the command line says in one language. */
export interface Wording {
  readonly rules: { readonly [R in Rule]: (values: RuleValues[R]) => Advice };
  readonly severity: { readonly error: string; readonly warning: string };
  readonly cure: string;
  readonly usage: string;
  readonly usageProblems: { readonly [P in UsageError['problem']]: (subject: string) => string };
  readonly reading: (done: number) => string;
  readonly rendering: (done: number) => string;
  readonly built: (figures: BuildFigures) => readonly string[];
  readonly heldBack: (errors: number) => string;
  readonly recoveredTitle: string;
  readonly suggested: string;
  readonly marked: string;
  readonly moreHeadings: (count: number) => string;
  readonly problems: (errors: number, warnings: number) => string;
  readonly moreProblems: (count: number) => string;
  readonly noSeeds: (folder: string) => string;
  readonly serving: (address: string) => string;
  readonly rebuilt: (written: number) => string;
  readonly portTaken: (port: number) => string;
  readonly machine: (reason: string) => string;
  readonly checked: (pages: number, links: number) => string;
  readonly nothingToCheck: (folder: string) => string;
}
