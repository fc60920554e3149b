import type { Catalogue } from '../../catalogue/database.ts';
import type { SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import { decisionsOf } from '../../sources/decisions/decisions-of.ts';
import { readRecord } from '../../sources/records/read-record.ts';
import { withOverrides } from '../../sources/records/record-overrides.ts';
import { convertSeed, needsConversion } from '../read/convert-seed.ts';
import { readSource } from '../read/read-source.ts';
import { type ReadingTask, readingTasks } from '../read/reading-tasks.ts';
import { pendingSeeds } from '../read/scan-seeds.ts';

/** Nothing is published, so that hashes of records are of no use. */
const noHash = '';

/** Returns a document with the editor's decisions about its headings. */
function withDecisions(
  document: SourceDocument,
  ordinal: number,
  { decisions: all }: Config,
): SourceDocument {
  const { provenance, metadata } = document;
  const decisions = decisionsOf(all, provenance.path, ordinal, metadata.id);
  return decisions.length === 0 ? document : { ...document, decisions };
}

/** Yields the source documents of a task, as a build reads them. */
async function* documentsOf(task: ReadingTask, config: Config): AsyncGenerator<SourceDocument> {
  if (task.do === 'read-seeds') {
    for (const { seed } of task.seeds) {
      const conversion = needsConversion(seed) ? await convertSeed(seed) : undefined;
      const source = readSource(seed, config, undefined, undefined, conversion);
      if (source.state === 'unchanged') continue;
      const isAlone = source.documents.length === 1;
      for (const [i, { value }] of source.documents.entries()) {
        if (value !== undefined) yield withDecisions(value, isAlone ? 0 : i + 1, config);
      }
    }
    return;
  }
  // Files are not read whole here.
  if (task.do === 'read-record-file') return;
  const { seed, columns, reading, defaults } = task;
  const context = {
    ...{ path: seed.path, columns, settings: config.records, own: config.fields, reading },
    defaults: defaults.metadata,
  };
  for (const { record } of task.records) {
    const { value } = readRecord(record, context, noHash);
    const document = withOverrides(value, defaults.overrides);
    if (document !== undefined) yield withDecisions(document, record.ordinal, config);
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
  const tasks = readingTasks(catalogue, config, pendingSeeds(catalogue), false, {
    forget() {},
    finish() {},
  });
  for await (const task of tasks) yield* documentsOf(task, config);
}
