import type { Authority } from '../model/authority.ts';
import type { Span } from '../model/structure.ts';
import { type TermKind, termKinds } from '../model/term-kind.ts';
import { fold } from './letters.ts';
import { prefixedForms } from './prefixes.ts';
import { words } from './tokenize.ts';

/** Kinds of terms that are searched for in texts; sources and authors are not. */
const searchedKinds: ReadonlySet<TermKind> = new Set(['subject', 'person', 'place']);

/** A name as its folded words. */
interface Pattern {
  readonly entry: Authority;
  readonly words: readonly string[];
}

/** Index of an authority file. */
interface Index {
  /** Patterns by each form of their first word, longest first. */
  readonly byFirstWord: ReadonlyMap<string, readonly Pattern[]>;
  /** Entries by kind and folded name. */
  readonly byName: ReadonlyMap<string, Authority>;
}

/** Words that are also written joined to the next: «عبد الناصر» and «عبدالناصر», «أبو ظبي» and «أبوظبي». */
const joining = /^[وف]?[بلك]?(?:عبد|ابو|ابا|ابي)$/;

/** A word of a text, in a form common to its spellings. */
interface Word extends Span {
  readonly form: string;
}

/** Returns the words of a text; words that may be written joined are one. */
function foldedWords(text: string): readonly Word[] {
  const folded: Word[] = [];
  for (const { start, end } of words(text)) {
    const form = fold(text.slice(start, end)).toLowerCase();
    const last = folded.at(-1);
    if (last !== undefined && joining.test(last.form) && text.slice(last.end, start) === ' ') {
      folded[folded.length - 1] = { start: last.start, end, form: last.form + form };
    } else folded.push({ start, end, form });
  }
  return folded;
}

const forms = (text: string): readonly string[] => foldedWords(text).map(({ form }) => form);

/**
 * Returns the key under which a name of a kind is looked up; spelling variants and punctuation are
 * ignored.
 */
export const authorityKey = (kind: TermKind, name: string): string =>
  `${kind} ${forms(name).join(' ')}`;

/** Builds the index of an authority file. */
function indexOf(authority: readonly Authority[]): Index {
  const byFirstWord = new Map<string, Pattern[]>();
  const byName = new Map<string, Authority>();
  for (const entry of authority) {
    for (const name of [entry.name, ...entry.variants]) {
      byName.set(authorityKey(entry.kind, name), entry);
      const [first, ...others] = forms(name);
      if (first === undefined || !searchedKinds.has(entry.kind)) continue;
      for (const form of prefixedForms(first)) {
        const pattern = { entry, words: [form, ...others] };
        const patterns = byFirstWord.get(form);
        if (patterns === undefined) byFirstWord.set(form, [pattern]);
        else patterns.push(pattern);
      }
    }
  }
  for (const patterns of byFirstWord.values()) {
    patterns.sort((a, b) => b.words.length - a.words.length);
  }
  return { byFirstWord, byName };
}

const indexes = new WeakMap<readonly Authority[], Index>();

/** Returns the index of an authority file, cached, because one file serves all articles. */
function indexed(authority: readonly Authority[]): Index {
  const cached = indexes.get(authority);
  if (cached !== undefined) return cached;
  const index = indexOf(authority);
  indexes.set(authority, index);
  return index;
}

/** An authority entry mentioned in a text, and the spelling used there. */
export interface Mention {
  readonly entry: Authority;
  readonly written: string;
}

/** Returns the authority entry of a term, by any of its names. */
export const authorityOf = (
  authority: readonly Authority[],
  kind: TermKind,
  name: string,
): Authority | undefined =>
  authority.length === 0 ? undefined : indexed(authority).byName.get(authorityKey(kind, name));

/** Returns a name and all names of the authority entries of any kind that have it. */
export function namesInAuthority(authority: readonly Authority[], name: string): readonly string[] {
  const { byName } = indexed(authority);
  const entries = termKinds.flatMap((kind) => byName.get(authorityKey(kind, name)) ?? []);
  return [name, ...entries.flatMap((entry) => [entry.name, ...entry.variants])];
}

/** Yields the authority entries that a text names; of overlapping names the first, then the longest. */
export function* mentions(text: string, authority: readonly Authority[]): Generator<Mention> {
  const { byFirstWord } = indexed(authority);
  if (byFirstWord.size === 0) return;
  const textWords = foldedWords(text);
  for (let at = 0; at < textWords.length; at += 1) {
    const candidates = byFirstWord.get(textWords[at]?.form ?? '') ?? [];
    const match = candidates.find((pattern) =>
      pattern.words.every((word, i) => textWords[at + i]?.form === word),
    );
    if (match === undefined) continue;
    const last = at + match.words.length - 1;
    const written = text.slice(textWords[at]?.start, textWords[last]?.end);
    yield { entry: match.entry, written };
    at = last;
  }
}
