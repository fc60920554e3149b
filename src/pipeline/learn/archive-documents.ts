import type { Catalogue } from '../../catalogue/database.ts';
import type { SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import { readRecord } from '../../sources/records/read-record.ts';
import { withOverrides } from '../../sources/records/record-overrides.ts';
import { convertSeed, needsConversion } from '../read/convert-seed.ts';
import { readSource } from '../read/read-source.ts';
import { type ReadingTask, readingTasks } from '../read/reading-tasks.ts';

/** Nothing is published, so that hashes of records are of no use. */
const noHash = '';

/** Yields the source documents of a task, as a build reads them. */
async function* documentsOf(task: ReadingTask, config: Config): AsyncGenerator<SourceDocument> {
  if (task.do === 'read-seeds') {
    for (const { seed } of task.seeds) {
      const conversion = needsConversion(seed) ? await convertSeed(seed) : undefined;
      const source = readSource(seed, config, undefined, undefined, conversion);
      if (source.state === 'unchanged') continue;
      for (const { value } of source.documents) if (value !== undefined) yield value;
    }
    return;
  }
  const { seed, columns, reading, defaults } = task;
  const context = {
    ...{ path: seed.path, columns, settings: config.records, own: config.fields, reading },
    defaults: defaults.metadata,
  };
  for (const { record } of task.records) {
    const { value } = readRecord(record, context, noHash);
    const document = withOverrides(value, defaults.overrides);
    if (document !== undefined) yield document;
  }
}

/**
 * Yields every article of an archive as a build reads it, before any structure is known. What cannot be read is left
 * out: a build reports it.
 *
 * @param catalogue one in which the seeds were found
 */
export async function* archiveDocuments(
  catalogue: Catalogue,
  config: Config,
): AsyncGenerator<SourceDocument> {
  const tasks = readingTasks(catalogue, config, { forget() {}, finish() {} });
  for await (const task of tasks) yield* documentsOf(task, config);
}
