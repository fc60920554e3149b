import type { Config } from '../../model/config.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { Metadata } from '../../model/metadata.ts';
import type { PublicationMark } from '../../model/publication.ts';
import { sha256 } from '../../publish/sha256.ts';
import { combineMetadata } from '../../sources/combine-metadata.ts';
import { declaredEncoding } from '../../sources/encodings/declared.ts';
import { readFolderFile } from '../../sources/read-folder-file.ts';
import { readSeed } from '../../sources/seed-file.ts';
import type { FoundFile, FoundSeed } from '../../sources/walk.ts';

/** What a seed takes over from its folders. */
export interface InheritedMetadata {
  readonly metadata: Metadata | undefined;
  /** Hash of the files and rows of tables that say so; empty where none does. */
  readonly hash: string;
}

/** The metadata that one file gives to its folder; undefined where it cannot be read. */
type FolderReading = Outcome<InheritedMetadata | undefined>;

/** Readings kept for the next seeds of the same folders, in one thread. */
const keptReadings = 200;

const readings = new Map<string, FolderReading>();

/** Reads the file of a folder, or returns what it gave to an earlier seed. */
export function readFolder(
  file: FoundFile,
  { encodings, fields }: Pick<Config, 'encodings'> & Partial<Pick<Config, 'fields'>>,
): FolderReading {
  const { path, absolute, bytes, mtimeMs, ctimeMs } = file;
  const declared = declaredEncoding(path, encodings);
  const key = `${absolute} ${bytes} ${mtimeMs} ${ctimeMs} ${declared ?? ''}`;
  const known = readings.get(key);
  if (known !== undefined) return known;
  const seed = readSeed(file);
  let reading: FolderReading = { value: undefined, diagnostics: seed.diagnostics };
  if (seed.value !== undefined) {
    const read = readFolderFile(
      { path, bytes: seed.value },
      { declared, ...(fields === undefined ? {} : { own: fields }) },
    );
    const value = { metadata: read.value, hash: sha256(seed.value) };
    reading = { value, diagnostics: read.diagnostics };
  }
  if (readings.size >= keptReadings) readings.clear();
  // What cannot be read is tried again.
  if (seed.value !== undefined) readings.set(key, reading);
  return reading;
}

/** Depth of a folder: the number of its names. */
const depthOf = (folder: string): number => (folder === '' ? 0 : folder.split('/').length);

const nothing: Outcome<InheritedMetadata> = {
  value: { metadata: undefined, hash: '' },
  diagnostics: [],
};

/** What is said of one folder. */
interface FolderLayer {
  readonly depth: number;
  readonly metadata: Metadata | undefined;
}

/** Returns what the settings say of the folders of a seed, outermost first. */
function settingsLayers(
  { path }: FoundSeed,
  { folders, dates }: Pick<Config, 'folders' | 'dates'>,
): readonly FolderLayer[] {
  const ofAll: readonly FolderLayer[] =
    dates.order === undefined ? [] : [{ depth: -1, metadata: { dateOrder: dates.order } }];
  const ofFolders = Object.entries(folders)
    .filter(([folder]) => folder === '' || path.startsWith(`${folder}/`))
    .map(([folder, metadata]) => ({ depth: depthOf(folder), metadata }));
  return [...ofAll, ...ofFolders];
}

/** Returns the layer of a folder `_drafts`, in which Jekyll keeps drafts; none where no folder has that name. */
function draftsLayer({ path }: FoundSeed): readonly FolderLayer[] {
  const at = path.search(/(?:^|\/)_drafts\//i);
  if (at === -1) return [];
  const draft: PublicationMark = {
    ...{ name: 'draft', key: 'folder', value: '_drafts', verdict: 'held', state: 'draft' },
  };
  const depth = depthOf(path.slice(0, at)) + 1;
  return [{ depth, metadata: { publication: { draft } } }];
}

/**
 * Returns what a seed takes over from its folders and from the tables that name it: key by key from the nearest. A file that cannot be read is
 * no reason to publish what it may hold back, so that the seeds below it cannot be read either.
 *
 * @returns undefined, with the reasons, where a file of a folder cannot be read
 */
export function inheritedMetadata(
  seed: FoundSeed,
  config: Pick<Config, 'encodings' | 'folders' | 'dates'> & Partial<Pick<Config, 'fields'>>,
): Outcome<InheritedMetadata | undefined> {
  const fromSettings = [...draftsLayer(seed), ...settingsLayers(seed, config)];
  if (seed.folders === undefined && fromSettings.length === 0 && seed.row === undefined) {
    return nothing;
  }
  const layers = [...fromSettings];
  const hashes: string[] = [];
  for (const file of seed.folders ?? []) {
    const { value, diagnostics } = readFolder(file, config);
    if (value === undefined) return { value: undefined, diagnostics: ofSeed(seed, diagnostics) };
    hashes.push(value.hash);
    layers.push({ depth: depthOf(file.path) - 1, metadata: value.metadata });
  }
  const metadata = layers
    .toSorted((a, b) => a.depth - b.depth)
    .reduce<Metadata>((outer, inner) => combineMetadata(outer, inner.metadata ?? {}), {});
  const { row } = seed;
  if (row === undefined) return { value: { metadata, hash: hashes.join(' ') }, diagnostics: [] };
  const hash = [...hashes, `row ${row.hash}`].join(' ');
  return { value: { metadata: combineMetadata(metadata, row.metadata), hash }, diagnostics: [] };
}

/** Returns diagnostics of a folder's file as those of a seed, which is left out because of it. */
const ofSeed = ({ path }: FoundSeed, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.map((diagnostic) => ({ ...diagnostic, file: path }));
