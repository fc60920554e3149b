import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { articleWords } from '../../src/article/keywords.ts';
import { resemblance, type Shingles, shinglesOf } from '../../src/article/resemblance.ts';
import { textSignature } from '../../src/article/text-signature.ts';
import { type WordHashes, wordHashes } from '../../src/article/word-hashes.ts';
import { allDuplicates } from '../../src/catalogue/compare-signatures.ts';
import { setReader, setWriter } from '../../src/catalogue/duplicate-sets.ts';
import { schema } from '../../src/catalogue/schema.ts';
import { rebuildTextKeys } from '../../src/catalogue/signatures.ts';
import { nearlySame } from '../../src/model/text-signature.ts';
import { sharedArticles, sharedFolder } from '../archive/corpus.ts';

/** Measures how near-duplicates are found: which pairs, beside a comparison of all texts, and the CPU time. */

const { values } = parseArgs({
  options: { data: { type: 'string', default: sharedFolder }, articles: { type: 'string' } },
});
const source = sharedArticles(values.data);
if (source === undefined) throw new Error(`no articles in ${values.data}`);
const stories = Array.from({ length: Number(values.articles ?? 15_590) }, (_, i) =>
  source.story(i),
);
const texts = stories.map(({ paragraphs }) => paragraphs.join('\n'));

/** Returns what a function gives, and the CPU time in microseconds for each article. */
function timed<T>(run: () => T): readonly [T, string] {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [result, ((user + system) / texts.length).toFixed(1)];
}

const words = texts.map((text): WordHashes => {
  const { hashes, count } = wordHashes([text]);
  return { hashes: hashes.slice(0, count), count };
});
const shingles = words.map(shinglesOf);

/** Pairs in one number. */
const pairOf = (one: number, other: number): number =>
  Math.min(one, other) * 2 ** 20 + Math.max(one, other);

/** Articles that share a shingle with more others than this are no copies by that shingle. */
const commonShingle = 300;

/** Finds the pairs from a resemblance on by the shingles that texts share, without signatures. */
function exactPairs(from: number): ReadonlyMap<number, number> {
  const holders = new Map<number, number[]>();
  shingles.forEach((all, n) => {
    for (const hash of all) {
      const known = holders.get(hash);
      if (known === undefined) holders.set(hash, [n]);
      else known.push(n);
    }
  });
  const shared = new Map<number, number>();
  for (const all of holders.values()) {
    if (all.length > commonShingle) continue;
    all.forEach((one, at) => {
      for (const other of all.slice(at + 1)) {
        const pair = pairOf(one, other);
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    });
  }
  const found = new Map<number, number>();
  const none: Shingles = new Uint32Array();
  for (const [pair, count] of shared) {
    const [one, other] = [Math.floor(pair / 2 ** 20), pair % 2 ** 20];
    const [a, b] = [shingles[one] ?? none, shingles[other] ?? none];
    if (count < (from / 2) * Math.min(a.length, b.length)) continue;
    const exact = resemblance(a, b);
    if (exact >= from) found.set(pair, exact);
  }
  return found;
}

// Once for the compiler.
for (const [n, { title }] of stories.entries()) articleWords(title, texts[n] ?? '');
/** Shorter texts are compared with their titles. */
const manyWords = 20;
const [signatures, signing] = timed(() =>
  words.map((all) => (all.count < manyWords ? undefined : textSignature(all))),
);
const [, reading] = timed(() => {
  for (const [n, { title }] of stories.entries()) articleWords(title, texts[n] ?? '');
});

const catalogue = new DatabaseSync(':memory:');
catalogue.exec(schema);
const insert = catalogue.prepare('INSERT INTO signatures VALUES (?, ?)');
const [, storing] = timed(() => {
  catalogue.exec('BEGIN');
  signatures.forEach((signature, n) => {
    // The number of a document is one more than the index of its text.
    if (signature !== undefined) insert.run(n + 1, signature);
  });
  catalogue.exec('COMMIT');
});
const [, sorting] = timed(() => rebuildTextKeys(catalogue));
let compared = 0;
// As where the texts are read from the catalogue.
const shinglesOfDocument = (doc: number) => shinglesOf(wordHashes([texts[doc - 1] ?? '']));
const { numberOf } = setWriter(catalogue);
const [recorded, merging] = timed(() => [
  ...allDuplicates(
    catalogue,
    (one, other) => {
      compared += 1;
      return resemblance(shinglesOfDocument(one), shinglesOfDocument(other));
    },
    numberOf,
  ),
]);
const documentsOf = setReader(catalogue);
const found = new Set(
  recorded.flatMap(({ doc, set }) =>
    documentsOf(set)
      .filter((other) => doc < other)
      .map((other) => pairOf(doc - 1, other - 1)),
  ),
);
const exact = exactPairs(0.5);
const near = [...exact].filter(
  ([pair, value]) =>
    value >= nearlySame &&
    signatures[Math.floor(pair / 2 ** 20)] !== undefined &&
    signatures[pair % 2 ** 20] !== undefined,
);
const missed = near.filter(([pair]) => !found.has(pair));
const wrong = [...found].filter((pair) => (exact.get(pair) ?? 0) < nearlySame);
const bands = Map.groupBy(exact.values(), (value) => (Math.floor(value * 20) / 20).toFixed(2));
process.stdout.write(
  `${texts.length} articles, ${signatures.filter((signature) => signature === undefined).length} with fewer than ${manyWords} words
pairs of 0.8 and more: ${near.length}; found ${found.size}, missed ${missed.length}, wrong ${wrong.length}; compared exactly ${compared}
pairs by resemblance: ${[...bands]
    .sort()
    .map(([from, pairs]) => `${from} ${pairs.length}`)
    .join(', ')}
CPU, µs an article: words and keywords with the signature ${reading}, of which the signature ${signing}
  storing ${storing}, sorting keys ${sorting}, merging and comparing ${merging}
`,
);
