import type { KnownSeed } from '../../catalogue/seeds.ts';
import { compareCodePoints } from '../../model/code-points.ts';
import type { FoundFile, FoundSeed } from '../../sources/walk.ts';

/**
 * The stamp of a file: what changes when somebody writes to it, replaces it or touches it. The time
 * of the last change of its node is there because a program may set the other time back.
 */
const fileStamp = ({ bytes, mtimeMs, ctimeMs }: FoundFile): string =>
  `${bytes} ${mtimeMs} ${ctimeMs}`;

/** Milliseconds within which a file system may give two changes one time (FAT: two seconds). */
const clockGrain = 2000;

/**
 * Returns the stamp of a seed with its sidecar; undefined where it was changed so lately, when seen at
 * `now`, that a later change may have the same times.
 */
export function seedStamp({ sidecar, ...seed }: FoundSeed, now: number): string | undefined {
  const files = sidecar === undefined ? [seed] : [seed, sidecar];
  if (files.some((file) => file.ctimeMs > now - clockGrain || file.mtimeMs > now - clockGrain)) {
    return undefined;
  }
  return files.map(fileStamp).join(' ');
}

/** What has become of one seed since it was last read. */
export type SeedState =
  /** It is new or was touched. */
  | { readonly state: 'pending'; readonly seed: FoundSeed; readonly stamp: string | undefined }
  /** It is as it was. */
  | { readonly state: 'known'; readonly seed: FoundSeed }
  /** It is gone. */
  | { readonly state: 'vanished'; readonly path: string };

/**
 * Compares the seeds that were read before with those that are there. Both come in the order of their
 * paths' code points, no path twice; neither is held.
 *
 * @param now milliseconds since 1970 when the seeds were found
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
