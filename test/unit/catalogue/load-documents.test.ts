import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bulkInsert } from '../../../src/catalogue/bulk-insert.ts';
import { bulkWriter } from '../../../src/catalogue/bulk-writer.ts';
import { noChangeLog } from '../../../src/catalogue/changes.ts';
import { resolveConflicts } from '../../../src/catalogue/conflicts.ts';
import type { Catalogue } from '../../../src/catalogue/database.ts';
import { largeIndexes, smallIndexes } from '../../../src/catalogue/document-indexes.ts';
import { completeLoading } from '../../../src/catalogue/finish-loading.ts';
import { hashSet } from '../../../src/catalogue/hash-set.ts';
import { completeKeywords } from '../../../src/catalogue/keyword-table.ts';
import { openCatalogue } from '../../../src/catalogue/open.ts';
import { begin, commit } from '../../../src/catalogue/transaction.ts';
import {
  archiveRows,
  documentOf,
  putAll,
  type Sketch,
  sketch,
  withCatalogue,
} from '../../support/archive-of.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Documents; a later one may replace an earlier one, or claim its id or output path. */
const sketches = fc.array(sketch, { maxLength: 12 });

const allIndexes = [...largeIndexes, ...smallIndexes].map(({ name }) => name).sort();

const indexesIn = (catalogue: Catalogue): readonly string[] =>
  catalogue
    .prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'documents'")
    .all()
    .map(({ name }) => String(name))
    .sort();

/** Reads documents as a build does that may be stopped, and one that goes on. */
function loadAll(catalogue: Catalogue, all: readonly Sketch[], stopAfter: number): void {
  begin(catalogue);
  const first = bulkWriter(catalogue, noChangeLog);
  for (const one of all.slice(0, stopAfter)) first.put(documentOf(one));
  first.flush();
  commit(catalogue);
  begin(catalogue);
  completeLoading(catalogue);
  const second = bulkWriter(catalogue, noChangeLog);
  for (const one of all.slice(stopAfter)) second.put(documentOf(one));
  second.remove({ seed: 'absent.txt', ordinal: 1 });
  second.finish();
  resolveConflicts(catalogue, second, (seed) => seed);
  completeKeywords(catalogue);
  commit(catalogue);
}

test('documents that are loaded give the same archive as documents that are put one by one, also where the build was stopped', () => {
  fc.assert(
    fc.property(sketches, fc.nat(12), (all, stopAfter) => {
      const expected = withCatalogue((catalogue) => {
        putAll(catalogue, all);
        return archiveRows(catalogue);
      });
      withCatalogue((catalogue) => {
        loadAll(catalogue, all, stopAfter);
        expect(archiveRows(catalogue)).toEqual(expected);
        expect(indexesIn(catalogue)).toEqual(allIndexes);
      });
    }),
    { numRuns: 40 },
  );
});

test('a catalogue whose build was killed while it loaded documents is completed when it is opened', () => {
  const folder = temporaryFolder();
  const one: Sketch = {
    ...{ seed: 'a.txt', ordinal: 0, id: 'a', outputPath: 'a.html', sortKey: 0, keywords: [] },
    terms: [{ kind: 'author', slug: 'ليلى', name: 'ليلى' }],
  };
  const killed = openCatalogue(folder);
  begin(killed);
  const writer = bulkWriter(killed, noChangeLog);
  writer.put(documentOf(one));
  writer.flush();
  commit(killed);
  expect(indexesIn(killed)).not.toEqual(allIndexes);
  killed.close();
  const opened = openCatalogue(folder);
  expect(indexesIn(opened)).toEqual(allIndexes);
  expect(opened.prepare('SELECT slug FROM terms').all()).toEqual([{ slug: 'ليلى' }]);
  opened.close();
});

test('a bulk insert inserts each row once, in its order, at the latest when it is flushed', () => {
  withCatalogue((catalogue) => {
    catalogue.exec('CREATE TEMP TABLE rows (n INTEGER, text TEXT)');
    const { add, flush } = bulkInsert(catalogue, 'INSERT INTO rows VALUES', '(?, ?)');
    for (let n = 0; n < 600; n += 1) add([n, String(n)]);
    expect(catalogue.prepare('SELECT count(*) AS n FROM rows').get()?.n).toBeLessThan(600);
    flush();
    flush();
    const rows = catalogue.prepare('SELECT n FROM rows WHERE text = n ORDER BY rowid').all();
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 600 }, (_, n) => n));
  });
});

test('a set of hashes has what was added to it, and hardly anything else', () => {
  const set = hashSet();
  const texts = Array.from({ length: 20_000 }, (_, n) => `path articles/${n % 97}/خبر-${n}.html`);
  for (const text of texts) set.add(text);
  expect(texts.every(set.mayHave)).toBe(true);
  expect(texts.filter((text) => set.mayHave(`${text} `))).toEqual([]);
});
