import { csvCell } from '../../model/csv-cell.ts';
import type { ExportForm } from '../../model/download.ts';
import type { IndexReader } from '../query/index-reader.ts';

/** The columns that the search index can fill, named as in the archive's export. */
const columns = ['id', 'permalink', 'title', 'date', 'source', 'text'] as const;

/** Returns a day's number, YYYYMMDD with zeros for unknown parts, as a date. */
function dateOf(day: number): string {
  const digits = String(day).padStart(8, '0');
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  const known = parts.findIndex((part) => Number(part) === 0);
  return parts.slice(0, known < 0 ? 3 : known).join('-');
}

/**
 * Returns the records of some articles from the search index, where the archive's export cannot be read.
 *
 * @param documents numbers of the articles
 * @param progress called with the number of records so far
 * @throws what the loading of an index file throws
 */
export async function indexedRecords(
  form: ExportForm,
  documents: readonly number[],
  reader: IndexReader,
  progress: (found: number) => void,
): Promise<readonly string[]> {
  const records = form === 'csv' ? [`\uFEFF${columns.join(',')}\r\n`] : [];
  for (const [i, document] of [...documents].sort((a, b) => b - a).entries()) {
    const fields = await reader.storedFields(document);
    if (fields === undefined) continue;
    const blocks = (await reader.text(document).catch(() => undefined)) ?? [];
    const { id, title, source, day, outputPath: permalink } = fields;
    const text = blocks.map(([, words]) => words).join('\n\n');
    const record: Readonly<Record<(typeof columns)[number], string>> = {
      ...{ id, permalink, title, date: dateOf(day), source, text },
    };
    const filledColumns = columns.filter((column) => record[column] !== '');
    records.push(
      form === 'csv'
        ? `${columns.map((column) => csvCell(record[column])).join(',')}\r\n`
        : `${JSON.stringify(Object.fromEntries(filledColumns.map((column) => [column, record[column]])))}\n`,
    );
    progress(i + 1);
  }
  return records;
}
