import { existsSync, opendirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Figures of a site's output folder. */
export interface Output {
  readonly files: number;
  readonly html: number;
  /** Number of article pages. */
  readonly articles: number;
  /** Number of files written since the given time. */
  readonly written: number;
  readonly bytes: number;
  /** Content of the given article's page; empty if there is none. */
  readonly page: string;
  /**
   * Number of pages that contain the article's id: its own, its neighbours', its listings. Equal numbers show that
   * the generators' sites are equivalent; undefined if the pages were not read.
   */
  readonly naming: number | undefined;
}

/** Yields the files of a folder: a list of a million names would take memory from the runs. */
function* filesIn(folder: string): Generator<string> {
  const entries = opendirSync(folder);
  try {
    for (let entry = entries.readSync(); entry !== null; entry = entries.readSync()) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) yield* filesIn(path);
      else yield path;
    }
  } finally {
    entries.closeSync();
  }
}

/**
 * Returns the current time in milliseconds of the file system's clock, which lags behind the processor's.
 *
 * @param file a file to write, on the same file system, outside the sites
 */
export function fileSystemTime(file: string): number {
  writeFileSync(file, '');
  return statSync(file).ctimeMs;
}

/**
 * Inspects a site. A file counts as written if its content, name or status changed, which includes a replaced
 * file whose old modification time was restored.
 *
 * @param since time as from `fileSystemTime`
 * @param id id of the article whose page is returned
 * @param readsAll whether to read every page
 */
export function inspect(folder: string, since: number, id: string, readsAll: boolean): Output {
  let [files, html, articles, written, bytes, page, naming] = [0, 0, 0, 0, 0, '', 0];
  for (const file of existsSync(folder) ? filesIn(folder) : []) {
    const { ctimeMs, mtimeMs, size } = statSync(file);
    files++;
    bytes += size;
    if (ctimeMs >= since || mtimeMs >= since) written++;
    if (!file.endsWith('.html')) continue;
    html++;
    if (readsAll && readFileSync(file).includes(id)) naming++;
    const [, article] = /\/(a\d{7})(?:\/index)?\.html$/.exec(file) ?? [];
    if (article === undefined) continue;
    articles++;
    if (article === id) page = readFileSync(file, 'utf8');
  }
  return { files, html, articles, written, bytes, page, naming: readsAll ? naming : undefined };
}
