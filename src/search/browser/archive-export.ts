import type { ExportForm } from '../../model/download.ts';
import type { IndexReader } from '../query/index-reader.ts';
import { recordId, recordLines } from './record-lines.ts';
import { unpackedText } from './unpacked-text.ts';

/** Error of an export that is not of the same build as the page. */
export class OtherExportError extends Error {}

/**
 * Returns the records of some articles from the archive's export, as it has them: it lists all articles from the
 * newest, so that the number of an article is its place.
 *
 * @param address of the export
 * @param documents numbers of the articles
 * @param progress called with the number of records found so far
 * @throws OtherExportError where the export is of another build; TypeError where it cannot be read
 */
export async function exportedRecords(
  address: string,
  form: ExportForm,
  documents: readonly number[],
  reader: IndexReader,
  progress: (found: number) => void,
): Promise<readonly string[]> {
  const response = await fetch(address);
  if (!response.ok || response.body === null) throw new TypeError(`${response.status}`);
  const { articles } = reader.manifest;
  const wanted = new Set(documents.map((document) => articles - 1 - document));
  const last = Math.max(...wanted);
  const records: string[] = [];
  let place = form === 'csv' ? -1 : 0;
  let rest = '';
  for await (const text of unpackedText(response.body)) {
    const { records: complete, end } = recordLines(rest + text, form);
    rest = (rest + text).slice(end);
    for (const record of complete) {
      if (place === -1) records.push(record);
      else if (wanted.has(place)) {
        const isChecked = records.length < 3 || place === last;
        const fields = isChecked ? await reader.storedFields(articles - 1 - place) : undefined;
        if (isChecked && fields?.id !== recordId(record, form)) throw new OtherExportError();
        records.push(record);
      }
      place += 1;
    }
    progress(records.length - (form === 'csv' ? 1 : 0));
    if (place > last) return records;
  }
  throw new OtherExportError();
}
