import { type Dirent, readdirSync } from 'node:fs';
import { compareCodePoints } from '../model/code-points.ts';
import type { Outcome } from '../model/diagnostic.ts';
import { maxSeedBytes, maxSidecarBytes } from '../model/limits.ts';
import type { Metadata } from '../model/metadata.ts';
import type { RecordForm } from '../model/record.ts';
import { isFolderFile } from './folder-metadata.ts';
import { foreignFile } from './foreign-file.ts';
import type { Format } from './format.ts';
import { extensionOf, formatOf } from './formats.ts';
import { type FoundFile, folderFiles, measure, tableFiles } from './found-files.ts';
import { type RecordName, recordName } from './records/form.ts';
import { failure, notAFile, unreadable } from './seed-file.ts';
import {
  type FolderEntry,
  folderEntry,
  type IsKnown,
  isIgnored,
  isPictureEntry,
  isSeed,
  pathStem,
  picturesByStem,
  sidecarStem,
  visibleName,
} from './walk-entries.ts';

/** A seed with its sidecar, where there is one. */
export interface FoundSeed extends FoundFile {
  readonly sidecar?: FoundFile;
  /** The files with metadata of its folders, outermost first; absent where there are none. */
  readonly folders?: readonly FoundFile[];
  /** Set for a multi-record seed. */
  readonly records?: RecordForm;
  readonly gzipped?: boolean;
  /** What the rows of tables say of it, and the hash of that; absent where none does. */
  readonly row?: { readonly metadata: Metadata; readonly hash: string };
  /** Hash of an editor's decisions about its headings; absent where there are none. */
  readonly decided?: string;
  /** Path of a sidecar that cannot be read: it is over its limit. */
  readonly unreadSidecar?: string;
  /** Paths of the pictures that belong to it by their names; absent where there are none. */
  readonly pictures?: readonly string[];
}

/** The tables of metadata in a folder, whose rows are about the seeds that follow, up to the end of the folder. */
export interface FolderTables {
  /** Path of the folder, with a slash at its end; empty for the seeds folder. */
  readonly folder: string;
  /** Empty at the end of the folder. */
  readonly files: readonly FoundFile[];
  /** The files with metadata of the folder and those around it, outermost first. */
  readonly folderFiles: readonly FoundFile[];
}

/** A step of the walk: a seed, a picture or a file that is neither, or the beginning or end of a folder with tables of metadata. */
export interface WalkStep extends Outcome<FoundSeed | undefined> {
  readonly tables?: FolderTables;
  readonly picture?: FoundFile;
}

/** How seeds are looked for. */
export interface WalkOptions {
  /** The formats that are known; the built-in ones by default. */
  readonly among?: readonly Format[] | undefined;
  /** Tells whether a file is a table of metadata; by default none is. */
  readonly isTable?: (file: FoundFile) => boolean;
}

/**
 * Walks a seeds folder in code point order of the paths, independent of disk and locale.
 * Follows no link, opens only files of certain formats that are not read; folders are listed one at a time.
 *
 * @param directory path of the seeds folder
 * @returns one step for each seed and for each other file, with diagnostics; a step without a seed
 *   has diagnostics only. Never throws
 */
export function walkSeeds(
  directory: string,
  { among, isTable = () => false }: WalkOptions = {},
): Generator<WalkStep> {
  const kinds = { isKnown: (path: string) => formatOf(path, among) !== undefined, isTable };
  return walkFolder(directory, '', kinds, []);
}

/** Tells files of other kinds apart. */
interface FileKinds {
  readonly isKnown: IsKnown;
  readonly isTable: (file: FoundFile) => boolean;
}

function* walkFolder(
  directory: string,
  prefix: string,
  kinds: FileKinds,
  outer: readonly FoundFile[],
): Generator<WalkStep> {
  const { isKnown } = kinds;
  let entries: readonly FolderEntry[];
  try {
    const listed = readdirSync(directory, { withFileTypes: true });
    let names: ReadonlySet<string> | undefined;
    const isHiddenText = (entry: Dirent): boolean => {
      const visible = visibleName(entry, isKnown);
      if (visible === undefined) return false;
      names ??= new Set(listed.map(({ name }) => name));
      return !names.has(visible);
    };
    entries = listed
      .filter((entry) => !isIgnored(entry.name) || isHiddenText(entry))
      .map((entry) => folderEntry(entry, directory, prefix))
      // Names that differ only in normalization need a second key: the disk's order is arbitrary.
      .sort((a, b) => compareCodePoints(a.order, b.order) || compareCodePoints(a.name, b.name));
  } catch (error) {
    yield failure(unreadable(prefix.replace(/\/$/, '') || '.', error));
    return;
  }
  const folders = [...outer, ...folderFiles(entries)];
  const tables = tableFiles(entries, kinds.isTable);
  const tablePaths = new Set(tables.map(({ path }) => path));
  if (tables.length > 0)
    yield { ...nothing, tables: { folder: prefix, files: tables, folderFiles: folders } };
  const pictures = entries.filter(isPictureEntry);
  const sidecars = new Map<string, FolderEntry>();
  for (const entry of entries) {
    const stem = sidecarStem(entry);
    // `.yaml` sorts before `.yml` and takes precedence.
    if (stem !== undefined && !sidecars.has(stem)) sidecars.set(stem, entry);
  }
  // Most folders have no sidecars: for them no set of stems is built.
  const stems = new Set(
    sidecars.size === 0
      ? []
      : entries
          .filter((entry) => isSeed(entry, isKnown) && !tablePaths.has(entry.path))
          .map((entry) => pathStem(entry.path)),
  );
  const siblings = pictures.length === 0 ? undefined : picturesByStem(pictures, entries, isKnown);
  for (const entry of entries) {
    const stem = sidecarStem(entry);
    if (entry.name.includes('\ufffd')) {
      // Node decodes invalid UTF-8 in names to U+FFFD; such a name cannot be opened again.
      const at = { severity: 'error', file: entry.path } as const;
      yield failure({ ...at, rule: 'seed-name-invalid', values: {} });
    } else if (isIgnored(entry.name)) {
      const at = { severity: 'warning', file: entry.path } as const;
      yield failure({ ...at, rule: 'seed-hidden', values: {} });
    } else if (entry.kind === 'folder') {
      yield* walkFolder(entry.absolute, `${entry.path}/`, kinds, folders);
    } else if (entry.kind !== 'file') {
      yield failure(notAFile(entry.path, entry.kind));
    } else if (isFolderFile(entry.name) || tablePaths.has(entry.path)) {
      // Read with the texts of the folder.
    } else if (stem !== undefined) {
      if (stems.has(stem) && sidecars.get(stem) === entry) continue;
      const at = { severity: 'warning', file: entry.path } as const;
      yield failure({ ...at, rule: 'sidecar-orphan', values: {} });
    } else {
      if (siblings !== undefined && isPictureEntry(entry) && !isKnown(entry.path)) {
        yield pictureStep(entry);
        continue;
      }
      const sidecar = sidecars.size === 0 ? undefined : sidecars.get(pathStem(entry.path));
      const found = withFolders(findSeed(entry, sidecar, isKnown), folders);
      yield siblings === undefined ? found : withPictures(found, siblings);
    }
  }
  if (tables.length > 0)
    yield { ...nothing, tables: { folder: prefix, files: [], folderFiles: [] } };
}

const nothing: WalkStep = { value: undefined, diagnostics: [] };

/** Returns the step of a picture; one that cannot be looked at is reported where a text names it. */
function pictureStep(entry: FolderEntry): WalkStep {
  const { value: picture } = measure(entry, Number.POSITIVE_INFINITY);
  return { value: undefined, diagnostics: [], ...(picture === undefined ? {} : { picture }) };
}

/** Returns a found seed, not one of records, with its pictures. */
function withPictures(
  found: Outcome<FoundSeed | undefined>,
  siblings: ReadonlyMap<string, readonly string[]>,
): Outcome<FoundSeed | undefined> {
  const { value: seed, diagnostics } = found;
  const pictures =
    seed?.records === undefined ? siblings.get(pathStem(seed?.path ?? '')) : undefined;
  return seed === undefined || pictures === undefined
    ? found
    : { value: { ...seed, pictures }, diagnostics };
}

function findSeed(
  entry: FolderEntry,
  sidecarEntry: FolderEntry | undefined,
  isKnown: IsKnown,
): Outcome<FoundSeed | undefined> {
  const { path } = entry;
  const records = recordName(path);
  if (records === undefined && !isKnown(path)) {
    return failure(foreignFile(entry, extensionOf(path)));
  }
  // Multi-record seeds are streamed and have no size limit.
  const limit = formatOf(path)?.maxBytes ?? maxSeedBytes;
  const file = measure(entry, records === undefined ? limit : Number.POSITIVE_INFINITY);
  if (file.value === undefined) return file;
  const seed = { ...file.value, ...(records === undefined ? {} : recordProperties(records)) };
  if (sidecarEntry === undefined) return { value: seed, diagnostics: [] };
  const withUnread = { ...seed, unreadSidecar: sidecarEntry.path };
  if (sidecarEntry.kind !== 'file') return { value: withUnread, diagnostics: [] };
  const sidecar = measure(sidecarEntry, maxSidecarBytes);
  const unread = sidecar.diagnostics.find((diagnostic) => diagnostic.rule === 'seed-unreadable');
  if (unread !== undefined) {
    // Without its sidecar a text could be one that the sidecar holds back.
    const reason = `${sidecarEntry.name}: ${unread.values.reason}`;
    return failure({ rule: 'seed-unreadable', severity: 'error', file: path, values: { reason } });
  }
  return {
    value: sidecar.value === undefined ? withUnread : { ...seed, sidecar: sidecar.value },
    diagnostics: sidecar.diagnostics,
  };
}

/** Returns a found seed with the files of its folders; the index of a folder does not inherit from itself. */
function withFolders(
  found: Outcome<FoundSeed | undefined>,
  folders: readonly FoundFile[],
): Outcome<FoundSeed | undefined> {
  const { value: seed, diagnostics } = found;
  if (seed === undefined || folders.length === 0) return found;
  const others = folders.filter(({ path }) => path !== seed.path);
  return others.length === 0 ? found : { value: { ...seed, folders: others }, diagnostics };
}

const recordProperties = ({ form, gzipped }: RecordName): Pick<FoundSeed, 'records' | 'gzipped'> =>
  gzipped ? { records: form, gzipped } : { records: form };
