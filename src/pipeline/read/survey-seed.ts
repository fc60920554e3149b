import type { Config } from '../../model/config.ts';
import type { RecordReading } from '../../model/record.ts';
import { declaredEncoding } from '../../sources/encodings/declared.ts';
import { openRecords } from '../../sources/records/open-records.ts';
import { recordSurvey } from '../../sources/records/survey.ts';
import type { FoundSeed } from '../../sources/walk.ts';

/**
 * Reads a multi-record seed once for what its records show of each other, before any is read as an article; what is
 * wrong with them is reported then.
 */
export async function surveySeed(seed: FoundSeed, config: Config): Promise<RecordReading> {
  const survey = recordSurvey(config.records);
  const encoding = declaredEncoding(seed.path, config.encodings);
  for await (const batch of openRecords(seed, encoding)) survey.push(batch);
  return survey.reading();
}
