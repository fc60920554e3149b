import type { Catalogue } from '../../catalogue/database.ts';
import { diagnosticWriter, removeStage, stages } from '../../catalogue/diagnostics.ts';
import { pendingRows, resetScanList } from '../../catalogue/scan-list.ts';
import { knownSeeds } from '../../catalogue/seeds.ts';
import { inTransaction } from '../../catalogue/transaction.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Format } from '../../sources/format.ts';
import { type FoundSeed, walkSeeds } from '../../sources/walk.ts';
import { compareSeeds } from './compare-seeds.ts';

/** What became of the seeds since they were last read. */
export interface Scan {
  /** Seeds that are new or were touched. */
  readonly pending: number;
  /** Seeds that are as they were. */
  readonly known: number;
  /** Seeds that are gone. */
  readonly vanished: number;
  /** Whether some hold many records each. */
  readonly records: boolean;
  /** About how many documents the pending seeds hold. */
  readonly documents: number;
  /** Sidecars beside the seeds. */
  readonly sidecars: number;
}

/** Bytes of a usual record; packed with gzip, of usual Arabic text. */
const recordBytes = { plain: 4000, gzipped: 1000 };

/** About how many documents a seed holds. */
const documentsIn = ({ records, gzipped, bytes }: FoundSeed): number =>
  records === undefined ? 1 : bytes / (gzipped === true ? recordBytes.gzipped : recordBytes.plain);

/** Yields the seeds under a folder, each path once; what is wrong with others is told by `note`. */
function* foundSeeds(
  seeds: string,
  note: (found: Diagnostic) => void,
  formats: readonly Format[] | undefined,
): Generator<FoundSeed> {
  let last: string | undefined;
  for (const { value: found, diagnostics } of walkSeeds(seeds, formats)) {
    for (const diagnostic of diagnostics) note(diagnostic);
    if (found === undefined) continue;
    const { path } = found;
    if (path === last) {
      // Two names that differ only in how their letters are composed (NFC and NFD) are one path.
      const values = { id: path, other: path };
      note({ rule: 'id-collision', severity: 'error', file: path, values });
      continue;
    }
    last = path;
    yield found;
  }
}

/**
 * Walks the seeds folder beside the list of seeds read before, and writes into the catalogue which are
 * to be read, which are gone, and what is wrong with files of the folder.
 *
 * @param now milliseconds since 1970
 * @param formats the formats that are known; the built-in ones by default
 */
export function scanSeeds(
  catalogue: Catalogue,
  seeds: string,
  now: number,
  formats?: readonly Format[],
): Scan {
  const list = resetScanList(catalogue);
  const write = diagnosticWriter(catalogue);
  let notes = 0;
  function note(diagnostic: Diagnostic): void {
    // Several of one folder or file must not take each other's place.
    notes += 1;
    write({ seed: diagnostic.file, ordinal: 0 }, stages.walk, [diagnostic], notes);
  }
  return inTransaction(catalogue, () => {
    removeStage(catalogue, stages.walk);
    let [pending, known, vanished, documents, sidecars] = [0, 0, 0, 0, 0];
    let records = false;
    let lastSidecar: string | undefined;
    for (const one of compareSeeds(knownSeeds(catalogue), foundSeeds(seeds, note, formats), now)) {
      if (one.state === 'vanished') {
        list.vanish(one.path);
        vanished += 1;
        continue;
      }
      const { seed } = one;
      // One sidecar may stand beside two texts of one stem, which follow each other.
      if (seed.sidecar !== undefined && seed.sidecar.path !== lastSidecar) {
        sidecars += 1;
        lastSidecar = seed.sidecar.path;
      }
      if (one.state === 'known') {
        known += 1;
        continue;
      }
      list.pend(one.stamp, JSON.stringify(seed));
      pending += 1;
      documents += documentsIn(seed);
      records ||= seed.records !== undefined;
    }
    return { pending, known, vanished, records, documents, sidecars };
  });
}

/** Yields the seeds to read, in the order of their paths, each with its stamp. */
export function* pendingSeeds(
  catalogue: Catalogue,
): Generator<{ readonly stamp: string | undefined; readonly seed: FoundSeed }> {
  for (const { stamp, seed } of pendingRows(catalogue)) {
    yield { stamp, seed: JSON.parse(seed) as FoundSeed };
  }
}
