import { align } from './align.ts';
import { type Fragment, fragmentKind, paragraphNumber } from './fragment-list.ts';
import {
  type FragmentKind,
  fragmentKeys,
  keyWords,
  placeKey,
  type StreamWord,
  streamWords,
  type TextStream,
} from './word-stream.ts';

/** An element of the new version that has a fragment name of its own. */
interface Start {
  readonly kind: FragmentKind;
  readonly key: number;
  /** The name that it has without a record. */
  readonly ownName: string;
  /** Index of its first word in the stream. */
  readonly word: number;
  /** The recorded name that it keeps. */
  kept: string | undefined;
}

/** Where a recorded fragment is in the new version. */
interface Placing {
  readonly fragment: Fragment;
  /** Index in the list of starts, where the element keeps the name. */
  start: number | undefined;
  /** Index of the word before which the fragment is; undefined where the words are gone. */
  word: number | undefined;
}

/** The fragments of an article's new version. */
export interface AssignedFragments {
  /** The name of each start of the stream. */
  readonly names: readonly string[];
  /** Names without an element of their own, and the index of the word before which each is. */
  readonly anchors: readonly { readonly name: string; readonly word: number }[];
  /** All fragments in reading order, for the record. */
  readonly fragments: readonly Fragment[];
}

const sameKind = (kind: FragmentKind, key: number): string => `${kind} ${key}`;

/** Returns the indexes of the words at which the places with these keys begin. */
function placesOf(
  words: readonly StreamWord[],
  keys: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  if (keys.size === 0) return places;
  const hashes = words.map(({ hash }) => hash);
  for (let at = 0; at < hashes.length; at += 1) {
    const key = placeKey(hashes.slice(at, at + keyWords));
    if (!keys.has(key)) continue;
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  }
  return places;
}

/** Returns the first of sorted numbers that is not below `from`, else the first of all. */
function firstFrom(sorted: readonly number[], from: number): number | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return sorted[low] ?? sorted[0];
}

/** Gives each recorded fragment with an element of its own to the element that begins with the same words. */
function keepAligned(placings: readonly Placing[], starts: readonly Start[]): void {
  const own = placings.filter(({ fragment }) => fragment.state === 'own');
  const pairs = align(
    own.map(({ fragment: { name, key } }) => sameKind(fragmentKind(name), key)),
    starts.map(({ kind, key }) => sameKind(kind, key)),
  );
  for (const { old, now } of pairs) keep(own[old], starts, now);
}

function keep(placing: Placing | undefined, starts: readonly Start[], index: number): void {
  const start = starts[index];
  if (placing === undefined || start === undefined) return;
  start.kept = placing.fragment.name;
  placing.start = index;
  placing.word = start.word;
}

/** Places the other fragments at their words: on an element that begins there and has no name yet, else inside one. */
function placeAtWords(
  placings: readonly Placing[],
  starts: readonly Start[],
  words: readonly StreamWord[],
): void {
  const missing = placings.filter(({ start }) => start === undefined);
  const places = placesOf(words, new Set(missing.map(({ fragment }) => fragment.key)));
  const free = new Map<string, number>();
  starts.forEach(({ kind, word, kept }, index) => {
    if (kept === undefined) free.set(sameKind(kind, word), index);
  });
  let last = 0;
  for (const placing of placings) {
    if (placing.start === undefined) {
      placing.word = firstFrom(places.get(placing.fragment.key) ?? [], last);
      const at =
        placing.word === undefined
          ? ''
          : sameKind(fragmentKind(placing.fragment.name), placing.word);
      const index = free.get(at);
      if (index !== undefined) {
        free.delete(at);
        keep(placing, starts, index);
      }
    }
    last = placing.word ?? last;
  }
}

/** Gives headings of the same words their names, where other words follow them now. */
function keepSameHeadings(placings: readonly Placing[], starts: readonly Start[]): void {
  const free = new Map<string, number>();
  starts.forEach(({ kind, ownName, kept }, index) => {
    if (kind === 'heading' && kept === undefined) free.set(ownName, index);
  });
  for (const placing of placings) {
    const index = placing.word === undefined ? free.get(placing.fragment.name) : undefined;
    if (index !== undefined) keep(placing, starts, index);
  }
}

/** Gives fragments whose words are gone to the elements without a name between the same neighbours, in order. */
function keepEdited(placings: readonly Placing[], starts: readonly Start[]): void {
  let before = -1;
  for (let at = 0; at < placings.length; ) {
    const placing = placings[at];
    if (placing?.start !== undefined) before = placing.start;
    if (placing === undefined || placing.word !== undefined) {
      at += 1;
      continue;
    }
    const end = placings.findIndex(({ start }, index) => index > at && start !== undefined);
    const after = placings[end]?.start ?? starts.length;
    const gap = placings.slice(at, end === -1 ? placings.length : end);
    for (const kind of ['paragraph', 'heading'] as const) {
      const edited = gap.filter(
        ({ fragment, word }) => word === undefined && fragmentKind(fragment.name) === kind,
      );
      let next = 0;
      for (let index = before + 1; index < after && next < edited.length; index += 1) {
        const start = starts[index];
        if (start?.kind !== kind || start.kept !== undefined) continue;
        keep(edited[next], starts, index);
        next += 1;
      }
    }
    at += gap.length;
  }
}

/** Returns a name for each start: the recorded one, else its own where that is free, else a new one. */
function nameStarts(starts: readonly Start[], recorded: readonly Fragment[]): readonly string[] {
  const taken = new Set(recorded.map(({ name }) => name));
  let number = 0;
  for (const name of [...taken, ...starts.map(({ ownName }) => ownName)]) {
    number = Math.max(number, paragraphNumber(name) ?? 0);
  }
  return starts.map(({ kept, kind, ownName }) => {
    if (kept !== undefined) return kept;
    let name = ownName;
    for (let suffix = 2; taken.has(name); suffix += 1) {
      if (kind === 'paragraph') {
        number += 1;
        name = `p${number}`;
      } else name = `${ownName}-${suffix}`;
    }
    taken.add(name);
    return name;
  });
}

/** Returns the index of the first word of each text. */
function firstWordsOf(words: readonly StreamWord[], texts: number): readonly number[] {
  const first = new Array<number>(texts).fill(words.length);
  for (let at = words.length - 1; at >= 0; at -= 1) first[words[at]?.text ?? 0] = at;
  for (let text = texts - 2; text >= 0; text -= 1) {
    first[text] = Math.min(first[text] ?? words.length, first[text + 1] ?? words.length);
  }
  return first;
}

/** Returns all fragments in reading order; those whose words are gone follow the fragment before them. */
function inOrder(
  placings: readonly Placing[],
  starts: readonly Start[],
  names: readonly string[],
): readonly Fragment[] {
  const rows: { readonly word: number; readonly rank: number; readonly fragment: Fragment }[] =
    starts.map(({ word, key }, index) => ({
      ...{ word, rank: 1 },
      fragment: { name: names[index] ?? '', state: 'own', key },
    }));
  let last = -1;
  for (const { fragment, start, word } of placings) {
    last = word ?? last;
    if (start !== undefined) continue;
    const state = word === undefined ? 'gone' : 'anchor';
    rows.push({ word: last, rank: word === undefined ? 2 : 0, fragment: { ...fragment, state } });
  }
  return rows.sort((a, b) => a.word - b.word || a.rank - b.rank).map(({ fragment }) => fragment);
}

/**
 * Assigns fragment names to a new version of an article so that each name that was published leads to the same
 * words: an element that begins with them keeps the name; where no element does, the name is an anchor before
 * the words. A name whose words are gone goes to the element that took its place, else it is kept in the record.
 * New elements get names that were never used. Assigning again from the result changes nothing.
 *
 * @param recorded the published fragments, in reading order
 */
export function assignFragments(
  stream: TextStream,
  recorded: readonly Fragment[],
): AssignedFragments {
  const words = streamWords(stream.texts);
  const firstWord = firstWordsOf(words, stream.texts.length);
  const keys = fragmentKeys(stream);
  const starts = stream.starts.map(({ name, kind, text }, index): Start => {
    const word = firstWord[text] ?? words.length;
    return { kind, key: keys[index] ?? 0, ownName: name, word, kept: undefined };
  });
  const placings = recorded.map(
    (fragment): Placing => ({ fragment, start: undefined, word: undefined }),
  );
  keepAligned(placings, starts);
  placeAtWords(placings, starts, words);
  keepSameHeadings(placings, starts);
  keepEdited(placings, starts);
  const names = nameStarts(starts, recorded);
  return {
    names,
    anchors: placings.flatMap(({ fragment: { name }, start, word }) =>
      start === undefined && word !== undefined ? [{ name, word }] : [],
    ),
    fragments: inOrder(placings, starts, names),
  };
}
