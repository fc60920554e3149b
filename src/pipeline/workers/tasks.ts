import type { Chunk } from '../../catalogue/chunks.ts';
import type { CountedCollection } from '../../catalogue/collections.ts';
import type { Cursor } from '../../catalogue/cursor.ts';
import type { Config } from '../../model/config.ts';
import type { CompiledDocument } from '../../model/document.ts';
import type { Metadata } from '../../model/metadata.ts';
import type { Columns, RawRecord } from '../../model/record.ts';
import type { PageKind } from '../../pages/kinds.ts';
import type { SiteKnowledge, StagedFile, Staging } from '../../publish/staging.ts';
import type { FoundSeed } from '../../sources/walk.ts';
import type { IndexSettings } from '../search/index-chunk.ts';
import type { PartitionRef, SegmentRef } from '../search/merge-partitions.ts';

/** What a task runner needs to know; can be sent to a worker. */
export interface WorkerSetup {
  readonly config: Config;
  readonly cache: string;
  readonly out: string;
  /** The site's own templates folder. */
  readonly templates: string;
}

/** A seed to read. */
export interface SeedTask {
  readonly seed: FoundSeed;
  /** Sizes and times of its files when they were found; undefined where they may change unseen. */
  readonly stamp: string | undefined;
  /** Hash of what it held when it was last read; undefined for a new one, or one that must be read again. */
  readonly known: string | undefined;
  /** Whether it held several articles when it was last read. */
  readonly hadSeveral: boolean;
}

/** A record to read, with the hash of what it held when it was last read. */
export interface RecordTask {
  readonly record: RawRecord;
  readonly known: string | undefined;
}

/** What the sidecar of a seed of records says for all of them. */
export interface RecordDefaults {
  readonly metadata: Metadata;
  /** Undefined where there is no sidecar, or none that can be read. */
  readonly hash: string | undefined;
}

/** Pages of a listing, from the one numbered `from` down to `to`; their entries follow `after`. */
export interface ListingRange extends CountedCollection {
  readonly from: number;
  readonly to: number;
  readonly after: Cursor;
}

/** How pages are made and compared with those of the site. */
export interface RenderSetup {
  readonly staging: Staging;
  readonly known: SiteKnowledge;
}

/** A task that renders pages. */
export type PageTask =
  | { readonly do: 'articles-from'; readonly after: Cursor; readonly count: number }
  | { readonly do: 'articles'; readonly docs: readonly number[] }
  | { readonly do: 'listings'; readonly runs: readonly ListingRange[] }
  | {
      readonly do: 'overview';
      readonly kind: PageKind;
      /** The directory of the search index, for the page that searches. */
      readonly directory?: string;
    };

/** A task that makes of a piece of the archive the parts of exports and search index. */
export interface ChunkTask {
  readonly do: 'piece';
  readonly piece: Chunk;
  /** The name under which the cache is to keep the part of the exports; undefined where it has it. */
  readonly exports: string | undefined;
  /** The same for the search index, and how its part is made. */
  readonly search: { readonly name: string; readonly making: IndexSettings } | undefined;
}

/** A task that merges drawers of the search index. */
export interface MergeTask {
  readonly do: 'merge';
  readonly runs: readonly SegmentRef[];
  /** Articles that the index has room for. */
  readonly room: number;
  readonly drawers: readonly PartitionRef[];
}

/** A unit of work that depends on no other. */
export type Task =
  | { readonly do: 'read-seeds'; readonly seeds: readonly SeedTask[] }
  | {
      readonly do: 'read-records';
      readonly seed: FoundSeed;
      readonly defaults: RecordDefaults;
      readonly columns: Columns | undefined;
      readonly records: readonly RecordTask[];
    }
  | ChunkTask
  | MergeTask
  | (RenderSetup & PageTask);

/** A document as read; `same` where its content is known. */
export type DocumentResult = CompiledDocument | 'same';

/** The articles of a seed as read; `same` where its content is known. */
export type SeedResult = readonly CompiledDocument[] | 'same';

/** The result of a task: seeds or documents in the order of the task, staged files, or what it has put into the cache. */
export type TaskResult =
  | { readonly of: 'seeds'; readonly seeds: readonly SeedResult[] }
  | { readonly of: 'documents'; readonly documents: readonly DocumentResult[] }
  | { readonly of: 'files'; readonly files: readonly StagedFile[] }
  | { readonly of: 'cache' };
