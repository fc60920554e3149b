import { bulkInsert } from './bulk-insert.ts';
import type { Catalogue } from './database.ts';
import type { PublishedFile, SiteFile } from './pages.ts';

/** Records the files of the site. */
export interface PageWriter {
  /** Records a published file as planned; `flush` must follow before file records are read. */
  put(file: PublishedFile): void;
  /** Records a file of an earlier build without size and time, as not planned. */
  adopt(file: SiteFile, pageGroup: string | undefined): void;
  /** Marks a recorded file as planned. */
  markPlanned(outputPath: string, pageGroup: string): void;
  /** Removes the record of a file. */
  remove(outputPath: string): void;
  /** Writes the records that wait. */
  flush(): void;
}

/** Returns a writer of file records; `build` is the number of the build that plans them. */
export function pageWriter(catalogue: Catalogue, build: number): PageWriter {
  const start = 'INSERT OR REPLACE INTO files VALUES';
  const values = '(?, ?, unhex(?), ?, ?, ?)';
  const put = catalogue.prepare(`${start} ${values}`);
  const many = bulkInsert(catalogue, start, values);
  const markPlanned = catalogue.prepare(
    'UPDATE files SET planned = ?, page_group = ? WHERE output_path = ?',
  );
  const remove = catalogue.prepare('DELETE FROM files WHERE output_path = ?');
  return {
    put: ({ outputPath, pageGroup, contentHash, bytes, mtime }) =>
      many.add([outputPath, pageGroup, contentHash, bytes, mtime, build]),
    flush: many.flush,
    adopt: ({ outputPath, contentHash }, pageGroup) =>
      void put.run(outputPath, pageGroup ?? null, contentHash, null, null, 0),
    markPlanned: (outputPath, pageGroup) => void markPlanned.run(build, pageGroup, outputPath),
    remove: (outputPath) => void remove.run(outputPath),
  };
}
