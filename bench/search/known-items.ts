import { stemOf } from '../../src/arabic/stem.ts';
import { eachWord, formOf, wordForms } from '../../src/arabic/word-letters.ts';
import type { Archive } from '../archive/archive.ts';
import { articleAt } from '../archive/article.ts';
import { random, shuffle } from '../structure/train/random.ts';

/** A word of a title. */
export interface TitleWord {
  readonly written: string;
  /** Whether the word occurs in so many articles that it hardly distinguishes them. */
  readonly isCommon: boolean;
}

/** An article to find by its title, of which a reader remembers a part. */
export interface KnownItem {
  readonly id: string;
  /** All words of the title, as printed. */
  readonly full: readonly TitleWord[];
  /** The three rarest, in the title's order. */
  readonly short: readonly TitleWord[];
}

/** The two kinds of query for a title. */
export type QueryKind = 'full' | 'short';

const seed = 6;

/** A word is common where more than this share of the articles contain its stem. */
const commonShare = 0.15;

/** Number of characters of an article's opening that must be unique. */
const leadLength = 80;

const leadOf = (paragraphs: readonly string[]): string =>
  paragraphs.join('\n').slice(0, leadLength);

/** Returns the number of articles whose text, without the title, contains each stem. */
function stemCounts({ source, count }: Archive): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const stems = new Map<string, string>();
  for (let index = 0; index < count; index += 1) {
    const forms = new Set<string>();
    for (const paragraph of source.story(index).paragraphs) {
      eachWord(paragraph, (word) => forms.add(formOf(word)));
    }
    const storyStems = new Set<string>();
    for (const form of forms) {
      let stem = stems.get(form);
      if (stem === undefined) {
        stem = stemOf(form);
        stems.set(form, stem);
      }
      storyStems.add(stem);
    }
    for (const stem of storyStems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

function occurrenceCounts<T>(items: Iterable<T>): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

const foldedWords = (text: string): string => ` ${wordForms(text).join(' ')} `;

/** Tells whether a text contains a title word by word, regardless of punctuation. */
const containsTitle = (paragraphs: readonly string[], title: string): boolean =>
  foldedWords(paragraphs.join('\n')).includes(foldedWords(title));

/** Returns the words of a title as written, without punctuation; words of equal folded form only once. */
function wordsOf(title: string): readonly string[] {
  const words = new Map<string, string>();
  for (const written of title.split(/[^\p{L}\p{N}\p{M}\u0640]+/u)) {
    const [form, ...more] = wordForms(written);
    if (form !== undefined && more.length === 0 && form.length > 1 && !words.has(form)) {
      words.set(form, written);
    }
  }
  return [...words.values()];
}

/**
 * Chooses a fixed sample of articles to find: their title and opening are unique, their text does not
 * repeat the title, and the title has three words that are not common but occur in some article's text.
 *
 * @param archive an archive without repeated articles
 * @param wanted greatest number of articles
 */
export function knownItems(archive: Archive, wanted: number): readonly KnownItem[] {
  const { source, count } = archive;
  const stories = Array.from({ length: count }, (_, index) => source.story(index));
  const titles = occurrenceCounts(stories.map(({ title }) => title));
  const leads = occurrenceCounts(stories.map(({ paragraphs }) => leadOf(paragraphs)));
  const counts = stemCounts(archive);
  const frequency = (written: string): number =>
    counts.get(stemOf(wordForms(written)[0] ?? '')) ?? 0;
  const order = stories.map((_, index) => index);
  shuffle(order, random(seed));
  const items: KnownItem[] = [];
  for (const index of order) {
    const { title, paragraphs } = stories[index] ?? { title: '', paragraphs: [] };
    if (titles.get(title) !== 1 || leads.get(leadOf(paragraphs)) !== 1) continue;
    if (containsTitle(paragraphs, title)) continue;
    const full = wordsOf(title).map((written) => ({
      written,
      isCommon: frequency(written) > commonShare * count,
    }));
    const distinctive = full.filter(({ written, isCommon }) => !isCommon && frequency(written) > 0);
    if (distinctive.length < 3) continue;
    const rarest = new Set(
      distinctive.toSorted((a, b) => frequency(a.written) - frequency(b.written)).slice(0, 3),
    );
    const short = distinctive.filter((word) => rarest.has(word));
    items.push({ id: articleAt(source, index).id, full, short });
    if (items.length === wanted) break;
  }
  return items;
}
