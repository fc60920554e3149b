/**
 * Measures which pairs of words the search takes for forms of one word.
 *
 *     node bench/search/pairs.ts [--data DIR] [--articles N]... [FILE]...
 *
 * `word-pairs.txt` says what is one word, as do the tables in `held-out-pairs/`. Each pair is asked in both
 * directions, without an archive and with the words of the shared articles: all, or the first N.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { areSameWord } from '../../src/arabic/same-word.ts';
import type { CountedForm } from '../../src/arabic/word-bases.ts';
import { keyOf } from '../../src/arabic/word-key.ts';
import { eachWord, formOf, wordForms } from '../../src/arabic/word-letters.ts';
import { readCorpus, sharedArticlesFolder } from './corpus.ts';

/** Two words, and whether they are forms of one. */
export interface WordPair {
  readonly words: readonly [string, string];
  readonly isSame: boolean;
}

/** How well pairs are told apart; each counts twice, once for each direction. */
export interface PairFigures {
  readonly precision: number;
  readonly recall: number;
  /** The pairs that were told wrongly, as they are written. */
  readonly wrong: readonly string[];
}

/** The table of pairs. */
export const pairsFile: string = join(import.meta.dirname, 'word-pairs.txt');

/** Tables whose first measurement is in the README, with rules made without them. */
export const heldOutFiles: readonly string[] = [...'abcdefgh'].map((name) =>
  join(import.meta.dirname, `held-out-pairs/${name}.txt`),
);

/** Reads a table of pairs. */
export const readPairs = (file: string): readonly WordPair[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, one, sign, other] = /^(\S+) ([=≠]) (\S+)$/.exec(line) ?? [];
      if (one === undefined || other === undefined) return [];
      return [{ words: [one, other] as const, isSame: sign === '=' }];
    });

/** The forms of an archive by key. */
export type Dictionary = ReadonlyMap<string, readonly CountedForm[]>;

/** Tells whether a search for a word finds another one, beside the forms that the archive has. */
function finds(word: string, other: string, dictionary: Dictionary): boolean {
  const [[sought = ''], [form = '']] = [wordForms(word), wordForms(other)];
  const key = keyOf(sought);
  if (keyOf(form) !== key) return false;
  const known = dictionary.get(key) ?? [];
  const forms = known.some((one) => one.form === form) ? known : [...known, { form, count: 1 }];
  const same = areSameWord(sought, forms);
  return same[forms.findIndex((one) => one.form === form)] ?? false;
}

/** Measures pairs with the forms of an archive. */
export function measurePairs(pairs: readonly WordPair[], dictionary: Dictionary): PairFigures {
  let [found, right, sought] = [0, 0, 0];
  const wrong: string[] = [];
  for (const { words, isSame } of pairs) {
    const [a, b] = words;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const isFound = finds(one, other, dictionary);
      if (isFound) found += 1;
      if (isSame) sought += 1;
      if (isFound && isSame) right += 1;
      if (isFound !== isSame) wrong.push(`${one} ${isSame ? '=' : '≠'} ${other}`);
    }
  }
  return { precision: right / found, recall: right / sought, wrong };
}

/** Returns the forms of the first articles of a folder by key. */
function dictionaryOf(folder: string, articles: number): Dictionary {
  const counts = new Map<string, number>();
  let left = articles;
  for (const { title, content } of readCorpus(folder)) {
    if (left <= 0) break;
    left -= 1;
    const forms = new Set<string>();
    eachWord(`${title}\n${content}`, (word) => forms.add(formOf(word)));
    for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const keys = new Map<string, CountedForm[]>();
  for (const [form, count] of counts) {
    const key = keyOf(form);
    const forms = keys.get(key);
    if (forms === undefined) keys.set(key, [{ form, count }]);
    else forms.push({ form, count });
  }
  return keys;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: {
      data: { type: 'string', default: sharedArticlesFolder },
      articles: { type: 'string', multiple: true, default: [] },
    },
    allowPositionals: true,
  });
  const archives = new Map<string, Dictionary>([['without an archive', new Map()]]);
  for (const count of values.articles)
    archives.set(`${count} articles`, dictionaryOf(values.data, Number(count)));
  archives.set('all articles', dictionaryOf(values.data, Number.POSITIVE_INFINITY));
  for (const file of positionals.length > 0 ? positionals : [pairsFile]) {
    const pairs = readPairs(file);
    const same = pairs.filter(({ isSame }) => isSame).length;
    process.stdout.write(`${basename(file)}: ${same} of one word, ${pairs.length - same} of two\n`);
    for (const [name, dictionary] of archives) {
      const { precision, recall, wrong } = measurePairs(pairs, dictionary);
      process.stdout.write(
        `${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n${wrong.map((line) => `  ${line}\n`).join('')}`,
      );
    }
  }
}
