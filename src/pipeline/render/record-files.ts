import { listRedirectPrefix } from '../../catalogue/list-redirects.ts';
import type { PageWriter } from '../../catalogue/page-writer.ts';
import { addressGroup, type SiteFile } from '../../catalogue/pages.ts';
import type { JournalDraft } from '../../publish/journal.ts';
import type { StagedFile } from '../../publish/staging.ts';
import type { TaskResult } from '../workers/tasks.ts';

/** Numbers of files that a stage produced. */
export interface StageCounts {
  /** Rendered pages, whether or not the site has them already; those that only lead to another are not counted. */
  readonly pages: number;
  /** Files staged to be published. */
  readonly written: number;
  /** Rendered pages at output paths that are new to the site. */
  readonly newPages: number;
  /** All files that the site must have. */
  readonly files: number;
}

/** The counts of a stage that produced nothing. */
export const noCounts: StageCounts = { pages: 0, written: 0, newPages: 0, files: 0 };

/** Returns the sum of two stages' counts. */
export const addCounts = (a: StageCounts, b: StageCounts): StageCounts => ({
  pages: a.pages + b.pages,
  written: a.written + b.written,
  newPages: a.newPages + b.newPages,
  files: a.files + b.files,
});

/** Tells whether a file is a page. */
export const isPage = ({ outputPath }: Pick<SiteFile, 'outputPath'>): boolean =>
  outputPath.endsWith('.html');

/** Tells whether a file is a page that leads to no other one: what the number of pages of the site counts. */
const isCounted = (file: StagedFile): boolean =>
  isPage(file) && file.pageGroup !== addressGroup && !file.pageGroup.startsWith(listRedirectPrefix);

/** Where stages record files. */
export interface FileRecords {
  /** Records the files that the site must have. */
  readonly writer: PageWriter;
  /** Lists what publishing will change. */
  readonly journal: JournalDraft;
}

/** Records a staged file. */
function record({ writer, journal }: FileRecords, file: StagedFile): void {
  if (file.state === 'same' && file.by === 'catalogue') {
    writer.markPlanned(file.outputPath, file.pageGroup);
  } else {
    // The catalogue gets to know it when it is committed, after publishing.
    if (file.state !== 'same' || file.formerHash !== file.contentHash) journal.add(file);
    writer.put(file);
  }
}

/** Records staged files; returns the sum of their counts. */
export function recordAll(records: FileRecords, files: Iterable<StagedFile>): StageCounts {
  let [pages, written, newPages, all] = [0, 0, 0, 0];
  for (const file of files) {
    record(records, file);
    all += 1;
    if (isCounted(file)) pages += 1;
    if (file.state !== 'same') written += 1;
    if (file.state === 'new' && isPage(file)) newPages += 1;
  }
  records.writer.flush();
  return { pages, written, newPages, files: all };
}

/** Records the result of a task that may have staged files; returns its counts. */
export const recordResult = (records: FileRecords, result: TaskResult): StageCounts =>
  result.of === 'files' ? recordAll(records, result.files) : noCounts;

/** Records that the site no longer has some files. */
export function recordRemovals({ writer, journal }: FileRecords, files: readonly SiteFile[]): void {
  for (const { outputPath, contentHash: formerHash } of files) {
    journal.add({ outputPath, formerHash, contentHash: undefined });
    writer.remove(outputPath);
  }
}
