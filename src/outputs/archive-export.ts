import type { ExportForm } from '../model/download.ts';
import type { FieldSetting } from '../model/field.ts';
import type { ArticleRecord } from './article-record.ts';

/** Folder of the exports; reserved, so no article is in it. */
export const archiveExportsFolder = 'exports';

/** A file of all articles, each as a record; published compressed with gzip. */
export interface ArchiveExport<F extends ExportForm = ExportForm> {
  readonly form: F;
  /** Returns the text before the first record; `fields` are those that the site declares. */
  head(fields: readonly FieldSetting[]): string;
  /** Returns the text of one record, with its line end. */
  record(record: ArticleRecord, fields: readonly FieldSetting[]): string;
}
