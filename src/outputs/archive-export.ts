import type { ExportForm } from '../model/download.ts';
import type { ArticleRecord } from './article-record.ts';

/** Folder of the exports; reserved, so no article is in it. */
export const archiveExportsFolder = 'exports';

/** A file of all articles, each as a record; published compressed with gzip. */
export interface ArchiveExport<F extends ExportForm = ExportForm> {
  readonly form: F;
  /** Text before the first record. */
  readonly head: string;
  /** Returns the text of one record, with its line end. */
  record(record: ArticleRecord): string;
}
