import { articleId } from '../../article/permalink.ts';
import type { NameCollisions } from '../../model/build-result.ts';
import type { Config } from '../../model/config.ts';
import { fnv1aStart, fnv1aStep } from '../../model/fnv1a.ts';
import type { FoundSeed } from '../../sources/walk.ts';

/** Names that are remembered, for an example of one that several seeds have. */
const maxRemembered = 1000;

/** Returns 53 bits of a text's hash: of ten million names none collide by accident, but for one in a hundred sets. */
function hash53(text: string): number {
  let high = fnv1aStart;
  let low = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = fnv1aStep(high, unit);
    low = Math.imul(low ^ unit, 0x85ebca6b) ^ (low >>> 15);
  }
  return (high >>> 0) * 0x200000 + (low >>> 11);
}

/** Counts the seeds whose names give the same id. */
export interface NameCounter {
  /** Counts a seed. */
  add(seed: Pick<FoundSeed, 'path' | 'records'>): void;
  /** Returns the figures; undefined where every name is its own. */
  collisions(): NameCollisions | undefined;
}

/**
 * Returns a counter of the ids that seeds get from their names, before any is read: eight bytes for each.
 * An id in the metadata may lift a collision.
 *
 * @param ids how ids are made of names
 */
export function nameCounter(ids: Config['ids'] | undefined): NameCounter {
  let hashes = new Float64Array(1024);
  let count = 0;
  let example = '';
  const remembered = new Set<string>();
  return {
    add({ path, records }) {
      const id = articleId(undefined, records === undefined ? { path } : firstOf(path), ids);
      if (count === hashes.length) {
        const larger = new Float64Array(count * 2);
        larger.set(hashes);
        hashes = larger;
      }
      hashes[count] = hash53(id);
      count += 1;
      if (example !== '') return;
      if (remembered.has(id)) example = id;
      else if (remembered.size < maxRemembered) remembered.add(id);
    },
    collisions() {
      const sorted = hashes.subarray(0, count).sort();
      let taken = 0;
      for (let i = 1; i < count; i += 1) if (sorted[i] === sorted[i - 1]) taken += 1;
      return taken === 0 ? undefined : { taken, files: count, example };
    },
  };
}

/** The first record of a multi-record seed, for all of them. */
const firstOf = (path: string) => ({ path, record: { ordinal: 1 } });
