import type { Chunk } from '../../catalogue/chunks.ts';
import type { CountedCollection } from '../../catalogue/collections.ts';
import type { Cursor } from '../../catalogue/cursor.ts';
import type { KeywordColumns } from '../../catalogue/keyword-columns.ts';
import type { SharedSpool } from '../../catalogue/spool.ts';
import type { ArchiveChanges } from '../../model/archive.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CompiledDocument } from '../../model/document.ts';
import type { Pack } from '../../model/download.ts';
import type { Metadata } from '../../model/metadata.ts';
import type { Columns, RawRecord, RecordReading } from '../../model/record.ts';
import type { Redirect } from '../../model/redirect.ts';
import type { PageKind } from '../../pages/kinds.ts';
import type { SharedAssets } from '../../pages/render-page.ts';
import type { SiteKnowledge, StagedFile, Staging } from '../../publish/staging.ts';
import type { RecordOverrides } from '../../sources/records/record-overrides.ts';
import type { FoundSeed } from '../../sources/walk.ts';
import type { ExportFile } from '../render/exports.ts';
import type { IndexSettings } from '../search/index-chunk.ts';
import type { IndexFile } from '../search/index-files.ts';
import type { MergeInput } from '../search/merge-partitions.ts';

/** What every task runner needs, as plain data that can be sent to a worker; paths are absolute. */
export interface WorkerSetup {
  readonly config: Config;
  readonly seeds: string;
  readonly cache: string;
  readonly out: string;
  /** The site's own templates folder. */
  readonly templates: string;
  /** The site's assets, where they were collected before; else each thread that renders collects them. */
  readonly assets?: SharedAssets;
  /** The spool to which each thread appends the articles that it reads. */
  readonly spool?: SharedSpool;
}

/** A single-document seed to read. */
export interface SeedTask {
  readonly seed: FoundSeed;
  /** Sizes and times of its files when they were found; undefined if they may change unnoticed. */
  readonly stamp: string | undefined;
  /** Content hash of the last reading; undefined for a new seed, or one that must be read again. */
  readonly knownHash: string | undefined;
  /** Whether it held several articles when it was last read. */
  readonly hadSeveral: boolean;
}

/** A record to read. */
export interface RecordTask {
  readonly record: RawRecord;
  /** Content hash of the last reading; undefined for a new record. */
  readonly knownHash: string | undefined;
}

/** The sidecar of a multi-record seed, which applies to every record. */
export interface RecordDefaults {
  readonly metadata: Metadata;
  /** What the sidecar says of single records. */
  readonly overrides?: RecordOverrides;
  /** Undefined if there is no sidecar or it cannot be read. */
  readonly contentHash: string | undefined;
}

/** Pages of a listing, from number `from` down to `to`; their entries follow the cursor `after`. */
export interface ListingRange extends CountedCollection {
  readonly from: number;
  readonly to: number;
  readonly after: Cursor;
}

/** Where rendered pages are staged, and how they are compared with those of the site. */
export interface RenderSetup {
  readonly staging: Staging;
  readonly known: SiteKnowledge;
  /** The keywords of all articles; undefined where few pages are rendered. */
  readonly keywords?: KeywordColumns;
  /** Keys of the packs of originals that are divided. */
  readonly divided: readonly string[];
}

/** A task that renders pages. */
export type PageTask =
  | { readonly do: 'articles-from'; readonly after: Cursor; readonly count: number }
  | { readonly do: 'articles'; readonly docs: readonly number[] }
  | { readonly do: 'addresses'; readonly redirects: readonly Redirect[] }
  | { readonly do: 'packs'; readonly packs: readonly Pack[] }
  | { readonly do: 'listings'; readonly ranges: readonly ListingRange[] }
  | {
      readonly do: 'overview';
      readonly kind: PageKind;
      /** What has changed; undefined if all pages are rendered. */
      readonly changes?: ArchiveChanges;
      /** The encoded manifest of the search index, for the search page. */
      readonly manifest?: string;
    };

/** A task that makes the parts of exports and search index of one chunk of the archive. */
export interface ChunkTask {
  readonly do: 'chunk';
  readonly chunk: Chunk;
  /** Name of the chunk's part of the exports in the cache; undefined if the cache has it. */
  readonly exports: string | undefined;
  /** Name of the chunk's part of the search index in the cache; undefined if the cache has it. */
  readonly search: { readonly name: string; readonly settings: IndexSettings } | undefined;
}

/** A task that merges term partitions of the search index. */
export interface MergeTask extends MergeInput {
  readonly do: 'merge';
}

/** A task that packs files of the search index and stages them. */
export interface IndexFilesTask extends RenderSetup {
  readonly do: 'index-files';
  readonly files: readonly IndexFile[];
}

/** A task that joins the parts of an export and stages it. */
export interface ExportTask extends RenderSetup {
  readonly do: 'export';
  readonly file: ExportFile;
}

/** A unit of work that depends on no other. */
export type Task =
  | { readonly do: 'read-seeds'; readonly seeds: readonly SeedTask[] }
  | {
      readonly do: 'read-records';
      readonly seed: FoundSeed;
      readonly defaults: RecordDefaults;
      readonly columns: Columns | undefined;
      /** What all records of the seed show of each. */
      readonly reading: RecordReading;
      readonly records: readonly RecordTask[];
    }
  | {
      /** Of a file that was never read before. */
      readonly do: 'read-record-file';
      readonly seed: FoundSeed;
      readonly stamp: string | undefined;
      readonly defaults: RecordDefaults;
      /** Number of diagnostics of the file that are written already. */
      readonly reported: number;
    }
  | ChunkTask
  | MergeTask
  | IndexFilesTask
  | ExportTask
  | (RenderSetup & PageTask);

/** A compiled document; `same` if its content hash is the known one. */
export type DocumentResult = CompiledDocument | 'same';

/** The articles of a seed as read; `same` where its content is known. */
export type SeedResult = readonly CompiledDocument[] | 'same';

/** Diagnostics of cutting a record file, at the last record before them. */
export interface RecordReport {
  readonly ordinal: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What one task reads of a record file. */
export interface RecordFileResult {
  readonly of: 'record-file';
  readonly documents: readonly DocumentResult[];
  readonly reports: readonly RecordReport[];
  /** Ordinal of the last record that could be read. */
  readonly last: number;
  /** Whether all of the file could be read. */
  readonly complete: boolean;
  /** Whether it has too many records for one task; then it has no documents. */
  readonly isTooLong: boolean;
}

/** The result of a task: seeds or documents in the order of the task, staged files, or files written to the cache. */
export type TaskResult =
  | { readonly of: 'seeds'; readonly seeds: readonly SeedResult[] }
  | { readonly of: 'documents'; readonly documents: readonly DocumentResult[] }
  | RecordFileResult
  | { readonly of: 'files'; readonly files: readonly StagedFile[] }
  | { readonly of: 'cache' };
