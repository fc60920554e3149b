import type { ExportForm } from '../model/download.ts';
import { csvExport } from './archive-csv.ts';
import { type ArchiveExport, archiveExportsFolder } from './archive-export.ts';
import { jsonLinesExport } from './archive-jsonl.ts';

/** The exports by form. */
export const archiveExports: { readonly [F in ExportForm]: ArchiveExport<F> } = {
  jsonl: jsonLinesExport,
  csv: csvExport,
};

/** Returns the output path of an export. */
export const exportPath = (form: ExportForm): string =>
  `${archiveExportsFolder}/archive.${form}.gz`;
