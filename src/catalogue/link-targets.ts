import { pathKeyOf } from '../model/old-path.ts';
import type { Origin } from '../model/origin.ts';
import { originOf } from '../model/origin.ts';
import type { Catalogue } from './database.ts';

/** An article of the archive that a link may lead to. */
export interface LinkTarget {
  readonly doc: number;
  readonly seed: string;
  readonly outputPath: string;
}

/** Hosts on which an article may have been published. */
export type OriginHosts = 'any' | 'given' | 'given-or-none';

/**
 * Finds the articles that links may lead to. Only articles of the archive are found: to a link, one that is held
 * back or waits for its address is nothing.
 */
export interface LinkTargets {
  /** Returns the article of a seed. */
  seed(path: string): LinkTarget | undefined;
  /** Returns the articles of the seeds with a path, without its extension and in any letter case. */
  pathsLike(stem: string): readonly LinkTarget[];
  /** Returns the articles of the seeds with a file name, likewise; that of a folder's index is the folder's. */
  named(stem: string): readonly LinkTarget[];
  /** Tells whether there is a seed at a path, whether or not it gives articles. */
  isSeed(path: string): boolean;
  id(id: string): LinkTarget | undefined;
  /** Returns the article at an output path. */
  page(outputPath: string): LinkTarget | undefined;
  /**
   * Returns the articles that had a path.
   *
   * @param hosts on any host, on the given one, or on the given one or at an alias that names none
   */
  published(origin: Origin, hosts: OriginHosts): readonly LinkTarget[];
  /** Drops the temporary tables. */
  close(): void;
}

type Row = Readonly<Record<string, unknown>>;

const columns = 'doc, seed, output_path';

const targetOf = (row: Row): LinkTarget => ({
  doc: Number(row.doc),
  seed: String(row.seed),
  outputPath: String(row.output_path),
});

const extension = /\.[^./]*$/;

/** Texts that stand for their folder. */
const folderIndex = /(?:^|\/)(?:_?index|readme)$/;

/** Returns a path in the form in which two are compared: lower case, without its extension. */
export const comparablePath = (path: string): string =>
  path.normalize('NFC').replace(extension, '').toLowerCase();

/** Creates a temporary table of the names of all seeds that are articles. */
function createNames(catalogue: Catalogue): void {
  catalogue.exec(
    'CREATE TEMP TABLE link_names (name TEXT NOT NULL, path TEXT NOT NULL, doc INTEGER NOT NULL)',
  );
  const insert = catalogue.prepare('INSERT INTO temp.link_names VALUES (?, ?, ?)');
  const rows = catalogue.prepare(
    'SELECT doc, seed FROM documents WHERE accepted = 1 AND ordinal = 0',
  );
  for (const { doc, seed } of rows.iterate()) {
    const path = comparablePath(String(seed));
    const folder = path.replace(folderIndex, '');
    const nameOf = (whole: string): string => whole.slice(whole.lastIndexOf('/') + 1);
    insert.run(nameOf(path), path, Number(doc));
    if (folder !== path && folder !== '') insert.run(nameOf(folder), folder, Number(doc));
  }
  catalogue.exec(
    'CREATE INDEX temp.link_names_name ON link_names (name); CREATE INDEX temp.link_names_path ON link_names (path)',
  );
}

/** Stands for the host of an address that names none. */
const anyHost = 'host.invalid';

/** Creates a temporary table of the addresses at which articles were first published. */
function createOrigins(catalogue: Catalogue): void {
  catalogue.exec(
    'CREATE TEMP TABLE link_origins (path TEXT NOT NULL, host TEXT NOT NULL, doc INTEGER NOT NULL)',
  );
  const insert = catalogue.prepare('INSERT INTO temp.link_origins VALUES (?, ?, ?)');
  const rows = catalogue.prepare(
    'SELECT doc, origins FROM documents WHERE accepted = 1 AND origins IS NOT NULL',
  );
  for (const { doc, origins } of rows.iterate()) {
    // The article's own URL is the first: its aliases may be of that host, or of the owner's old site.
    let own = '';
    for (const address of String(origins).split('\n')) {
      const origin = originOf(address, `http://${anyHost}/`);
      if (origin === undefined) continue;
      if (origin.host !== anyHost) own = origin.host;
      insert.run(origin.path, own, Number(doc));
      if (origin.host === anyHost && own !== '') insert.run(origin.path, '', Number(doc));
    }
  }
  catalogue.exec('CREATE INDEX temp.link_origins_path ON link_origins (path)');
}

/** Returns the articles of the archive as targets of links; the temporary tables are created when needed. */
export function linkTargets(catalogue: Catalogue): LinkTargets {
  const bySeed = catalogue.prepare(
    `SELECT ${columns} FROM documents WHERE seed = ? AND ordinal = 0 AND accepted = 1`,
  );
  const byId = catalogue.prepare(`SELECT ${columns} FROM documents WHERE id = ? AND accepted = 1`);
  const byPage = catalogue.prepare(
    `SELECT ${columns} FROM documents WHERE path_key = ? AND accepted = 1`,
  );
  const anySeed = catalogue.prepare('SELECT 1 FROM seeds WHERE path = ?');
  const created = new Map<string, ReturnType<Catalogue['prepare']>>();

  /** Returns a statement on a temporary table, which is created first where it is not there. */
  function on(table: 'names' | 'origins', where: string): ReturnType<Catalogue['prepare']> {
    const known = created.get(where);
    if (known !== undefined) return known;
    if (![...created.keys()].some((key) => key.startsWith(table))) {
      if (table === 'names') createNames(catalogue);
      else createOrigins(catalogue);
    }
    const statement = catalogue.prepare(
      `SELECT DISTINCT ${columns} FROM documents WHERE doc IN (SELECT doc FROM temp.link_${where}) ORDER BY seed, ordinal`,
    );
    created.set(where, statement);
    return statement;
  }

  const found = (row: Row | undefined): LinkTarget | undefined => row && targetOf(row);
  return {
    seed: (path) => found(bySeed.get(path)),
    pathsLike: (stem) => on('names', 'names WHERE path = ?').all(stem).map(targetOf),
    named: (stem) => on('names', 'names WHERE name = ?').all(stem).map(targetOf),
    isSeed: (path) => anySeed.get(path) !== undefined,
    id: (id) => found(byId.get(id)),
    page: (outputPath) => found(byPage.get(pathKeyOf(outputPath))),
    published({ host, path }, hosts) {
      const rows =
        hosts === 'any'
          ? on('origins', 'origins WHERE path = ?').all(path)
          : on('origins', 'origins WHERE path = ? AND host IN (?, ?)').all(
              ...[path, host, hosts === 'given' ? host : ''],
            );
      return rows.map(targetOf);
    },
    close: () =>
      catalogue.exec(
        'DROP TABLE IF EXISTS temp.link_names; DROP TABLE IF EXISTS temp.link_origins;',
      ),
  };
}
