import type { ExportForm } from '../model/download.ts';
import type { ArticleRecord } from './article-record.ts';

/** Folder of the files that hold all articles; no article may be there. */
export const archiveExportsFolder = 'exports';

/** A file that holds all articles, each as a record; it is published compressed by gzip. */
export interface ArchiveExport<F extends ExportForm = ExportForm> {
  readonly form: F;
  /** What stands before the first record. */
  readonly head: string;
  /** Returns an article's record as the file has it, with its end of line. */
  record(record: ArticleRecord): string;
}
