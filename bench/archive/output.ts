import { existsSync, opendirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What lies in a site's folder. */
export interface Output {
  readonly files: number;
  readonly html: number;
  /** Pages of articles. */
  readonly articles: number;
  /** Files that were written since the moment asked about. */
  readonly written: number;
  readonly bytes: number;
  /** The page of the article asked about; empty where there is none. */
  readonly page: string;
  /**
   * Pages that name the article: its own, its neighbours, its lists. Equal numbers tell that sites of
   * different generators show the same; undefined where the pages were not read.
   */
  readonly naming: number | undefined;
}

/** The files of a folder one after another: a million names at once would take memory from the runs. */
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
 * Returns the present moment by the file system's own clock, which runs behind the processor's.
 *
 * @param file is written; it lies on the file system in question, outside the sites
 */
export function moment(file: string): number {
  writeFileSync(file, '');
  return statSync(file).ctimeMs;
}

/**
 * Looks through a site. A file counts as written where its content, name or status changed, so that one
 * that was replaced and given its old time back is found too.
 *
 * @param id the article whose page is wanted
 * @param wholly whether every page is read
 */
export function inspect(folder: string, since: number, id: string, wholly: boolean): Output {
  let [files, html, articles, written, bytes, page, naming] = [0, 0, 0, 0, 0, '', 0];
  for (const file of existsSync(folder) ? filesIn(folder) : []) {
    const { ctimeMs, mtimeMs, size } = statSync(file);
    files++;
    bytes += size;
    if (ctimeMs >= since || mtimeMs >= since) written++;
    if (!file.endsWith('.html')) continue;
    html++;
    if (wholly && readFileSync(file).includes(id)) naming++;
    const [, article] = /\/(a\d{7})(?:\/index)?\.html$/.exec(file) ?? [];
    if (article === undefined) continue;
    articles++;
    if (article === id) page = readFileSync(file, 'utf8');
  }
  return { files, html, articles, written, bytes, page, naming: wholly ? naming : undefined };
}
