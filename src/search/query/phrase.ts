import { keyOf } from '../../arabic/word-key.ts';
import { wordForms } from '../../arabic/word-letters.ts';
import type { IndexReader } from './index-reader.ts';

/** Positions of a form in a document. */
interface FormPositions {
  readonly positions: Uint32Array;
  /** Whether the title contains the form; its first position is in the title then. */
  readonly inTitle: boolean;
}

/** Positions of a form, by document. */
type DocumentPositions = ReadonlyMap<number, FormPositions>;

/** Returns the positions of a form; undefined where no article contains it. */
async function positionsByDocument(
  reader: IndexReader,
  form: string,
): Promise<DocumentPositions | undefined> {
  const stem = keyOf(form);
  const located = await reader.postingsFileOf(stem);
  const stemIndex = located?.file.stems.findIndex((candidate) => candidate.stem === stem) ?? -1;
  const entry = located?.file.stems[stemIndex];
  const formIndex = entry?.forms.findIndex((candidate) => candidate.form === form) ?? -1;
  if (located === undefined || formIndex < 0) return undefined;
  const { documents = [], titles = [] } = located.file.postings(stemIndex)[formIndex] ?? {};
  const encoded = await reader.positionsOf(located.index);
  const positions = located.file.positions(stemIndex, encoded)[formIndex] ?? [];
  return new Map(
    Array.from(documents, (document, i) => [
      document,
      { positions: positions[i] ?? new Uint32Array(), inTitle: titles[i] === 1 },
    ]),
  );
}

/** Returns the positions at which a phrase begins in a document, from those of its words. */
function startsOf(words: readonly FormPositions[]): readonly number[] {
  const [first, ...following] = words.map(({ positions }) => positions);
  const sets = following.map((positions) => new Set(positions));
  return [...(first ?? [])].filter((start) => sets.every((set, i) => set.has(start + i + 1)));
}

/**
 * Tells whether the title of a document contains a phrase, as far as the positions show it: a word of the
 * phrase stands there for the first time, and the phrase crosses no end of a block. Undefined where each of
 * its words occurs in the title before it.
 */
function isInTitle(
  words: readonly FormPositions[],
  starts: readonly number[],
): boolean | undefined {
  if (starts.length === 0 || !words.every(({ inTitle }) => inTitle)) return false;
  const isFirst = words.some(({ positions }, i) => starts.includes((positions[0] ?? 0) - i));
  return isFirst || undefined;
}

/** Tells whether the title of a document contains a phrase, by the title itself. */
async function titleHas(reader: IndexReader, document: number, phrase: readonly string[]) {
  const fields = await reader.storedFields(document);
  const title = ` ${wordForms(fields?.title ?? '').join(' ')} `;
  return title.includes(` ${phrase.join(' ')} `);
}

/**
 * Returns the articles that contain a phrase: its words in sequence, equal after folding.
 *
 * @param phrase folded words
 * @param inTitle whether the phrase must stand in the title
 * @throws what the loading of an index file throws
 */
export async function articlesWithPhrase(
  reader: IndexReader,
  phrase: readonly string[],
  inTitle = false,
): Promise<ReadonlySet<number>> {
  const words = await Promise.all(phrase.map((form) => positionsByDocument(reader, form)));
  const present = words.filter((word) => word !== undefined);
  const documents = new Set<number>();
  const [rarest] = [...present].sort((a, b) => a.size - b.size);
  if (rarest === undefined || present.length < phrase.length) return documents;
  for (const document of rarest.keys()) {
    const found = present.flatMap((word) => word.get(document) ?? []);
    if (found.length < present.length) continue;
    const starts = startsOf(found);
    const isMatch = inTitle ? isInTitle(found, starts) : starts.length > 0;
    if (isMatch ?? (await titleHas(reader, document, phrase))) documents.add(document);
  }
  return documents;
}
