import { stemOf } from '../../arabic/stem.ts';
import type { IndexReader } from './index-reader.ts';

/** Positions of a form, by document. */
type DocumentPositions = ReadonlyMap<number, Uint32Array>;

/** Returns the positions of a form; undefined where no article contains it. */
async function positionsByDocument(
  reader: IndexReader,
  form: string,
): Promise<DocumentPositions | undefined> {
  const stem = stemOf(form);
  const located = await reader.postingsFileOf(stem);
  const stemIndex = located?.file.stems.findIndex((candidate) => candidate.stem === stem) ?? -1;
  const entry = located?.file.stems[stemIndex];
  const formIndex = entry?.forms.findIndex((candidate) => candidate.form === form) ?? -1;
  if (located === undefined || formIndex < 0) return undefined;
  const documents = located.file.postings(stemIndex)[formIndex]?.documents ?? new Uint32Array();
  const encoded = await reader.positionsOf(located.index);
  const positions = located.file.positions(stemIndex, encoded)[formIndex] ?? [];
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
  reader: IndexReader,
  phrase: readonly string[],
): Promise<ReadonlySet<number>> {
  const words = await Promise.all(phrase.map((form) => positionsByDocument(reader, form)));
  const present = words.filter((word) => word !== undefined);
  const documents = new Set<number>();
  const [rarest] = [...present].sort((a, b) => a.size - b.size);
  if (rarest === undefined || present.length < phrase.length) return documents;
  for (const document of rarest.keys()) {
    const [first, ...following] = present.map((word) => word.get(document));
    if (first === undefined || following.includes(undefined)) continue;
    const followingSets = following.map((positions) => new Set(positions));
    const isMatch = first.some((position) =>
      followingSets.every((positions, i) => positions.has(position + i + 1)),
    );
    if (isMatch) documents.add(document);
  }
  return documents;
}
