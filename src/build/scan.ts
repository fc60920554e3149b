import { diagnosticWriter, stages } from '../catalogue/documents.ts';
import type { Catalogue } from '../catalogue/open.ts';
import { knownSeeds } from '../catalogue/seeds.ts';
import { compareCodePoints } from '../model/code-points.ts';
import { type FoundFile, type FoundSeed, walkSeeds } from '../sources/walk.ts';

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

/**
 * The stamp of a file: what changes when somebody writes to it, replaces it or touches it. The time
 * of the last change of its node is there because a program may set the other time back.
 */
const fileStamp = ({ bytes, mtimeMs, ctimeMs }: FoundFile): string =>
  `${bytes} ${mtimeMs} ${ctimeMs}`;

/** Milliseconds within which a file system may give two changes one time (FAT: two seconds). */
const clockGrain = 2000;

/**
 * Returns the stamp of a seed with its sidecar; empty where it was changed so lately, when seen at
 * `now`, that a later change may have the same times.
 */
export function seedStamp({ sidecar, ...seed }: FoundSeed, now: number): string {
  const files = sidecar === undefined ? [seed] : [seed, sidecar];
  if (files.some((file) => file.ctimeMs > now - clockGrain || file.mtimeMs > now - clockGrain)) {
    return '';
  }
  return files.map(fileStamp).join(' ');
}

/** Bytes of a usual record; packed with gzip, of usual Arabic text. */
const recordBytes = { plain: 4000, gzipped: 1000 };

/** About how many documents a seed holds. */
const documentsIn = ({ records, gzipped, bytes }: FoundSeed): number =>
  records === undefined ? 1 : bytes / (gzipped === true ? recordBytes.gzipped : recordBytes.plain);

/**
 * Walks the seeds folder beside the list of seeds read before, and notes in the tables `pending` and
 * `vanished` of this connection what is to be done. Nothing else holds the list.
 *
 * @param now milliseconds since 1970
 */
export function scanSeeds(catalogue: Catalogue, seeds: string, now: number): Scan {
  catalogue.exec(`
    DROP TABLE IF EXISTS temp.pending; DROP TABLE IF EXISTS temp.vanished;
    CREATE TEMP TABLE pending (n INTEGER PRIMARY KEY, stamp TEXT NOT NULL, seed TEXT NOT NULL);
    CREATE TEMP TABLE vanished (path TEXT PRIMARY KEY) WITHOUT ROWID;
    BEGIN;
    DELETE FROM diagnostics WHERE stage = ${stages.walk};
  `);
  const pend = catalogue.prepare('INSERT INTO temp.pending (stamp, seed) VALUES (?, ?)');
  const vanish = catalogue.prepare('INSERT INTO temp.vanished VALUES (?)');
  const note = diagnosticWriter(catalogue);
  const before = knownSeeds(catalogue);
  let [pending, known, vanished, documents, sidecars] = [0, 0, 0, 0, 0];
  let lastSidecar: string | undefined;
  let records = false;
  let next = before.next();
  let last = '';
  let notes = 0;
  for (const { value: found, diagnostics } of walkSeeds(seeds)) {
    for (const diagnostic of diagnostics) {
      // Several of one folder or file must not take each other's place.
      notes += 1;
      note({ seed: diagnostic.file, ordinal: 0 }, stages.walk, [diagnostic], notes);
    }
    if (found === undefined) continue;
    const { path } = found;
    if (path === last) {
      // Two names that differ only in how their letters are composed (NFC and NFD) are one path.
      const values = { id: path, other: path };
      const at = { severity: 'error', file: path } as const;
      notes += 1;
      note(
        { seed: path, ordinal: 0 },
        stages.walk,
        [{ ...at, rule: 'id-collision', values }],
        notes,
      );
      continue;
    }
    last = path;
    // One sidecar may stand beside two texts of one stem, which follow each other.
    if (found.sidecar !== undefined && found.sidecar.path !== lastSidecar) {
      sidecars += 1;
      lastSidecar = found.sidecar.path;
    }
    let order = 1;
    while (!next.done) {
      order = compareCodePoints(next.value.path, path);
      if (order >= 0) break;
      vanish.run(next.value.path);
      vanished += 1;
      next = before.next();
    }
    const stamp = seedStamp(found, now);
    const same = !next.done && order === 0 && stamp !== '' && next.value.stamp === stamp;
    if (!next.done && order === 0) next = before.next();
    if (same) known += 1;
    else {
      pend.run(stamp, JSON.stringify(found));
      pending += 1;
      documents += documentsIn(found);
      records ||= found.records !== undefined;
    }
  }
  for (; !next.done; next = before.next()) {
    vanish.run(next.value.path);
    vanished += 1;
  }
  catalogue.exec('COMMIT');
  return { pending, known, vanished, records, documents, sidecars };
}

/** Yields the seeds to read, in the order of their paths, each with its stamp. */
export function* pendingSeeds(
  catalogue: Catalogue,
): Generator<{ readonly stamp: string; readonly seed: FoundSeed }> {
  const rows = catalogue.prepare('SELECT stamp, seed FROM temp.pending ORDER BY n');
  for (const row of rows.iterate()) {
    yield { stamp: String(row.stamp), seed: JSON.parse(String(row.seed)) as FoundSeed };
  }
}

/** Returns the paths of the seeds that are gone. */
export const vanishedSeeds = (catalogue: Catalogue): readonly string[] =>
  catalogue
    .prepare('SELECT path FROM temp.vanished')
    .all()
    .map(({ path }) => String(path));
