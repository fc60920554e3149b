import type { ArchiveCounts, ReportedHeading } from './archive.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { FileSummary } from './file-summary.ts';
import type { HeldCounts } from './publication.ts';

/** The result of rendering a site. */
export interface Rendered {
  /** Number of pages rendered, whether or not they changed. */
  readonly rendered: number;
  /** Number of files written. */
  readonly written: number;
  /** Number of files removed. */
  readonly removed: number;
}

/** Articles that a build kept because their seeds could not be read. */
export interface KeptArticles {
  readonly articles: number;
  /** Their seeds or folders; of very many the first. */
  readonly files: readonly string[];
}

/** Articles without a date. */
export interface UndatedArticles {
  readonly articles: number;
  /** An unknown key whose values are dates. */
  readonly key?: string;
  /** Whether it is a field of records. */
  readonly isOfRecords?: boolean;
}

/** Names of seeds that give the same id, known before anything is read. */
export interface NameCollisions {
  /** Files whose name gives an id that another one's gives too, but for one of each. */
  readonly taken: number;
  /** All files with articles. */
  readonly files: number;
  /** One such id; empty where none is at hand. */
  readonly example: string;
}

/** The result of a build. */
export interface BuildResult extends ArchiveCounts, Rendered {
  /** Number of documents read because they are new or changed. */
  readonly read: number;
  /** Number of articles reused from an earlier build. */
  readonly reused: number;
  /** Number of pages of the site. */
  readonly pages: number;
  /** Number of old addresses of articles that are answered. */
  readonly redirects: number;
  /** Number of files of the site that did not change. */
  readonly unchanged: number;
  /** In seed order; of very many the first. */
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: number;
  readonly warnings: number;
  readonly files: FileSummary;
  /** The headings of the first articles in which recovery found or suggests any. */
  readonly headings: readonly ReportedHeading[];
  /** Articles that are held back, by state. */
  readonly held: HeldCounts;
  /** Number of articles that are held until a day is given. */
  readonly heldWithoutDay: number;
  /** The day on which the archive is shown; undefined where the owner gives none. */
  readonly asOf: string | undefined;
  /** Whether held articles are shown. */
  readonly drafts: boolean;
  readonly undated: UndatedArticles;
  /** False where `strict` or a refusal prevented publication. */
  readonly published: boolean;
  /** Why the site stayed as it was: too much would have gone, or nothing would have come. */
  readonly refusal?: Diagnostic | undefined;
  /** Names that give the same id; undefined where every name is its own. */
  readonly collisions?: NameCollisions | undefined;
  /** Articles of earlier builds that were kept, because their seeds could not be read. */
  readonly kept?: KeptArticles;
}

/** The phases of a build, in order. */
export type Phase = 'scan' | 'read' | 'render' | 'publish';
