import type { Authority } from '../model/authority.ts';
import type { Span } from '../model/structure.ts';
import type { TermKind } from '../model/term-kind.ts';
import { fold } from './letters.ts';
import { prefixedForms } from './prefixes.ts';
import { words } from './tokenize.ts';

/** Kinds that are looked for in texts; a source or an author is not what a text speaks of. */
const sought: ReadonlySet<TermKind> = new Set(['subject', 'person', 'place']);

/** A name as its folded words. */
interface Pattern {
  readonly entry: Authority;
  readonly words: readonly string[];
}

/** What an authority file knows, made ready to be looked up. */
interface Index {
  /** Patterns by each form of their first word, longest first. */
  readonly byFirstWord: ReadonlyMap<string, readonly Pattern[]>;
  /** Entries by kind and folded name. */
  readonly byName: ReadonlyMap<string, Authority>;
}

/** Words that some write together with the next: «عبد الناصر» and «عبدالناصر», «أبو ظبي» and «أبوظبي». */
const joining = /^[وف]?[بلك]?(?:عبد|ابو|ابا|ابي)$/;

/** A word of a text, in the form in which spellings of it meet. */
interface Word extends Span {
  readonly form: string;
}

/** Returns the words of a text, those as one that some write as one. */
function foldedWords(text: string): readonly Word[] {
  const found: Word[] = [];
  for (const { start, end } of words(text)) {
    const form = fold(text.slice(start, end)).toLowerCase();
    const last = found.at(-1);
    if (last !== undefined && joining.test(last.form) && text.slice(last.end, start) === ' ') {
      found[found.length - 1] = { start: last.start, end, form: last.form + form };
    } else found.push({ start, end, form });
  }
  return found;
}

const forms = (text: string): readonly string[] => foldedWords(text).map(({ form }) => form);

/** The key under which a name of a kind is looked up: spellings and punctuation do not count. */
export const authorityKey = (kind: TermKind, name: string): string =>
  `${kind} ${forms(name).join(' ')}`;

function indexOf(authority: readonly Authority[]): Index {
  const byFirstWord = new Map<string, Pattern[]>();
  const byName = new Map<string, Authority>();
  for (const entry of authority) {
    for (const name of [entry.name, ...entry.variants]) {
      byName.set(authorityKey(entry.kind, name), entry);
      const [first, ...others] = forms(name);
      if (first === undefined || !sought.has(entry.kind)) continue;
      for (const form of prefixedForms(first)) {
        const pattern = { entry, words: [form, ...others] };
        const known = byFirstWord.get(form);
        if (known === undefined) byFirstWord.set(form, [pattern]);
        else known.push(pattern);
      }
    }
  }
  for (const patterns of byFirstWord.values()) {
    patterns.sort((a, b) => b.words.length - a.words.length);
  }
  return { byFirstWord, byName };
}

const indexes = new WeakMap<readonly Authority[], Index>();

/** The index of an authority file, made once: the same file serves all articles. */
function indexed(authority: readonly Authority[]): Index {
  const known = indexes.get(authority);
  if (known !== undefined) return known;
  const made = indexOf(authority);
  indexes.set(authority, made);
  return made;
}

/** What a text names, and in which words. */
export interface Mention {
  readonly entry: Authority;
  readonly written: string;
}

/** Returns what the authority file says of a term, by any of its names. */
export const authorityOf = (
  authority: readonly Authority[],
  kind: TermKind,
  name: string,
): Authority | undefined => indexed(authority).byName.get(authorityKey(kind, name));

/** Yields what of an authority file a text names; of names that overlap the first, then the longest. */
export function* mentions(text: string, authority: readonly Authority[]): Generator<Mention> {
  const { byFirstWord } = indexed(authority);
  if (byFirstWord.size === 0) return;
  const all = foldedWords(text);
  for (let at = 0; at < all.length; at += 1) {
    const candidates = byFirstWord.get(all[at]?.form ?? '') ?? [];
    const found = candidates.find((pattern) =>
      pattern.words.every((word, i) => all[at + i]?.form === word),
    );
    if (found === undefined) continue;
    const last = at + found.words.length - 1;
    const written = text.slice(all[at]?.start, all[last]?.end);
    yield { entry: found.entry, written };
    at = last;
  }
}
