import type { ArchiveExport } from './archive-export.ts';
import { type ArticleRecord, recordColumns } from './article-record.ts';

/** Returns a record as a line of JSON: keys in the order of the columns, the site's own fields, unknown keys. */
export const jsonLine = (record: ArticleRecord): string =>
  `${JSON.stringify(
    Object.fromEntries([
      ...recordColumns.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])),
      ...Object.entries(record.own?.fields ?? {}),
      ...Object.entries(record.own?.others ?? {}),
    ]),
  )}\n`;

/** All articles as JSON Lines. */
export const jsonLinesExport: ArchiveExport<'jsonl'> = {
  form: 'jsonl',
  head: () => '',
  record: jsonLine,
};
