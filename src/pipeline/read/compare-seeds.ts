import type { KnownSeed } from '../../catalogue/seeds.ts';
import { compareCodePoints } from '../../model/code-points.ts';
import type { FoundFile } from '../../sources/found-files.ts';
import type { FoundSeed } from '../../sources/walk.ts';

/**
 * Returns the stamp of a file: its size and times, which change when it is written, replaced or touched.
 * The inode's change time is included because a program may set the modification time back.
 */
function fileStamp({ bytes, mtimeMs, ctimeMs }: FoundFile): string {
  // Most files were never touched after they were written; a number takes long to print.
  const time = String(mtimeMs);
  return `${bytes} ${time} ${ctimeMs === mtimeMs ? time : ctimeMs}`;
}

/** Resolution of file times in milliseconds; FAT has the coarsest. */
const timeResolution = 2000;

/**
 * Returns the stamp of files; undefined if one changed so shortly before `now` (milliseconds since 1970) that a later
 * change may have the same times.
 */
export function stampOf(files: readonly FoundFile[], now: number): string | undefined {
  let stamp = '';
  for (const file of files) {
    if (file.ctimeMs > now - timeResolution || file.mtimeMs > now - timeResolution) {
      return undefined;
    }
    stamp += `${stamp === '' ? '' : ' '}${fileStamp(file)}`;
  }
  return stamp;
}

/**
 * Returns the stamp of a seed, its sidecar and the files of its folders, with the hashes of its rows in tables and of
 * the decisions about its headings; undefined if it changed so shortly before `now`
 * (milliseconds since 1970) that a later change may have the same times.
 */
export function seedStamp(seed: FoundSeed, now: number): string | undefined {
  const { sidecar, unreadSidecar, folders = [], row, pictures = [], decided } = seed;
  const isAlone = sidecar === undefined && folders.length === 0;
  const files = isAlone ? [seed] : [seed, ...(sidecar === undefined ? [] : [sidecar]), ...folders];
  const stamp = stampOf(files, now);
  if (stamp === undefined) return undefined;
  const others = [
    ...(unreadSidecar === undefined ? [] : ['unread']),
    ...(row === undefined ? [] : [`row ${row.hash}`]),
    ...(decided === undefined ? [] : [`decided ${decided}`]),
    // A picture that comes or goes; one that changes is noticed by its own stamp.
    ...pictures,
  ];
  return [stamp, ...others].join(' ');
}

/** How one seed compares with the last time it was read. */
export type SeedState =
  /** New or touched. */
  | { readonly state: 'pending'; readonly seed: FoundSeed; readonly stamp: string | undefined }
  /** Unchanged. */
  | { readonly state: 'known'; readonly seed: FoundSeed }
  /** No longer in the folder. */
  | { readonly state: 'vanished'; readonly path: string };

/**
 * Compares the seeds read in earlier builds with those in the folder. Both are sorted by the code
 * points of their paths, without duplicates, and are streamed.
 *
 * @param now when the seeds were found, in milliseconds since 1970
 */
export function* compareSeeds(
  before: Iterable<KnownSeed>,
  found: Iterable<FoundSeed>,
  now: number,
): Generator<SeedState> {
  const known = before[Symbol.iterator]();
  let next = known.next();
  for (const seed of found) {
    let order = 1;
    while (!next.done) {
      order = compareCodePoints(next.value.path, seed.path);
      if (order >= 0) break;
      yield { state: 'vanished', path: next.value.path };
      next = known.next();
    }
    const stamp = seedStamp(seed, now);
    const same = !next.done && order === 0 && stamp !== undefined && next.value.stamp === stamp;
    if (!next.done && order === 0) next = known.next();
    yield same ? { state: 'known', seed } : { state: 'pending', seed, stamp };
  }
  for (; !next.done; next = known.next()) yield { state: 'vanished', path: next.value.path };
}
