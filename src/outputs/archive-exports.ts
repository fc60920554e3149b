import type { ExportForm } from '../model/download.ts';
import { csvExport } from './archive-csv.ts';
import { type ArchiveExport, archiveExportsFolder } from './archive-export.ts';
import { jsonLinesExport } from './archive-jsonl.ts';

/** The files that hold all articles. */
export const archiveExports: { readonly [F in ExportForm]: ArchiveExport<F> } = {
  jsonl: jsonLinesExport,
  csv: csvExport,
};

/** Returns where the file of all articles is written. */
export const exportPath = (form: ExportForm): string =>
  `${archiveExportsFolder}/archive.${form}.gz`;
