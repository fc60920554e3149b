import type { StoredRow } from '../../catalogue/table-rows.ts';
import type { Config } from '../../model/config.ts';
import type { DateOrder } from '../../model/date.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { maxTableDiagnostics } from '../../model/limits.ts';
import type { RecordReading } from '../../model/record.ts';
import { sha256 } from '../../publish/sha256.ts';
import { declaredEncoding } from '../../sources/encodings/declared.ts';
import type { FoundFile } from '../../sources/found-files.ts';
import { nearestMetadataKey } from '../../sources/metadata-schema.ts';
import { recordSurvey } from '../../sources/records/survey.ts';
import { tableHeader } from '../../sources/records/table-dates.ts';
import { unreadable } from '../../sources/seed-file.ts';
import { namedPath, type TableHead, tableHead } from '../../sources/tables/metadata-table.ts';
import { linesOfTable, openTable } from '../../sources/tables/open-table.ts';
import {
  damagedRow,
  readTableRow,
  type TableContext,
  type TableRow,
} from '../../sources/tables/read-row.ts';

/** Settings by which tables are read. */
export type TableSettings = Pick<Config, 'encodings' | 'records' | 'fields'>;

/** Settings by which one table is read. */
interface OneTable extends TableSettings {
  /** Which number of `3/4/2011` is the day where a column leaves it open. */
  readonly order?: DateOrder | undefined;
}

/** Receives what is found in a table. */
export interface TableSink {
  readonly add: (row: StoredRow) => void;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Rules by which a row of a table could not be told apart. */
const damageRules: ReadonlySet<string> = new Set([
  ...['csv-quote', 'record-too-large', 'record-undecodable'],
]);

/** Most damaged rows of which the words are looked at. */
const maxDamaged = 10_000;

/** Returns a sink that reports the first problems of a table, and at its end the number of the others. */
function limitedReport(file: string, report: TableSink['report']) {
  let count = 0;
  return {
    report(diagnostic: Diagnostic): void {
      count += 1;
      if (count <= maxTableDiagnostics) report(diagnostic);
    },
    end(): void {
      if (count <= maxTableDiagnostics) return;
      const values = { count: count - maxTableDiagnostics };
      report({ rule: 'table-rows-more', severity: 'warning', file, values });
    },
  };
}

/** Returns the folder of a file, with a slash at its end; empty for the seeds folder. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Stores a row under each path that it names. */
function store(
  row: TableRow,
  { path }: FoundFile,
  { add, report }: TableSink,
  unmatched: (name: string, line: number) => void,
): void {
  const { line, metadata, isDamaged, needsLine } = row;
  row.diagnostics.forEach(report);
  const json = JSON.stringify(metadata);
  const hash = sha256(Buffer.from(needsLine ? `${line} ${json}` : json)).slice(0, 32);
  for (const cell of row.names) {
    const name = namedPath(cell, folderOf(path));
    if (name !== undefined) add({ name, line, hash, metadata: json, isDamaged });
    else if (!isDamaged) unmatched(cell, line);
  }
}

/** Looks at all rows of a table for what they show of each other. */
function surveyTable(file: FoundFile, settings: TableSettings): RecordReading {
  const survey = recordSurvey({ ...settings.records, fields: {}, format: 'text' });
  for (const batch of openTable(file, declaredEncoding(file.path, settings.encodings))) {
    if (batch !== undefined) survey.push(batch);
  }
  return survey.reading();
}

/**
 * Reads a table of metadata, and stores what its rows say.
 *
 * @returns whether all of it could be read; else every file below its folder may be one that it holds back
 */
export function ingestTable(file: FoundFile, settings: OneTable, sink: TableSink): boolean {
  const { path } = file;
  const declared = declaredEncoding(path, settings.encodings);
  const limited = limitedReport(path, sink.report);
  const damaged = new Set<number>();
  const columns = new Set<string>();
  let head: TableHead | undefined;
  let table: TableContext | undefined;
  let isWhole = true;
  const rowSink = { ...sink, report: limited.report };
  function unmatched(name: string, line: number): void {
    const values = { name: name.slice(0, 200) };
    limited.report({ rule: 'table-row-unmatched', severity: 'warning', file: path, line, values });
  }
  try {
    const reading = surveyTable(file, settings);
    for (const batch of openTable(file, declared)) {
      if (batch === undefined) return false;
      for (const diagnostic of batch.diagnostics) {
        const isDamage = damageRules.has(diagnostic.rule);
        if (isDamage && damaged.size < maxDamaged) damaged.add(diagnostic.line ?? 0);
        else limited.report(diagnostic);
        if (diagnostic.rule === 'records-abandoned') isWhole = false;
      }
      for (const record of batch.records) {
        if (table === undefined) {
          const start = tableHeader(batch.columns, record);
          head = tableHead(start.columns, path.slice(path.lastIndexOf('/') + 1), settings.records);
          if (head === undefined) return true;
          const own = { settings: { ...settings.records, fields: {} }, own: settings.fields };
          table = { file: path, head, reading, order: settings.order, ...own };
          if (start.isRecord) continue;
        }
        const { row, diagnostics } = readTableRow(record, table);
        diagnostics.forEach(limited.report);
        if (row === undefined) continue;
        for (const column of row.unknown) {
          if (columns.has(column)) continue;
          columns.add(column);
          const values = { column: column.slice(0, 100), nearest: nearestMetadataKey(column) };
          sink.report({ rule: 'table-column', severity: 'warning', file: path, line: 1, values });
        }
        store(row, file, rowSink, unmatched);
      }
    }
    const lines = damaged.size === 0 ? [] : linesOfTable(file, damaged);
    for (const { line, text } of lines) {
      const row = head && damagedRow(text, line, { file: path, head });
      const values = { isHeld: row !== undefined };
      limited.report({ rule: 'table-row-damaged', severity: 'error', file: path, line, values });
      if (row !== undefined) store(row, file, rowSink, unmatched);
    }
  } catch (error) {
    sink.report(unreadable(path, error));
    isWhole = false;
  }
  limited.end();
  return isWhole || head?.withholds === false;
}
