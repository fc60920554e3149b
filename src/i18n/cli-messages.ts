import type {
  BuildResult,
  KeptArticles,
  NameCollisions,
  Phase,
  UndatedArticles,
} from '../model/build-result.ts';
import type { DeskWords } from '../model/desk-words.ts';
import type { Rule, RuleValues } from '../model/diagnostic.ts';
import type { Evidence } from '../model/evidence.ts';
import type { FileSummary } from '../model/file-summary.ts';
import type { FolderProblem, FolderRole } from '../model/folder-problem.ts';
import type { ImportFigures } from '../model/import-figures.ts';
import type { LearningResult, SourceLearning } from '../model/learning-result.ts';
import type { HeldState } from '../model/publication.ts';
import type { HeadingOrigin } from '../model/structure.ts';
import type { BuildReportMessages } from './build-report-messages.ts';
import type { HostMessages } from './host-messages.ts';
import type { StageMessages } from './stage-messages.ts';

/** Kinds of errors in a command line. */
export type UsageProblem =
  | 'no-command'
  | 'unknown-command'
  | 'operand-not-accepted'
  | 'unknown-option'
  | 'option-value'
  | 'option-no-value'
  | 'file-missing'
  | 'no-root'
  | 'no-archive'
  | 'as-of'
  | 'debug-channel'
  | 'option-not-accepted'
  | 'no-seeds'
  | 'foreign-file'
  | 'no-files'
  | 'no-sources'
  | 'into-not-in-seeds'
  | 'files-need-option'
  | 'out-exists'
  | 'learned-exists'
  | 'report-ending'
  | 'report-exists';

/** A value that an option refuses, and those that it accepts: whole numbers in bounds, or some words. */
export interface RefusedValue {
  readonly given: string;
  readonly accepted: { readonly min: number; readonly max: number } | readonly string[];
}

/**
 * The outcome of writing a seed's sidecar. `kept`: it, or the front matter, lists headings already;
 * `markdown`: a list would turn Markdown into plain text; `nothing`: there is no heading to list;
 * `refused`: nothing can be appended to it safely.
 */
export type SidecarState = 'written' | 'appended' | 'kept' | 'markdown' | 'nothing' | 'refused';

/** A diagnostic in one language: what is wrong, and how to fix it. */
export interface DiagnosticText {
  readonly message: string;
  readonly fix: string;
}

/** Figures of the last lines of a build's summary. */
export interface BuildFigures extends BuildResult {
  readonly seconds: string;
  readonly megabytes: string;
  readonly out: string;
  readonly phases: readonly { readonly phase: Phase; readonly seconds: string }[];
}

/** The progress of a build. */
export interface ProgressFigures {
  readonly phase: Phase;
  readonly done: number;
  /** Number of items; undefined where it is not known yet. */
  readonly total: number | undefined;
  /** Seconds since the phase began. */
  readonly seconds: number;
}

/** The decision about a heading. */
export interface DecisionFigures {
  readonly origin: HeadingOrigin;
  readonly shown: boolean;
  readonly confidence: string;
}

/** Messages of the review of headings. */
export interface ReviewMessages {
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
  readonly pageTitle: string;
  readonly pageIntroduction: string;
  readonly pageWritten: (file: string) => string;
  readonly counts: (figures: {
    readonly shown: number;
    readonly notShown: number;
    readonly paragraphs: number;
  }) => string;
  readonly decision: (figures: DecisionFigures) => string;
  readonly evidence: {
    readonly [K in Evidence['kind']]: (evidence: Extract<Evidence, { kind: K }>) => string;
  };
  readonly sidecar: { readonly [S in SidecarState]: (file: string) => string };
  /** A heading that a sidecar cannot name: its words occur more than once or need escaping in YAML. */
  readonly ambiguousHeading: (heading: string) => string;
  /** How to use the sidecar, in lines. */
  readonly sidecarComment: (seed: string) => readonly string[];
  /** Words of the review page of `warraq serve`. */
  readonly desk: DeskWords;
}

/** Messages of learning from the archive. */
export interface LearningMessages {
  /** Number of articles read; each is read twice. */
  readonly progress: (done: number) => string;
  /** How many articles were read, and of how many the structure is known. */
  readonly read: (figures: Pick<LearningResult, 'articles' | 'known'>) => string;
  /** What the articles of a source taught. */
  readonly source: (figures: SourceLearning) => string;
  readonly moreSources: (count: number) => string;
  /** What all articles taught, for the sources without an adaptation of their own; `isAll` where there is no other. */
  readonly archive: (
    figures: Pick<SourceLearning, 'articles' | 'more' | 'fewer'> & { readonly isAll: boolean },
  ) => string;
  /** Why nothing was learned. */
  readonly nothing: (
    figures: Pick<LearningResult, 'articles' | 'known' | 'otherLanguage'>,
  ) => string;
  /** Editors' headings that their texts lack. */
  readonly missing: (count: number) => string;
  readonly written: (file: string) => string;
  readonly notWritten: string;
}

/** Messages of an import. */
export interface ImportMessages {
  /** The number of imported articles and articles per second. */
  readonly progress: (done: number, rate: number) => string;
  /** How to resume a stopped import. */
  readonly stopped: string;
  readonly summary: (figures: ImportFigures) => readonly string[];
}

/** Help lines of a command: what it does, then its options, each with what it does after two spaces. */
export type CommandLines = readonly string[];

/** The texts of `--help`. */
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

/** All messages of the command line in one language. */
export interface CliMessages extends HostMessages {
  readonly rules: { readonly [R in Rule]: (values: RuleValues[R]) => DiagnosticText };
  readonly severity: { readonly error: string; readonly warning: string; readonly info: string };
  readonly fix: string;
  readonly help: HelpTexts;
  readonly usageProblems: { readonly [P in UsageProblem]: (subject: string) => string };
  readonly refusedValue: (option: string, value: RefusedValue) => string;
  /** A known name near an unknown one. */
  readonly suggestion: (name: string) => string;
  /** One line: how a command is written, and the command that shows all options. */
  readonly usage: (syntax: string, help: string) => string;
  /** Why a folder cannot be used, and which option names another. */
  readonly folderProblem: (role: FolderRole, folder: string, problem: FolderProblem) => string;
  readonly progress: (figures: ProgressFigures) => string;
  readonly buildSummary: (figures: BuildFigures) => readonly string[];
  /** The day on which the archive is shown, and the articles that are held back; none without either. */
  readonly heldLines: (
    figures: Pick<BuildResult, 'held' | 'heldWithoutDay' | 'asOf' | 'drafts'>,
  ) => readonly string[];
  /** How many of all articles have no date, and what can be done. */
  readonly undatedLine: (undated: UndatedArticles, articles: number) => string;
  /** Why nothing was published: errors, with `--strict`. */
  readonly notPublished: (errors: number) => string;
  /** The site in a folder stayed as it was, for a reason that a diagnostic gives. */
  readonly siteKept: (out: string) => string;
  /** Articles that were kept because their seeds cannot be read, and whether the list of those is cut. */
  readonly keptArticles: (kept: KeptArticles, isCut: boolean) => string;
  /** The cache may not be written, as where another user made it. */
  readonly foreignCache: (folder: string) => string;
  /** A worker thread ended by itself, and why; what it did was done again. */
  readonly threadLost: (reason: string) => string;
  /** Names that give the same id, told before anything is read: figures, and what to do. */
  readonly namesCollide: (collisions: NameCollisions) => readonly string[];
  /** Title of the list of recovered headings. */
  readonly recoveredHeadings: string;
  /** Label of a heading that is not certain enough to be shown. */
  readonly notShown: string;
  /** Label of a heading that the author marked. */
  readonly marked: string;
  readonly moreHeadings: (count: number) => string;
  /** Numbers of errors and warnings, and how to list all where `isCut`. */
  readonly diagnosticCounts: (errors: number, warnings: number, isCut: boolean) => string;
  readonly moreDiagnostics: (count: number) => string;
  /** The summary of the files under the seeds folder, whose name is as shown to the user. */
  readonly fileSummary: (summary: FileSummary, folder: string) => readonly string[];
  readonly noSeeds: (folder: string) => string;
  readonly serving: (address: string) => string;
  /** Where headings are reviewed. */
  readonly reviewing: (address: string) => string;
  readonly rebuilt: (written: number) => string;
  readonly portTaken: (port: number) => string;
  readonly locked: (holder: number) => string;
  /** A lock of another machine or container, and its file. */
  readonly lockedElsewhere: (holder: number, file: string) => string;
  /** A lock file on a disk without locks. */
  readonly noLocks: (file: string) => string;
  /** A system error, and the file where it is known. */
  readonly systemError: (reason: string, file: string | undefined) => string;
  /** Reasons by system error code; other codes have the system's own text. */
  readonly systemReasons: Readonly<Record<string, string>>;
  /** What to do about a system error, by its code. */
  readonly systemFixes: Readonly<Record<string, string>>;
  readonly checkSummary: (pages: number, links: number) => string;
  /** Number of validated pages, of all pages. */
  readonly validationSummary: (validated: number, pages: number) => string;
  /** Names the seed that a page comes from. */
  readonly pageOfSeed: (seed: string) => string;
  /** Number of addresses of an old site in a list, and of those that lead nowhere. */
  readonly oldUrlSummary: (checked: number, dead: number) => string;
  /** What is wrong with a line of the standard input of `structure`; `limit` is given where it is too long. */
  readonly structureInput: (limit: number | undefined) => string;
  readonly review: ReviewMessages;
  readonly learning: LearningMessages;
  readonly imports: ImportMessages;
  readonly profile: StageMessages;
  readonly buildReport: BuildReportMessages;
  readonly heldStates: Readonly<Record<HeldState, string>>;
}

/** Returns a number of bytes in megabytes (1,048,576 bytes) with one decimal. */
export const oneDecimalMegabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);
