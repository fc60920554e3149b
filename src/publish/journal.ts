import { appendFileSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasCode } from '../model/system-error.ts';
import { exists } from './exists.ts';
import { eachLine } from './lines.ts';
import { decodeManifestPath, encodeManifestPath, isInside } from './manifest-path.ts';
import { withFile } from './open-file.ts';
import { syncToDisk } from './sync-to-disk.ts';

/** The output folder contains a file or a manifest that Warraq has not published. */
export class ForeignFileError extends Error {
  /** Absolute path. */
  readonly file: string;

  constructor(file: string) {
    super(`not published by Warraq: ${file}`);
    this.name = 'ForeignFileError';
    this.file = file;
  }
}

/**
 * Returns the path of the journal, which exists while files of the site are being changed. It lists all that
 * the build changes, with the hashes before and after: if the build is killed, the next one knows by them
 * which files are Warraq's, whatever became of seeds, settings and cache. While it exists, the catalogue's
 * record of the site is not trusted.
 */
export const journalFile = (out: string): string => join(out, '.warraq-journal');

/** Tells whether a build was interrupted while it was changing the site. */
export const wasInterrupted = (out: string): boolean => exists(journalFile(out));

/** Removes the journal: the site is complete. */
export const closeJournal = (out: string): void => rmSync(journalFile(out), { force: true });

/** A change of one file of the site. */
export interface JournalEntry {
  readonly outputPath: string;
  /** SHA-256 of the file before; undefined if the site has none of this path. */
  readonly formerHash: string | undefined;
  /** SHA-256 of the file afterwards; undefined if it is removed. */
  readonly contentHash: string | undefined;
}

const header = 'warraq-journal 2\n';

const lineOf = ({ outputPath, formerHash, contentHash }: JournalEntry): string =>
  `${formerHash ?? '-'} ${contentHash ?? '-'} ${encodeManifestPath(outputPath)}\n`;

/** Parses a line; undefined if it is none, or its path is none of the site. */
function parseLine(line: string): JournalEntry | undefined {
  const match = /^([0-9a-f]{64}|-) ([0-9a-f]{64}|-) (.+)$/.exec(line);
  if (match?.[3] === undefined) return undefined;
  const [, former, content] = match;
  const outputPath = decodeManifestPath(match[3]);
  if (!isInside(outputPath)) return undefined;
  return {
    outputPath,
    formerHash: former === '-' ? undefined : former,
    contentHash: content === '-' ? undefined : content,
  };
}

/**
 * Yields the changes that the journal lists; none if there is no journal. Lines of another form are left out:
 * those of earlier versions, which name no hash, and those of other programs. An entry is only a claim: a file
 * is Warraq's if its bytes have one of the hashes.
 *
 * @throws ForeignFileError if the journal is no file; the file system's error
 */
export function* journalEntries(out: string): Generator<JournalEntry> {
  if (!wasInterrupted(out)) return;
  if (!statSync(journalFile(out)).isFile()) throw new ForeignFileError(journalFile(out));
  for (const line of eachLine(journalFile(out))) {
    const entry = parseLine(line);
    if (entry !== undefined) yield entry;
  }
}

/** The journal of a build that has not yet changed the site. */
export interface JournalDraft {
  /** Adds a change. */
  readonly add: (entry: JournalEntry) => void;
  /** Puts the journal into the output folder, on the disk, before the first change of the site. */
  readonly place: () => void;
}

/** Characters that are written to the draft at once. */
const batchLength = 1 << 16;

/** Errors of systems and file systems on which a folder cannot be opened, or waited for. */
const noFolderSync = ['EISDIR', 'EACCES', 'EPERM', 'EBADF', 'EINVAL', 'ENOSYS', 'ENOTSUP'] as const;

/** Makes the disk keep the names in a folder now, where the system can. */
function syncFolder(path: string): void {
  try {
    withFile(path, 'r', syncToDisk);
  } catch (error) {
    if (!hasCode(error, ...noFolderSync)) throw error;
  }
}

/**
 * Begins the journal of a build in its staging folder. The entries of an interrupted build are kept as far as
 * their folders exist: this build may be interrupted too, and the cache be lost.
 *
 * @param folder the staging folder
 * @throws the file system's error, as its functions do
 */
export function draftJournal(folder: string, out: string): JournalDraft {
  const file = join(folder, 'journal');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, header);
  let batch = '';
  const flush = (): void => {
    if (batch !== '') appendFileSync(file, batch);
    batch = '';
  };
  const add = (entry: JournalEntry): void => {
    batch += lineOf(entry);
    if (batch.length >= batchLength) flush();
  };
  for (const entry of journalEntries(out)) {
    if (exists(dirname(join(out, entry.outputPath)))) add(entry);
  }
  return {
    add,
    place() {
      flush();
      withFile(file, 'r+', syncToDisk);
      mkdirSync(out, { recursive: true });
      renameSync(file, journalFile(out));
      syncFolder(dirname(journalFile(out)));
    },
  };
}

/** The journal of a build whose site is published by one rename: its manifest lists all files. */
export const noJournal: JournalDraft = { add() {}, place() {} };
