import type { Catalogue } from '../../catalogue/database.ts';
import { diagnosticRemover, diagnosticWriter, stages } from '../../catalogue/diagnostics.ts';
import { type GivenRow, type SeedShelf, seedShelf } from '../../catalogue/seed-shelf.ts';
import { dropTable, rowsOfTable, storedTables, tableWriter } from '../../catalogue/table-rows.ts';
import type { Config } from '../../model/config.ts';
import type { DateOrder } from '../../model/date.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import { maxTableDiagnostics } from '../../model/limits.ts';
import type { Metadata } from '../../model/metadata.ts';
import { sha256 } from '../../publish/sha256.ts';
import { combineMetadata } from '../../sources/combine-metadata.ts';
import { unreadMetadata } from '../../sources/damaged-metadata.ts';
import { declaredEncoding } from '../../sources/encodings/declared.ts';
import { marksOfFolder } from '../../sources/folder-metadata.ts';
import type { FoundFile } from '../../sources/found-files.ts';
import { seedStem } from '../../sources/records/form.ts';
import { tableHead } from '../../sources/tables/metadata-table.ts';
import { readTableColumns } from '../../sources/tables/open-table.ts';
import type { FolderTables, FoundSeed, WalkStep } from '../../sources/walk.ts';
import { stampOf } from './compare-seeds.ts';
import { ingestTable, type TableSettings } from './ingest-table.ts';
import { inheritedMetadata } from './inherited-metadata.ts';

/** Gives seeds what the tables of their folders say of them. */
export interface MetadataTables {
  /** Tells whether a file is a table of metadata. */
  readonly isTable: (file: FoundFile) => boolean;
  /** Passes the steps of a walk on, the seeds with the rows that name them. */
  readonly withRows: (steps: Iterable<WalkStep>) => Generator<WalkStep>;
  /** Forgets the tables that were not found; returns the number of those that were. */
  readonly finish: () => number;
}

/** The tables of a folder and of the folders in it. */
interface OpenFolder {
  readonly shelf: SeedShelf;
  readonly tables: string[];
  /** Tables that could not be read, with their folders. */
  readonly unread: { readonly folder: string; readonly path: string }[];
  depth: number;
}

/** Returns what a row withholds, and nothing that it gives. */
const withheldBy = ({ publication, redact, withdrawn }: Metadata): Metadata => ({
  ...(publication === undefined ? {} : { publication }),
  ...(redact === undefined ? {} : { redact }),
  ...(withdrawn === undefined ? {} : { withdrawn }),
});

/** Returns what the rows that name a seed say together, the strongest last. */
function combineRows(rows: readonly GivenRow[]): Metadata {
  return rows.reduce<Metadata>((general, { metadata, part }) => {
    const own = JSON.parse(metadata) as Metadata;
    return combineMetadata(general, part === 'all' ? own : withheldBy(own));
  }, {});
}

/** Returns a seed with what the rows that name it say, and the tables that may do so but cannot be read. */
function seedWithRows(json: string, rows: readonly GivenRow[], { unread }: OpenFolder): FoundSeed {
  const seed = JSON.parse(json) as FoundSeed;
  const lost = unread.filter(({ folder }) => seed.path.startsWith(folder)).map(({ path }) => path);
  if (rows.length === 0 && lost.length === 0) return seed;
  const metadata = lost.reduce<Metadata>(
    (general, path) => combineMetadata(general, marksOfFolder(unreadMetadata(path), path)),
    combineRows(rows),
  );
  const hashes = [...rows.map(({ hash, part }) => `${hash} ${part}`), ...lost];
  return { ...seed, row: { metadata, hash: sha256(Buffer.from(hashes.join('\n'))).slice(0, 32) } };
}

/**
 * Returns the tables of metadata of a seeds folder. Their rows lie in the catalogue: only those of a table that
 * changed are read again, and each seed takes its own along.
 *
 * @param now when the seeds were found, in milliseconds since 1970
 * @param report receives the diagnostics of rows that name no seed, or several
 */
export function metadataTables(
  catalogue: Catalogue,
  settings: TableSettings & Pick<Config, 'folders' | 'dates'>,
  now: number,
  report: (diagnostic: Diagnostic) => void,
): MetadataTables {
  const writer = tableWriter(catalogue);
  const remover = diagnosticRemover(catalogue);
  const write = diagnosticWriter(catalogue);
  const found = new Set<string>();

  /** Returns which number of `3/4/2011` is the day in a table whose columns leave it open. */
  function orderOf(file: FoundFile, folders: readonly FoundFile[]): DateOrder | undefined {
    const { value } = inheritedMetadata(folders.length > 0 ? { ...file, folders } : file, settings);
    return value?.metadata?.dateOrder;
  }

  function ingest(file: FoundFile, folder: OpenFolder, tables: FolderTables): void {
    const { path } = file;
    found.add(path);
    folder.tables.push(path);
    const order = orderOf(file, tables.folderFiles);
    const ofFile = stampOf([file], now);
    const stamp = ofFile && order !== undefined ? `${ofFile} ${order}` : ofFile;
    if (stamp !== undefined && writer.stampOf(path) === stamp) return;
    writer.clear(path);
    remover.removeStageOf(path, stages.table);
    let count = 0;
    const isWhole = ingestTable(
      file,
      { ...settings, order },
      {
        add: (row) => writer.add(path, row),
        report(diagnostic) {
          write({ seed: path, ordinal: 0 }, stages.table, [diagnostic], count);
          count += 1;
        },
      },
    );
    if (!isWhole) folder.unread.push({ folder: tables.folder, path });
    writer.finish(path, isWhole ? stamp : undefined);
  }

  /** Gives the rows of a table to the seeds that they name. */
  function match(table: string, { shelf }: OpenFolder): void {
    let count = 0;
    const tell = (
      rule: 'table-row-unmatched' | 'table-row-ambiguous' | 'table-row-twice',
      name: string,
      line: number,
    ): void => {
      count += 1;
      if (count > maxTableDiagnostics) return;
      const values = { name: name.slice(0, 200) };
      report({ rule, severity: 'warning', file: table, line, values });
    };
    for (const { row, line, name, isDamaged } of rowsOfTable(catalogue, table)) {
      const seeds = shelf.named(name);
      const part = seeds.length > 1 && !isDamaged ? 'withheld' : 'all';
      const isFirst = seeds
        .map((seed) => shelf.give(seed, table, row, part))
        .every((first) => first);
      if (isDamaged) continue;
      if (seeds.length === 0) tell('table-row-unmatched', name, line);
      else if (seeds.length > 1) tell('table-row-ambiguous', name, line);
      else if (!isFirst) tell('table-row-twice', name, line);
    }
    if (count <= maxTableDiagnostics) return;
    const values = { count: count - maxTableDiagnostics };
    report({ rule: 'table-rows-more', severity: 'warning', file: table, values });
  }

  function* close(folder: OpenFolder): Generator<Outcome<FoundSeed>> {
    for (const table of folder.tables) match(table, folder);
    for (const { json, rows } of folder.shelf.seeds()) {
      yield { value: seedWithRows(json, rows, folder), diagnostics: [] };
    }
  }

  return {
    isTable(file) {
      const declared = declaredEncoding(file.path, settings.encodings);
      const columns = readTableColumns(file, declared);
      const name = file.path.slice(file.path.lastIndexOf('/') + 1);
      return columns !== undefined && tableHead(columns, name, settings.records) !== undefined;
    },
    *withRows(steps) {
      let folder: OpenFolder | undefined;
      for (const step of steps) {
        const { value, diagnostics, tables } = step;
        if (tables !== undefined && tables.files.length > 0) {
          folder ??= { shelf: seedShelf(catalogue), tables: [], unread: [], depth: 0 };
          folder.depth += 1;
          for (const file of tables.files) ingest(file, folder, tables);
        } else if (tables !== undefined && folder !== undefined) {
          folder.depth -= 1;
          if (folder.depth > 0) continue;
          yield* close(folder);
          folder = undefined;
        } else if (folder !== undefined && value !== undefined) {
          const { path } = value;
          folder.shelf.add({ path, stem: seedStem(path), json: JSON.stringify(value) });
          if (diagnostics.length > 0) yield { value: undefined, diagnostics };
        } else yield step;
      }
    },
    finish() {
      for (const table of storedTables(catalogue)) {
        if (found.has(table)) continue;
        dropTable(catalogue, table);
        remover.removeStageOf(table, stages.table);
      }
      return found.size;
    },
  };
}
