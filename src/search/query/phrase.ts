import { stemOf } from '../../arabic/stem.ts';
import type { IndexReader } from './index-reader.ts';

/** Positions of a form, by document. */
type Standing = ReadonlyMap<number, Uint32Array>;

/** Returns the positions of a form; undefined where no article has it. */
async function standing(library: IndexReader, form: string): Promise<Standing | undefined> {
  const stem = stemOf(form);
  const found = await library.shardOf(stem);
  const at = found?.shard.stems.findIndex((entry) => entry.stem === stem) ?? -1;
  const stems = found?.shard.stems[at];
  const which = stems?.forms.findIndex((one) => one.form === form) ?? -1;
  if (found === undefined || which < 0) return undefined;
  const documents = found.shard.postings(at)[which]?.documents ?? new Uint32Array();
  const positions = found.shard.positions(at, await library.positionsOf(found.number))[which] ?? [];
  return new Map(
    Array.from(documents, (document, i) => [document, positions[i] ?? new Uint32Array()]),
  );
}

/**
 * Returns the articles that contain a phrase: its words in sequence, equal after folding.
 *
 * @param phrase folded words
 * @throws what the loading of an index file throws
 */
export async function articlesWithPhrase(
  library: IndexReader,
  phrase: readonly string[],
): Promise<ReadonlySet<number>> {
  const words = await Promise.all(phrase.map((form) => standing(library, form)));
  const all = words.filter((word) => word !== undefined);
  const found = new Set<number>();
  const [rarest] = [...all].sort((a, b) => a.size - b.size);
  if (rarest === undefined || all.length < phrase.length) return found;
  for (const document of rarest.keys()) {
    const [first, ...others] = all.map((word) => word.get(document));
    if (first === undefined || others.includes(undefined)) continue;
    const rest = others.map((positions) => new Set(positions));
    const isThere = first.some((position) =>
      rest.every((positions, i) => positions.has(position + i + 1)),
    );
    if (isThere) found.add(document);
  }
  return found;
}
