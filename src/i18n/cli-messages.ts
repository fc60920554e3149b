import type { BuildResult, Phase } from '../model/build-result.ts';
import type { Rule, RuleValues } from '../model/diagnostic.ts';
import type { Evidence } from '../model/evidence.ts';
import type { FileSummary } from '../model/file-summary.ts';
import type { HostVerdict, SiteSize } from '../model/host.ts';
import type { ImportFigures } from '../model/import-figures.ts';
import type { HeadingOrigin } from '../model/structure.ts';
import type { StageWords } from './stage-words.ts';

/** What can be wrong with a command line. */
export type UsageProblem =
  | 'unknown-command'
  | 'unknown-option'
  | 'option-value'
  | 'debug-channel'
  | 'option-of-other'
  | 'no-seeds'
  | 'foreign-file'
  | 'unsafe-out'
  | 'no-files'
  | 'no-sources'
  | 'into-outside'
  | 'files-unasked'
  | 'out-taken';

/**
 * The state of a seed's sidecar. `kept`: it, or the front matter, lists headings already; `markdown`:
 * headings there would turn Markdown into plain text; `nothing`: there is no heading to list;
 * `refused`: lines cannot be appended to it.
 */
export type SidecarState = 'written' | 'appended' | 'kept' | 'markdown' | 'nothing' | 'refused';

/** What is wrong and how to fix it. */
export interface DiagnosticText {
  readonly message: string;
  readonly fix: string;
}

/** Figures of the summary's last lines. */
export interface BuildFigures extends BuildResult {
  readonly seconds: string;
  readonly megabytes: string;
  readonly out: string;
  readonly phases: readonly { readonly phase: Phase; readonly seconds: string }[];
}

/** How far a build is. */
export interface ProgressFigures {
  readonly phase: Phase;
  readonly done: number;
  /** Where it is known how many there are. */
  readonly total: number | undefined;
  /** Since the phase began. */
  readonly seconds: number;
}

/** What was decided of a heading. */
export interface DecisionFigures {
  readonly origin: HeadingOrigin;
  readonly shown: boolean;
  readonly confidence: string;
}

/** What a review of headings says in one language. */
export interface ReviewMessages {
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
  readonly pageTitle: string;
  readonly pageIntroduction: string;
  readonly pageWritten: (file: string) => string;
  readonly figures: (figures: {
    readonly shown: number;
    readonly left: number;
    readonly paragraphs: number;
  }) => string;
  readonly decision: (figures: DecisionFigures) => string;
  readonly evidence: {
    readonly [K in Evidence['kind']]: (evidence: Extract<Evidence, { kind: K }>) => string;
  };
  readonly sidecar: { readonly [S in SidecarState]: (file: string) => string };
  readonly lost: (heading: string) => string;
  /** How to use the sidecar, one line each. */
  readonly sidecarComment: (seed: string) => readonly string[];
}

/** What an import says in one language. */
export interface ImportMessages {
  /** How far it is; `stopped` says how to go on. */
  readonly progress: (done: number, rate: number) => string;
  readonly stopped: string;
  readonly lines: (figures: ImportFigures) => readonly string[];
}

/** What the help says of each command, in lines: what it does, then its options. */
export type CommandLines = readonly string[];

/** What `--help` says. */
export interface HelpTexts {
  readonly synopsis: string;
  readonly commands: {
    readonly build: CommandLines;
    readonly serve: CommandLines;
    readonly check: CommandLines;
    readonly structure: CommandLines;
    readonly import: CommandLines;
  };
  /** The common options and the exit codes. */
  readonly notes: string;
}

/** The name of a command. */
export type CommandName = keyof HelpTexts['commands'];

/** All that the command line says in one language. */
export interface CliMessages {
  readonly rules: { readonly [R in Rule]: (values: RuleValues[R]) => DiagnosticText };
  readonly severity: { readonly error: string; readonly warning: string };
  readonly fix: string;
  readonly help: HelpTexts;
  readonly usageProblems: { readonly [P in UsageProblem]: (subject: string) => string };
  readonly progress: (figures: ProgressFigures) => string;
  readonly built: (figures: BuildFigures) => readonly string[];
  readonly heldBack: (errors: number) => string;
  readonly recoveredTitle: string;
  readonly suggested: string;
  readonly marked: string;
  readonly moreHeadings: (count: number) => string;
  /** How many are wrong, and how to see all where only some were told. */
  readonly problems: (errors: number, warnings: number, isCut: boolean) => string;
  readonly moreProblems: (count: number) => string;
  /** What became of the files under the seeds folder, which the user knows by this name. */
  readonly tally: (tally: FileSummary, folder: string) => readonly string[];
  readonly noSeeds: (folder: string) => string;
  readonly serving: (address: string) => string;
  readonly rebuilt: (written: number) => string;
  readonly portTaken: (port: number) => string;
  readonly locked: (holder: number) => string;
  /** What the machine would not do, and with which file where that is known. */
  readonly machine: (reason: string, file: string | undefined) => string;
  /** What the codes of the system say; others are told as the system tells them. */
  readonly machineReasons: Readonly<Record<string, string>>;
  readonly checked: (pages: number, links: number) => string;
  /** How many pages were validated, of how many. */
  readonly validated: (validated: number, pages: number) => string;
  readonly size: (size: SiteSize) => string;
  /** Whether a host takes the archive. */
  readonly host: (verdict: HostVerdict) => string;
  readonly nothingToCheck: (folder: string) => string;
  readonly review: ReviewMessages;
  readonly imports: ImportMessages;
  readonly profile: StageWords;
}

/** Returns bytes as megabytes (of 1,048,576 bytes) with one decimal. */
export const oneDecimalMegabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);
