import { editDistance } from '../../arabic/edit-distance.ts';
import { stemOf } from '../../arabic/stem.ts';
import { isFacet } from '../codec/facet.ts';
import type { Postings } from '../codec/postings.ts';
import type { FormPostings } from '../codec/postings-file.ts';
import type { IndexReader } from './index-reader.ts';

/** A form of a word, and its postings. */
export interface MatchedForm extends FormPostings {
  readonly postings: Postings;
}

/** What the index has for a query word. */
export interface MatchedWord {
  /** The query word, folded. */
  readonly word: string;
  /** All forms with its stem; where there are none, forms of stems with that prefix. */
  readonly forms: readonly MatchedForm[];
  /** Suggestions: the most frequent form of each stem of similar spelling; only where nothing was found. */
  readonly suggestions: readonly string[];
}

/** Greatest number of completions of an incomplete word. */
const maxCompletions = 8;

const maxSuggestions = 3;

const totalCount = (forms: readonly FormPostings[]): number =>
  forms.reduce((sum, { count }) => sum + count, 0);

const mostFrequent = (forms: readonly FormPostings[]): string =>
  [...forms].sort((a, b) => b.count - a.count)[0]?.form ?? '';

/**
 * Looks up a query word.
 *
 * @param isIncomplete whether the word may be incomplete because it is being typed
 * @throws what the loading of an index file throws
 */
export async function lookUpTerms(
  reader: IndexReader,
  word: string,
  isIncomplete: boolean,
): Promise<MatchedWord> {
  const stem = stemOf(word);
  const located = await reader.postingsFileOf(stem);
  if (located === undefined) return { word, forms: [], suggestions: [] };
  const { file } = located;
  const formsAt = (stemIndex: number): readonly MatchedForm[] => {
    const postingsByForm = file.postings(stemIndex);
    const nothing = new Uint8Array();
    const empty: Postings = { documents: new Uint32Array(), impacts: nothing, titles: nothing };
    return (file.stems[stemIndex]?.forms ?? []).map((form, i) => ({
      ...form,
      postings: postingsByForm[i] ?? empty,
    }));
  };
  const stemIndex = file.stems.findIndex((entry) => entry.stem === stem);
  if (stemIndex >= 0) return { word, forms: formsAt(stemIndex), suggestions: [] };
  const candidates = file.stems
    .map(({ stem: candidate, forms }, index) => ({ candidate, forms, index }))
    .filter(({ candidate }) => !isFacet(candidate));
  if (isIncomplete && stem.length > 1) {
    const completions = candidates
      .filter(({ candidate }) => candidate.startsWith(stem))
      .sort((a, b) => totalCount(b.forms) - totalCount(a.forms))
      .slice(0, maxCompletions);
    if (completions.length > 0) {
      return {
        word,
        forms: completions.flatMap(({ index }) => formsAt(index)),
        suggestions: [],
      };
    }
  }
  const limit = stem.length < 5 ? 1 : 2;
  const suggestions = candidates
    .map(({ candidate, forms }) => ({ forms, distance: editDistance(stem, candidate, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || totalCount(b.forms) - totalCount(a.forms))
    .slice(0, maxSuggestions)
    .map(({ forms }) => mostFrequent(forms));
  return { word, forms: [], suggestions };
}
