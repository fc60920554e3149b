import { type DecodedText, decodeEscapes, withoutUnseen } from './decode-escapes.ts';
import { isMixed, type NameWord, namePatterns, runsOf } from './name-forms.ts';
import { isParticle, particleForms } from './prefixes.ts';
import { eachWord, type FoundWord, longestWord } from './word-letters.ts';

/** A name in a text. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  /** The particle joined to the name; empty where there is none: «ول» in «ولمحمد علي». */
  readonly particle: string;
}

/** Finds names in texts, in every spelling and behind every particle. */
export interface NameMatcher {
  /** Returns the names in a text, in order, without overlaps: the first, then the longest. */
  find(text: string): readonly NameMatch[];
  /** Tells whether a text has any of the names. */
  has(text: string): boolean;
}

/** A name as the words that follow a first word of a certain form. */
interface Pattern {
  readonly particle: string;
  readonly rest: readonly string[];
  /** Whether the first word is in the accusative, which only its tanween shows where the name has one word. */
  readonly needsTanween: boolean;
}

/** Tells whether a word of a name has an accusative in `ا`: «محمدًا». */
const hasAccusative = (word: string): boolean => /^[\u0621-\u064a]{2,}[^اه]$/.test(word);

const isWord = (word: string, form: string): boolean =>
  form === word ||
  (form.length === word.length + 1 &&
    form.endsWith('ا') &&
    form.startsWith(word) &&
    hasAccusative(word));

const signatureBits = 16;

/** Returns a hash of the first letter, the last letter and the length of a word: few words share that of a name. */
const signature = (first: number, last: number, length: number): number =>
  (first * 31 + last * 7 + length * 977) & (2 ** signatureBits - 1);

/** Signatures of words, to pass over nearly all words of a text without making a string of them. */
class Signatures {
  readonly #known = new Uint8Array(2 ** signatureBits);

  add(word: string): void {
    this.#known[signature(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)] = 1;
  }

  has({ letters, length }: FoundWord): boolean {
    const count = Math.min(length, longestWord);
    return this.#known[signature(letters[0] ?? 0, letters[count - 1] ?? 0, count)] === 1;
  }
}

/** A word of a text that may be of a name, and its number among the text's words. */
interface NumberedWord extends NameWord {
  readonly number: number;
}

/** Two words with an empty line between them are in two paragraphs. */
const emptyLine = /\n[^\S\n]*\n/;

/** Returns a matcher of names; those that are not usable (`isUsableName`) are found all the same. */
export function nameMatcher(names: readonly string[]): NameMatcher {
  const byFirst = new Map<string, Pattern[]>();
  const signatures = new Signatures();
  function addFirst(form: string, pattern: Pattern): void {
    signatures.add(form);
    const patterns = byFirst.get(form);
    if (patterns === undefined) byFirst.set(form, [pattern]);
    else patterns.push(pattern);
  }
  for (const name of names) {
    for (const [first = '', ...rest] of namePatterns(name)) {
      for (const { particle, form } of particleForms(first, rest.length > 0)) {
        addFirst(form, { particle, rest, needsTanween: false });
        if (hasAccusative(first)) {
          addFirst(`${form}ا`, { particle, rest, needsTanween: rest.length === 0 });
        }
      }
      for (const word of rest) {
        signatures.add(word);
        if (hasAccusative(word)) signatures.add(`${word}ا`);
        if (word === 'بن') signatures.add('ابن');
      }
      if (first === 'بن') signatures.add('ابن');
    }
  }
  for (const patterns of byFirst.values()) patterns.sort((a, b) => b.rest.length - a.rest.length);

  function candidates(text: string): readonly NumberedWord[] {
    const found: NumberedWord[] = [];
    let number = 0;
    eachWord(text, (word) => {
      const mixed = isMixed(word);
      if (!mixed && !signatures.has(word)) {
        number += 1;
        return;
      }
      for (const run of runsOf(word)) {
        found.push({ ...run, number });
        number += 1;
      }
    });
    return found;
  }

  /** Returns the number of words of a pattern's match at a candidate; 0 where it does not match. */
  function matchLength(
    text: string,
    words: readonly NumberedWord[],
    at: number,
    { rest, needsTanween }: Pattern,
  ): number {
    const first = words[at];
    if (first === undefined) return 0;
    if (needsTanween && !text.slice(first.start, first.end).includes('\u064b')) return 0;
    for (const [i, word] of rest.entries()) {
      const [before, next] = [words[at + i], words[at + i + 1]];
      if (before === undefined || next === undefined || next.number !== before.number + 1) return 0;
      if (!isWord(word, next.form) || emptyLine.test(text.slice(before.end, next.start))) return 0;
    }
    return rest.length + 1;
  }

  function findIn(text: string): readonly NameMatch[] {
    if (byFirst.size === 0) return [];
    const words = candidates(text);
    const matches: NameMatch[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      for (const pattern of byFirst.get(word?.form ?? '') ?? []) {
        const length = matchLength(text, words, at, pattern);
        const last = words[at + length - 1];
        if (length === 0 || word === undefined || last === undefined) continue;
        const particle = isParticle(word.lead) ? word.lead : pattern.particle;
        const previous = matches.at(-1);
        // Two runs of one mixed word have one span.
        if (previous === undefined || word.start >= previous.end) {
          matches.push({ start: word.start, end: last.end, particle });
        }
        at += length - 1;
        break;
      }
    }
    return matches;
  }

  /** Returns the matches in a form of a text, by their offsets in the text. */
  function findInForm({ text, starts, ends }: DecodedText): readonly NameMatch[] {
    return findIn(text).map(({ start, end, particle }) => ({
      ...{ start: starts[start] ?? 0, end: ends[end - 1] ?? text.length, particle },
    }));
  }

  function find(text: string): readonly NameMatch[] {
    const decoded = decodeEscapes(text);
    const matches = decoded === undefined ? findIn(text) : findInForm(decoded);
    const shown = withoutUnseen(text);
    const others = shown === undefined ? [] : findInForm(shown);
    const more = others.filter((one) =>
      matches.every(({ start, end }) => one.end <= start || one.start >= end),
    );
    if (more.length === 0) return matches;
    return [...matches, ...more].sort((one, other) => one.start - other.start);
  }

  return { find, has: (text) => find(text).length > 0 };
}
