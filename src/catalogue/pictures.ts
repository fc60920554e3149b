import type { PictureUse } from '../model/picture.ts';
import type { Catalogue } from './database.ts';

/** Page group of the articles' pictures among the files of the site. */
export const pictureGroup = 'picture';

/** A picture under the seeds folder, as the walk finds it. */
export interface FoundPicture {
  /** Relative to the seeds folder, NFC. */
  readonly path: string;
  /** Path by which it is opened, with names as on the disk. */
  readonly absolute: string;
  /** Its size and times; undefined where they may change unnoticed. */
  readonly stamp: string | undefined;
}

/** Returns the name by which a picture is looked for: without folder and letter case. */
export const pictureNameOf = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFC')
    .toLowerCase();

/** Compares the pictures of a walk with those of the last one. */
export interface PictureScan {
  /** Records a picture. */
  add(picture: FoundPicture): void;
  /**
   * Forgets the pictures that are gone, and has the articles that name a new, changed or lost one read again.
   *
   * @param isReadable tells whether the part of the folder with a path could be read
   * @returns the seeds of these articles
   */
  finish(isReadable: (path: string) => boolean): readonly string[];
  /** Number of pictures found. */
  count(): number;
}

/** Begins to compare the pictures of a walk with those of the last one. */
export function pictureScan(catalogue: Catalogue): PictureScan {
  const known = catalogue.prepare('SELECT stamp FROM pictures WHERE path = ?');
  const put = catalogue.prepare('INSERT OR REPLACE INTO pictures VALUES (?, ?, ?, ?, 1)');
  const keep = catalogue.prepare('UPDATE pictures SET found = 1, file = ? WHERE path = ?');
  const changed = new Set<string>();
  let count = 0;
  let isOpen = false;

  /** Marks all pictures as not found yet; a folder without pictures needs no statement. */
  function open(): void {
    if (!isOpen) catalogue.exec('UPDATE pictures SET found = 0');
    isOpen = true;
  }

  return {
    add({ path, absolute, stamp }) {
      open();
      count += 1;
      const before = known.get(path)?.stamp;
      if (stamp !== undefined && before === stamp) {
        keep.run(absolute, path);
        return;
      }
      changed.add(pictureNameOf(path));
      put.run(path, pictureNameOf(path), absolute, stamp ?? null);
    },
    finish(isReadable) {
      open();
      const remove = catalogue.prepare('DELETE FROM pictures WHERE path = ?');
      for (const { path } of catalogue.prepare('SELECT path FROM pictures WHERE found = 0').all()) {
        if (!isReadable(String(path))) continue;
        changed.add(pictureNameOf(String(path)));
        remove.run(String(path));
      }
      return forgetReadings(catalogue, changed);
    },
    count: () => count,
  };
}

/** Has the seeds whose articles name pictures be read again; returns their paths. */
function forgetReadings(catalogue: Catalogue, names: ReadonlySet<string>): readonly string[] {
  if (names.size === 0) return [];
  const using = catalogue.prepare(
    'SELECT DISTINCT seed FROM picture_uses JOIN documents USING (doc) WHERE name = ?',
  );
  const seeds = new Set<string>();
  for (const name of names) for (const { seed } of using.all(name)) seeds.add(String(seed));
  forgetSeeds(catalogue, seeds);
  return [...seeds].sort();
}

/** Has seeds be read again. */
function forgetSeeds(catalogue: Catalogue, seeds: ReadonlySet<string>): void {
  if (seeds.size === 0) return;
  const forgetSeed = catalogue.prepare('UPDATE seeds SET stamp = NULL WHERE path = ?');
  const forgetDocuments = catalogue.prepare(
    'UPDATE documents SET content_hash = NULL WHERE seed = ?',
  );
  for (const seed of seeds) {
    forgetSeed.run(seed);
    forgetDocuments.run(seed);
  }
}

/** Writes the pictures of documents. */
export interface PictureUseWriter {
  add(doc: number, uses: readonly PictureUse[]): void;
  remove(doc: number): void;
}

/** Returns a writer of the pictures of documents. */
export function pictureUseWriter(catalogue: Catalogue): PictureUseWriter {
  const add = catalogue.prepare('INSERT OR IGNORE INTO picture_uses VALUES (?, ?, ?, ?, ?, ?)');
  const remove = catalogue.prepare('DELETE FROM picture_uses WHERE doc = ?');
  return {
    add(doc, uses) {
      for (const { name, path, published, sizes } of uses) {
        const { outputPath = '', sha256 = '' } = published ?? {};
        add.run(
          doc,
          name,
          path,
          outputPath,
          sha256,
          sizes === undefined ? null : JSON.stringify(sizes),
        );
      }
    },
    remove: (doc) => void remove.run(doc),
  };
}

/** A picture that the site publishes. */
export interface SitePicture {
  readonly outputPath: string;
  readonly sha256: string;
  /** Path by which its source is opened; undefined where it comes out of a seed. */
  readonly file: string | undefined;
  readonly sizes: readonly { readonly outputPath: string; readonly width: number }[];
}

/** Yields the pictures of the articles in the archive, each once, in the order of their output paths. */
export function* sitePictures(catalogue: Catalogue): Generator<SitePicture> {
  const rows = catalogue.prepare(`
    SELECT u.output_path AS output_path, min(u.sha256) AS sha256, min(p.file) AS file, max(u.sizes) AS sizes
    FROM picture_uses u JOIN documents d ON d.doc = u.doc LEFT JOIN pictures p ON p.path = u.path
    WHERE u.output_path <> '' AND d.accepted = 1
    GROUP BY u.output_path ORDER BY u.output_path`);
  for (const { output_path, sha256, file, sizes } of rows.iterate()) {
    yield {
      outputPath: String(output_path),
      sha256: String(sha256),
      file: file === null ? undefined : String(file),
      sizes: sizes === null ? [] : (JSON.parse(String(sizes)) as SitePicture['sizes']),
    };
  }
}

/** Yields the output paths of all pictures of documents, in the archive or not, with their smaller copies. */
export function* picturePaths(catalogue: Catalogue): Generator<string> {
  const rows = catalogue.prepare(
    "SELECT DISTINCT output_path, sizes FROM picture_uses WHERE output_path <> ''",
  );
  for (const { output_path, sizes } of rows.iterate()) {
    yield String(output_path);
    if (sizes === null) continue;
    for (const { outputPath } of JSON.parse(String(sizes)) as SitePicture['sizes'])
      yield outputPath;
  }
}

/**
 * Has the seeds be read again out of which pictures come that the cache has lost.
 *
 * @param isKept tells whether the cache has the picture of an output path
 */
export function forgetLostPictures(
  catalogue: Catalogue,
  isKept: (outputPath: string) => boolean,
): void {
  const rows = catalogue
    .prepare(
      "SELECT DISTINCT u.output_path AS output_path, d.seed AS seed FROM picture_uses u JOIN documents d ON d.doc = u.doc WHERE u.path = '' AND u.output_path <> ''",
    )
    .all();
  const seeds = new Set(
    rows.filter((row) => !isKept(String(row.output_path))).map(({ seed }) => String(seed)),
  );
  forgetSeeds(catalogue, seeds);
}

/** Pictures that no article names. */
export interface UnusedPictures {
  readonly count: number;
  /** Paths of the first of them. */
  readonly paths: readonly string[];
}

/** Returns the pictures under the seeds folder that no article names, with a few of their paths. */
export function unusedPictures(catalogue: Catalogue, shown: number): UnusedPictures {
  const unused = 'FROM pictures WHERE path NOT IN (SELECT path FROM picture_uses)';
  const count = Number(catalogue.prepare(`SELECT count(*) AS n ${unused}`).get()?.n);
  if (count === 0) return { count, paths: [] };
  const rows = catalogue.prepare(`SELECT path ${unused} ORDER BY path LIMIT ?`).all(shown);
  return { count, paths: rows.map(({ path }) => String(path)) };
}

/** Looks for pictures under the seeds folder. */
export interface PictureFinder {
  /** Returns the path by which the picture at a path is opened; undefined where there is none. */
  readonly at: (path: string) => string | undefined;
  /** Returns the paths of the pictures of a name without letter case, the shortest first. */
  readonly named: (name: string) => readonly string[];
  /** Returns the paths of pictures whose names begin with a stem and a dot, in any letter case. */
  readonly withStem: (stem: string) => readonly string[];
}

/** Returns a finder of pictures. */
export function pictureFinder(catalogue: Catalogue): PictureFinder {
  const at = catalogue.prepare('SELECT file FROM pictures WHERE path = ?');
  const named = catalogue.prepare(
    'SELECT path FROM pictures WHERE name = ? ORDER BY length(path), path LIMIT 100',
  );
  const withStem = catalogue.prepare(
    "SELECT path FROM pictures WHERE name > ?1 || '.' AND name < ?1 || '/' ORDER BY name, path LIMIT 100",
  );
  return {
    at(path) {
      const file = at.get(path)?.file;
      return file === undefined ? undefined : String(file);
    },
    named: (name) => named.all(name).map(({ path }) => String(path)),
    withStem: (stem) => withStem.all(stem).map(({ path }) => String(path)),
  };
}
