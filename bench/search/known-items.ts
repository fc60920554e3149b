import { stemOf } from '../../src/arabic/stem.ts';
import { eachWord, formOf, wordForms } from '../../src/arabic/word-letters.ts';
import type { Archive } from '../archive/archive.ts';
import { articleAt } from '../archive/article.ts';
import { random, shuffle } from '../structure/train/random.ts';

/** A word of a title. */
export interface TitleWord {
  readonly written: string;
  /** Whether so many articles have it that it tells little. */
  readonly isCommon: boolean;
}

/** An article that is looked for by its title, which a reader half remembers. */
export interface KnownItem {
  readonly id: string;
  /** All words of the title, as the newspaper wrote them. */
  readonly full: readonly TitleWord[];
  /** The three rarest, in the title's order. */
  readonly short: readonly TitleWord[];
}

/** The two ways in which a title is asked for. */
export type Ask = 'full' | 'short';

const seed = 6;

/** A word whose stem more articles have is common. */
const commonShare = 0.15;

/** Letters by which the openings of articles are told apart. */
const leadLength = 80;

const leadOf = (paragraphs: readonly string[]): string =>
  paragraphs.join('\n').slice(0, leadLength);

/** How many articles say a stem, in their texts alone. */
function stemCounts({ source, count }: Archive): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const stems = new Map<string, string>();
  for (let index = 0; index < count; index += 1) {
    const seen = new Set<string>();
    for (const paragraph of source.story(index).paragraphs) {
      eachWord(paragraph, (word) => seen.add(formOf(word)));
    }
    const having = new Set<string>();
    for (const form of seen) {
      let stem = stems.get(form);
      if (stem === undefined) {
        stem = stemOf(form);
        stems.set(form, stem);
      }
      having.add(stem);
    }
    for (const stem of having) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

function counted<T>(things: Iterable<T>): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}

const plain = (text: string): string => ` ${wordForms(text).join(' ')} `;

/** Whether a text says a title word by word, whatever signs stand between. */
const says = (paragraphs: readonly string[], title: string): boolean =>
  plain(paragraphs.join('\n')).includes(plain(title));

/** The words of a title as they are written, each once by its folded form; signs are left out. */
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
 * Chooses articles to look for, always the same ones: such as no other can be meant by their title or
 * their opening, whose text does not repeat the title, and whose title has three telling words that some
 * article's text has.
 *
 * @param archive without repetitions
 */
export function knownItems(archive: Archive, wanted: number): readonly KnownItem[] {
  const { source, count } = archive;
  const stories = Array.from({ length: count }, (_, index) => source.story(index));
  const titles = counted(stories.map(({ title }) => title));
  const leads = counted(stories.map(({ paragraphs }) => leadOf(paragraphs)));
  const counts = stemCounts(archive);
  const frequency = (written: string): number =>
    counts.get(stemOf(wordForms(written)[0] ?? '')) ?? 0;
  const order = stories.map((_, index) => index);
  shuffle(order, random(seed));
  const items: KnownItem[] = [];
  for (const index of order) {
    const { title, paragraphs } = stories[index] ?? { title: '', paragraphs: [] };
    if (titles.get(title) !== 1 || leads.get(leadOf(paragraphs)) !== 1) continue;
    if (says(paragraphs, title)) continue;
    const full = wordsOf(title).map((written) => ({
      written,
      isCommon: frequency(written) > commonShare * count,
    }));
    const telling = full.filter(({ written, isCommon }) => !isCommon && frequency(written) > 0);
    if (telling.length < 3) continue;
    const rarest = new Set(
      telling.toSorted((a, b) => frequency(a.written) - frequency(b.written)).slice(0, 3),
    );
    const short = telling.filter((word) => rarest.has(word));
    items.push({ id: articleAt(source, index).id, full, short });
    if (items.length === wanted) break;
  }
  return items;
}
