import { editDistance } from '../../arabic/edit-distance.ts';
import { areSameWord } from '../../arabic/same-word.ts';
import { beginningOf, keyBounds, keyOf } from '../../arabic/word-key.ts';
import { isFacet } from '../codec/facet.ts';
import type { Postings } from '../codec/postings.ts';
import type { FormPostings, PostingsFileReader } from '../codec/postings-file.ts';
import type { IndexReader } from './index-reader.ts';

/** A form of a word, and its postings. */
export interface MatchedForm extends FormPostings {
  readonly postings: Postings;
}

/** What the index has for a query word. */
export interface MatchedWord {
  /** The query word, folded. */
  readonly word: string;
  /** The forms of the word; of an incomplete word without any, the most frequent words that begin with it. */
  readonly forms: readonly MatchedForm[];
  /** Suggestions: words of similar spelling, the most similar first; only where nothing was found. */
  readonly suggestions: readonly string[];
}

/** Greatest number of completions of an incomplete word. */
const maxCompletions = 8;

const maxSuggestions = 3;

/** Fewest letters of a word that is completed. */
const leastCompleted = 2;

/** Returns the forms of a stem of a postings file that a test accepts, with their postings. */
function formsAt(
  file: PostingsFileReader,
  stemIndex: number,
  isWanted: (form: FormPostings, index: number) => boolean,
): readonly MatchedForm[] {
  const { forms = [] } = file.stems[stemIndex] ?? {};
  if (!forms.some(isWanted)) return [];
  const postings = file.postings(stemIndex);
  return forms.flatMap((form, i) => {
    const ofForm = postings[i];
    return ofForm !== undefined && isWanted(form, i) ? [{ ...form, postings: ofForm }] : [];
  });
}

/**
 * Returns the most frequent forms that begin with an incomplete word, with or without particles and article.
 *
 * @throws what the loading of an index file throws
 */
async function completionsOf(reader: IndexReader, word: string): Promise<readonly MatchedForm[]> {
  const { begun, key } = beginningOf(word);
  const located = await reader.postingsFileOf(key);
  if (located === undefined || word.length < leastCompleted) return [];
  const candidates = located.file.stems.flatMap(({ stem, forms }, index) => {
    if (!stem.startsWith(key)) return [];
    const begin = forms.filter(({ form }) => {
      const at = form.indexOf(begun);
      return at >= 0 && at <= keyBounds(form)[0];
    });
    return begin.map(({ form, count }) => ({ form, count, index }));
  });
  const best = candidates.sort((a, b) => b.count - a.count).slice(0, maxCompletions);
  const wanted = new Set(best.map(({ form }) => form));
  return [...new Set(best.map(({ index }) => index))].flatMap((index) =>
    formsAt(located.file, index, ({ form }) => wanted.has(form)),
  );
}

/** Returns suggestions for a word that the index lacks, from the postings file in which it would be. */
function suggestionsFor(word: string, file: PostingsFileReader): readonly string[] {
  const key = keyOf(word);
  const limit = key.length < 5 ? 1 : 2;
  const { begun } = beginningOf(word);
  const nearest = file.stems.flatMap(({ stem, forms }) => {
    if (isFacet(stem) || editDistance(key, stem, limit) > limit) return [];
    const [best] = forms
      .map(({ form, count }) => {
        const distance = editDistance(begun, beginningOf(form).begun, limit);
        return { form, count, distance };
      })
      .sort((a, b) => a.distance - b.distance || b.count - a.count);
    return best === undefined ? [] : [best];
  });
  return nearest
    .sort((a, b) => a.distance - b.distance || b.count - a.count)
    .slice(0, maxSuggestions)
    .map(({ form }) => form);
}

/**
 * Looks up a query word: the forms of the dictionary that are forms of the same word.
 *
 * @param isIncomplete whether the word may be incomplete because it is being typed
 * @throws what the loading of an index file throws
 */
export async function lookUpTerms(
  reader: IndexReader,
  word: string,
  isIncomplete: boolean,
): Promise<MatchedWord> {
  const key = keyOf(word);
  const located = await reader.postingsFileOf(key);
  if (located === undefined) return { word, forms: [], suggestions: [] };
  const { file } = located;
  const stemIndex = file.stems.findIndex(({ stem }) => stem === key);
  const isSame = areSameWord(word, file.stems[stemIndex]?.forms ?? []);
  const forms = formsAt(file, stemIndex, (_, i) => isSame[i] === true);
  if (forms.length > 0) return { word, forms, suggestions: [] };
  const completed = isIncomplete ? await completionsOf(reader, word) : [];
  return {
    ...{ word, forms: completed },
    suggestions: completed.length > 0 ? [] : suggestionsFor(word, file),
  };
}
