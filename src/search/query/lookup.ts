import { editDistance } from '../../arabic/edit-distance.ts';
import { stemOf } from '../../arabic/stem.ts';
import { isFacet } from '../codec/facet.ts';
import type { Postings } from '../codec/postings.ts';
import type { FormPostings } from '../codec/postings-file.ts';
import type { IndexReader } from './index-reader.ts';

/** A form of a word, and its postings. */
export interface FoundForm extends FormPostings {
  readonly postings: Postings;
}

/** What the index has for a query word. */
export interface MatchedWord {
  /** The query word, folded. */
  readonly asked: string;
  /** All forms with its stem; where there are none, forms of stems with that prefix. */
  readonly forms: readonly FoundForm[];
  /** Suggestions: the most frequent form of each stem of similar spelling; only where nothing was found. */
  readonly near: readonly string[];
}

/** Greatest number of completions of an incomplete word. */
const mostGoingOn = 8;

const mostNear = 3;

const total = (forms: readonly FormPostings[]): number =>
  forms.reduce((sum, { count }) => sum + count, 0);

const mostFrequent = (forms: readonly FormPostings[]): string =>
  [...forms].sort((a, b) => b.count - a.count)[0]?.form ?? '';

/**
 * Looks up a query word.
 *
 * @param begun whether it may be incomplete, as while it is typed
 * @throws what the loading of an index file throws
 */
export async function lookUpTerms(
  library: IndexReader,
  asked: string,
  begun: boolean,
): Promise<MatchedWord> {
  const stem = stemOf(asked);
  const found = await library.shardOf(stem);
  if (found === undefined) return { asked, forms: [], near: [] };
  const { shard } = found;
  const formsAt = (at: number): readonly FoundForm[] => {
    const lists = shard.postings(at);
    const empty: Postings = { documents: new Uint32Array(), impacts: new Uint8Array() };
    return (shard.stems[at]?.forms ?? []).map((form, i) => ({
      ...form,
      postings: lists[i] ?? empty,
    }));
  };
  const at = shard.stems.findIndex((entry) => entry.stem === stem);
  if (at >= 0) return { asked, forms: formsAt(at), near: [] };
  const words = shard.stems
    .map(({ stem: other, forms }, index) => ({ other, forms, index }))
    .filter(({ other }) => !isFacet(other));
  if (begun && stem.length > 1) {
    const goingOn = words
      .filter(({ other }) => other.startsWith(stem))
      .sort((a, b) => total(b.forms) - total(a.forms))
      .slice(0, mostGoingOn);
    if (goingOn.length > 0) {
      return { asked, forms: goingOn.flatMap(({ index }) => formsAt(index)), near: [] };
    }
  }
  const limit = stem.length < 5 ? 1 : 2;
  const near = words
    .map(({ other, forms }) => ({ forms, far: editDistance(stem, other, limit) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far || total(b.forms) - total(a.forms))
    .slice(0, mostNear)
    .map(({ forms }) => mostFrequent(forms));
  return { asked, forms: [], near };
}
