import { articleReader } from '../../catalogue/article-store.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import type { EntryReader } from '../../catalogue/entry.ts';
import { packGroup, packRows } from '../../catalogue/packs.ts';
import { seedReader } from '../../catalogue/seed-names.ts';
import { datePartsOf } from '../../catalogue/sort-key.ts';
import type { Config } from '../../model/config.ts';
import { csvCell } from '../../model/csv-cell.ts';
import type { Pack } from '../../model/download.ts';
import {
  memberName,
  packIndexName,
  packPath,
  packPeriod,
  packStem,
} from '../../outputs/original-pack.ts';
import { sha256 } from '../../publish/sha256.ts';
import type { StagedFile, StageStream } from '../../publish/staging.ts';
import { isSamePeriod } from './plan-packs.ts';
import { type ZipMember, zipFile } from './zip-file.ts';

/** Columns of the list of originals in a pack. */
const indexColumns = ['file', 'id', 'title', 'date', 'page', 'bytes', 'sha256'];

/** Makes packs of originals and stages them. */
export type PackWriter = (packs: readonly Pack[]) => Iterable<StagedFile>;

/** Divides packs into those whose originals are of the same source and period, which are found in one pass. */
function* runsOf(packs: readonly Pack[]): Generator<readonly Pack[]> {
  let run: Pack[] = [];
  for (const pack of packs) {
    const [first] = run;
    if (first !== undefined && !isSamePeriod(first, pack)) {
      yield run;
      run = [];
    }
    run.push(pack);
  }
  if (run.length > 0) yield run;
}

/**
 * Returns a writer of packs, which only reads the catalogue. One original at a time is in memory, beside the list of a pack
 * and the numbers of the documents of those that are found with it.
 *
 * @param divided keys of the packs that are divided
 * @param entryOf reads what is shown of an article, as for its page, so that none is read twice
 */
export function packWriter(
  catalogue: Catalogue,
  { permalink }: Config,
  divided: ReadonlySet<string>,
  stage: StageStream,
  entryOf: EntryReader,
): PackWriter {
  const rowsOf = packRows(catalogue);
  const store = articleReader(catalogue);
  const seedOf = seedReader(catalogue);

  /** Returns the documents of packs of one source and period, the oldest first. */
  function documentsOf(packs: readonly Pack[]): ReadonlyMap<string, readonly number[]> {
    const docs = new Map(packs.map(({ stem }): [string, number[]] => [stem, []]));
    const [first] = packs;
    if (first === undefined) return docs;
    const { source, stem } = first;
    for (const { doc, id, sortKey } of rowsOf(source, packPeriod(stem))) {
      docs.get(packStem({ source, id, ...datePartsOf(sortKey) }, divided))?.push(doc);
    }
    return docs;
  }

  function* members(docs: readonly number[]): Generator<ZipMember> {
    // A byte order mark, by which spreadsheets recognise UTF-8.
    const lines = [`\uFEFF${indexColumns.join(',')}\r\n`];
    for (const doc of docs) {
      const original = store.original(doc);
      const listed = entryOf(doc);
      if (original === undefined || listed === undefined) continue;
      const { bytes, sum } = original;
      const { id, entry } = listed;
      const name = memberName(id, seedOf(doc), permalink);
      const cells = [name, id, entry.title, entry.date?.edtf ?? '', entry.outputPath];
      lines.push(`${[...cells, String(bytes.length), sha256(bytes)].map(csvCell).join(',')}\r\n`);
      yield { name, bytes, sum };
    }
    yield { name: packIndexName, bytes: Buffer.from(lines.join('')) };
  }
  return function* (packs) {
    for (const run of runsOf(packs)) {
      const docs = documentsOf(run);
      for (const { source, stem } of run) {
        yield stage(packPath(source, stem), packGroup, zipFile(members(docs.get(stem) ?? [])));
      }
    }
  };
}
