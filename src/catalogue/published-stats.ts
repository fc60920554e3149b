import type { Catalogue } from './database.ts';

/** Size and modification time of a file; `stats` is undefined where no build has recorded them. */
export interface RecordedStats {
  readonly outputPath: string;
  readonly stats: { readonly bytes: number; readonly mtime: number } | undefined;
}

/** Yields size and modification time of every recorded file. */
export function* publishedStats(catalogue: Catalogue): Generator<RecordedStats> {
  const rows = catalogue.prepare('SELECT output_path, size, mtime FROM files');
  rows.setReturnArrays(true);
  for (const row of rows.iterate()) {
    const [outputPath, size, mtime] = row as unknown as readonly [string, unknown, unknown];
    const isRecorded = size !== null && mtime !== null;
    const stats = isRecorded ? { bytes: Number(size), mtime: Number(mtime) } : undefined;
    yield { outputPath, stats };
  }
}

/** Tells whether the site has at least this number of files, 1 or more, without counting the others. */
export const hasFiles = (catalogue: Catalogue, number: number): boolean =>
  catalogue.prepare('SELECT 1 FROM files LIMIT 1 OFFSET ?').get(number - 1) !== undefined;
