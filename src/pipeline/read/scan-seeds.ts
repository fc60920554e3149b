import type { Catalogue } from '../../catalogue/database.ts';
import { diagnosticWriter, removeStage, stages } from '../../catalogue/diagnostics.ts';
import { pictureScan } from '../../catalogue/pictures.ts';
import { pendingRows, resetScanList } from '../../catalogue/scan-list.ts';
import { knownSeeds } from '../../catalogue/seeds.ts';
import { inTransaction } from '../../catalogue/transaction.ts';
import type { NameCollisions } from '../../model/build-result.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { seedDecisionsHash } from '../../sources/decisions/decisions-of.ts';
import { isFolderFile } from '../../sources/folder-metadata.ts';
import type { Format } from '../../sources/format.ts';
import type { FoundFile } from '../../sources/found-files.ts';
import { withoutDeclared } from '../../sources/own-fields.ts';
import { type FoundSeed, walkSeeds } from '../../sources/walk.ts';
import { compareSeeds, seedStamp } from './compare-seeds.ts';
import { findSeed } from './find-seed.ts';
import { readFolder } from './inherited-metadata.ts';
import { type MetadataTables, metadataTables } from './metadata-tables.ts';
import { nameCounter } from './name-counter.ts';

/** The result of comparing the seeds folder with the last build. */
export interface Scan {
  /** New or touched seeds. */
  readonly pending: number;
  /** Unchanged seeds. */
  readonly known: number;
  /** Seeds of earlier builds that are no longer in the folder. */
  readonly vanished: number;
  /** Whether any pending seed is a multi-record seed. */
  readonly records: boolean;
  /** Estimated number of documents in the pending seeds. */
  readonly documents: number;
  /** Sidecars beside the seeds. */
  readonly sidecars: number;
  /** Seeds and folders that could not be read; `.` is the seeds folder itself. */
  readonly unread: readonly string[];
  /** Number of pictures. */
  readonly pictures: number;
  /** Seeds whose names give the same id; undefined where every name is its own. */
  readonly collisions: NameCollisions | undefined;
}

/** Settings of records by which tables are read where the site has none. */
const plainRecords: Config['records'] = { fields: {}, ignore: [], format: undefined };

/** Bytes of an average record of Arabic text, plain and compressed with gzip. */
const recordBytes = { plain: 4000, gzipped: 1000 };

/** Returns the estimated number of documents in a seed. */
const documentsIn = ({ records, gzipped, bytes }: FoundSeed): number =>
  records === undefined ? 1 : bytes / (gzipped === true ? recordBytes.gzipped : recordBytes.plain);

/** Yields the seeds under a folder, each path once; passes diagnostics to `report`. */
function* foundSeeds(
  seeds: string,
  report: (diagnostic: Diagnostic) => void,
  addPicture: (picture: FoundFile) => void,
  formats: readonly Format[] | undefined,
  { isTable, withRows }: MetadataTables,
  decisions: Config['decisions'],
): Generator<FoundSeed> {
  let last: string | undefined;
  const steps = walkSeeds(seeds, { among: formats, isTable });
  for (const { value: seed, diagnostics, picture } of withRows(steps)) {
    for (const diagnostic of diagnostics) report(diagnostic);
    if (picture !== undefined) addPicture(picture);
    if (seed === undefined) continue;
    const { path } = seed;
    if (path === last) {
      // Two names that differ only in Unicode normalisation (NFC, NFD) are one path.
      const values = { id: path, other: path };
      report({ rule: 'id-collision', severity: 'error', file: path, values });
      continue;
    }
    last = path;
    const decided = seedDecisionsHash(decisions, path);
    yield decided === undefined ? seed : { ...seed, decided };
  }
}

/**
 * Compares the seeds folder with the seeds of earlier builds, and writes to the catalogue which are
 * pending, which have vanished, and the diagnostics of the walk.
 *
 * @param seeds absolute path of the folder
 * @param now milliseconds since 1970
 * @param config how ids are made of names; the encodings of the files of folders, whose diagnostics are reported here
 * @param formats the formats that are known; the built-in ones by default
 */
export function scanSeeds(
  catalogue: Catalogue,
  seeds: string,
  now: number,
  config: Pick<Config, 'encodings' | 'ids'> &
    Partial<Pick<Config, 'folders' | 'fields' | 'records' | 'dates' | 'decisions'>>,
  formats?: readonly Format[],
): Scan {
  const list = resetScanList(catalogue);
  const write = diagnosticWriter(catalogue);
  let count = 0;
  const unread: string[] = [];
  const names = nameCounter(config.ids);
  function report(diagnostic: Diagnostic): void {
    if (diagnostic.rule === 'seed-unreadable') unread.push(diagnostic.file);
    // A file or folder may have several diagnostics; each needs its own number.
    count += 1;
    write({ seed: diagnostic.file, ordinal: 0 }, stages.walk, [diagnostic], count);
  }
  return inTransaction(catalogue, () => {
    const pictures = pictureScan(catalogue);
    const addPicture = (file: FoundFile): void =>
      pictures.add({ path: file.path, absolute: file.absolute, stamp: seedStamp(file, now) });
    removeStage(catalogue, stages.walk);
    let [pending, known, vanished, documents, sidecars] = [0, 0, 0, 0, 0];
    let records = false;
    let lastSidecar: string | undefined;
    const folderFiles = new Set<string>();
    const { encodings, fields = [], records: recordSettings = plainRecords } = config;
    const { folders = {}, dates = { order: undefined } } = config;
    const settings = { encodings, fields, records: recordSettings, folders, dates };
    const tables = metadataTables(catalogue, settings, now, report);
    const unmatched = new Set(Object.keys(config.folders ?? {}));
    unmatched.delete('');
    for (const compared of compareSeeds(
      knownSeeds(catalogue),
      foundSeeds(seeds, report, addPicture, formats, tables, config.decisions ?? []),
      now,
    )) {
      if (compared.state === 'vanished') {
        list.vanish(compared.path);
        vanished += 1;
        continue;
      }
      const { seed } = compared;
      names.add(seed);
      for (const folder of unmatched) {
        if (seed.path.startsWith(`${folder}/`)) unmatched.delete(folder);
      }
      // One sidecar may belong to two seeds with the same stem, which follow each other.
      if (seed.sidecar !== undefined && seed.sidecar.path !== lastSidecar) {
        sidecars += 1;
        lastSidecar = seed.sidecar.path;
      }
      for (const file of seed.folders ?? []) {
        if (folderFiles.has(file.path)) continue;
        folderFiles.add(file.path);
        if (!isFolderFile(file.path.slice(file.path.lastIndexOf('/') + 1))) continue;
        sidecars += 1;
        const { value, diagnostics } = readFolder(file, config);
        if (value === undefined) continue;
        withoutDeclared(diagnostics, config.fields ?? []).forEach(report);
      }
      if (compared.state === 'known') {
        known += 1;
        continue;
      }
      list.pend(compared.stamp, JSON.stringify(seed));
      pending += 1;
      documents += documentsIn(seed);
      records ||= seed.records !== undefined;
    }
    for (const file of unmatched) {
      report({ rule: 'folder-unmatched', severity: 'warning', file, values: {} });
    }
    sidecars += tables.finish();
    // What cannot be read has not vanished.
    for (const path of unread) vanished -= list.restore(path);
    const isReadable = (path: string): boolean =>
      !unread.some((one) => one === '.' || path === one || path.startsWith(`${one}/`));
    for (const path of pictures.finish(isReadable)) {
      const found = list.isPending(path) ? undefined : findSeed(seeds, path);
      if (found === undefined) continue;
      const decided = seedDecisionsHash(config.decisions ?? [], path);
      const seed = decided === undefined ? found : { ...found, decided };
      list.pend(seedStamp(seed, now), JSON.stringify(seed));
      pending += 1;
      known -= 1;
      documents += documentsIn(seed);
      records ||= seed.records !== undefined;
    }
    list.flush();
    const collisions = names.collisions();
    return {
      ...{ pending, known, vanished, records, documents, sidecars, unread, collisions },
      pictures: pictures.count(),
    };
  });
}

/** Yields the pending seeds in the order of their paths, each with its stamp. */
export function* pendingSeeds(
  catalogue: Catalogue,
): Generator<{ readonly stamp: string | undefined; readonly seed: FoundSeed }> {
  for (const { stamp, seed } of pendingRows(catalogue)) {
    yield { stamp, seed: JSON.parse(seed) as FoundSeed };
  }
}
