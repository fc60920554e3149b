import type { Catalogue } from './database.ts';

/**
 * Names of the single values in the table `meta`; an absent one is unknown.
 *
 * - `boot`: id of the system start under which the catalogue is written
 * - `build`: number of the last build that published
 * - `reading`, `rendering`: the keys under which seeds were read and pages rendered
 * - `program`: hash of the program that published
 * - `exports`: hash of what the published exports were made of
 * - `imported`: files outside `templates/` that the site's templates import, as JSON
 * - `out`: the output folder, relative to the cache
 * - `manifest`: size and time of the manifest as it was published
 * - `asOf`: the day for which it was decided which articles are shown, as YYYYMMDD
 * - `sections`: the sections of the published archive, which every page links to
 * - `lastmod`: present where the published sitemaps name days of changes
 * - `addresses`: size of the log of addresses as the catalogue holds it; `addressLines`: the number of its lines
 * - `addressFile`: sizes and times of the record of addresses beside the settings
 * - `packs`: keys of the packs of originals that are divided in the published site, as JSON
 * - `kept`: present where the catalogue records all files that stay though the settings do not ask for them
 * - `spool`: number of the file of stored articles, and its size when a build closed it
 * - `keywords`: present where the table of keywords lacks changes of documents
 * - `loading`: present while documents are loaded into a catalogue that had none, which lacks indexes until then
 * - `complete`: present where the catalogue records every file of the site
 */
export type MetaName =
  | 'boot'
  | 'build'
  | 'reading'
  | 'rendering'
  | 'program'
  | 'exports'
  | 'imported'
  | 'out'
  | 'manifest'
  | 'asOf'
  | 'sections'
  | 'packs'
  | 'kept'
  | 'lastmod'
  | 'addresses'
  | 'addressLines'
  | 'addressFile'
  | 'spool'
  | 'keywords'
  | 'loading'
  | 'complete';

/** Values by name; `undefined` removes one. */
export type MetaValues = { readonly [K in MetaName]?: string | undefined };

/** Returns the value of a name; undefined where it has none. */
export function meta(catalogue: Catalogue, name: MetaName): string | undefined {
  const row = catalogue.prepare('SELECT value FROM meta WHERE name = ?').get(name);
  return row === undefined ? undefined : String(row.value);
}

/** Sets the value of a name; `undefined` removes it. */
export function setMeta(catalogue: Catalogue, name: MetaName, value: string | undefined): void {
  if (value === undefined) catalogue.prepare('DELETE FROM meta WHERE name = ?').run(name);
  else catalogue.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(name, value);
}

/** Sets several values; `undefined` removes one. */
export function setMetaValues(catalogue: Catalogue, values: MetaValues): void {
  for (const [name, value] of Object.entries(values)) setMeta(catalogue, name as MetaName, value);
}
