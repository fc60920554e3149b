import type { Spool } from '../../catalogue/spool.ts';
import type { Config } from '../../model/config.ts';
import { isUnread } from '../../model/diagnostic.ts';
import { declaredEncoding } from '../../sources/encodings/declared.ts';
import { openRecords } from '../../sources/records/open-records.ts';
import type { FoundSeed } from '../../sources/walk.ts';
import type { PictureReader } from '../pictures/picture-reader.ts';
import type { DocumentResult, RecordFileResult, RecordReport, Task } from '../workers/tasks.ts';
import { readRecords } from './read-records.ts';
import { spoolDocuments } from './spool-results.ts';
import { surveySeed } from './survey-seed.ts';

/** Bytes of a record file that one task may read whole: some thousand articles. */
const maxFileBytes = { gzipped: 4 * 2 ** 20, plain: 16 * 2 ** 20 };

/** Most records of one task, which bounds the memory that its result takes. */
const maxFileRecords = 8000;

/** Tells whether a record file is small enough to be read by one task. */
export const isSmallRecordFile = ({ bytes, gzipped = false }: FoundSeed): boolean =>
  bytes <= (gzipped ? maxFileBytes.gzipped : maxFileBytes.plain);

/**
 * Cuts and reads all records of a record file that was never read before; as the main thread cuts one into batches, and
 * threads read these.
 *
 * @param spool the spool to which its articles are appended
 * @param pictures opens the pictures of the seeds folder
 */
export async function readRecordFile(
  { seed, defaults }: Extract<Task, { do: 'read-record-file' }>,
  config: Config,
  spool: Spool | undefined,
  pictures: () => PictureReader,
): Promise<RecordFileResult> {
  const reading = await surveySeed(seed, config);
  const documents: DocumentResult[] = [];
  const reports: RecordReport[] = [];
  let [last, complete] = [0, true];
  const encoding = declaredEncoding(seed.path, config.encodings);
  const batches = openRecords(seed, encoding, reading.encoding);
  for await (const { records, columns, diagnostics } of batches) {
    last = records.at(-1)?.ordinal ?? last;
    if (diagnostics.length > 0) reports.push({ ordinal: last, diagnostics });
    if (diagnostics.some(isUnread)) complete = false;
    if (documents.length + records.length > maxFileRecords) {
      const nothing = { documents: [], reports: [], last: 0, complete: false };
      return { of: 'record-file', ...nothing, isTooLong: true };
    }
    const tasks = records.map((record) => ({ record, knownHash: undefined }));
    const batch = { seed, defaults, columns, reading, records: tasks };
    const read = readRecords({ do: 'read-records', ...batch }, config, pictures);
    documents.push(...(spool === undefined ? read : spoolDocuments(spool, read)));
  }
  return { of: 'record-file', documents, reports, last, complete, isTooLong: false };
}
