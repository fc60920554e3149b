import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type LinearScorer, portableScorer } from '../../../src/structure/learned/linear.ts';
import { createLinearKernel } from '../../../src/structure/learned/linear-kernel.ts';
import { loadWeights } from '../../../src/structure/learned/load-weights.ts';
import { mayStart } from '../../../src/structure/learned/spans.ts';
import type { LinearTables } from '../../../src/structure/learned/tables.ts';
import { type Tokens, tokenize } from '../../../src/structure/learned/tokens.ts';
import { fixture } from '../../support/paths.ts';

const own = loadWeights();
/** The weights; every start is worth scoring. */
const tables = { ...own, startCut: -1000 } as LinearTables;
const kernel = createLinearKernel(tables);
const portable = portableScorer(tables);

let state = 9;
/** Returns a whole number below `most`, in a fixed order. */
function below(most: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((state / 2 ** 32) * most);
}

const letters = 'المووالكتابيةنهاتسفرب';
const signs =
  ' \u00a0أىئآٱک1٢۳aZé.:،!؟?…«»()[]"\'“”*•#-–/%٪_@\u0640\u064b\u200f\ud83d\ude00\ufb50\n,؛';

/** Returns words and signs in any order. */
function noise(length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) {
    const kind = below(8);
    text +=
      kind < 5
        ? letters.charAt(below(letters.length))
        : kind < 7
          ? ' '
          : signs.charAt(below(signs.length));
  }
  return text;
}

const folder = fixture('structure/frozen');
const articles = readdirSync(folder)
  .filter((file) => file.endsWith('.txt') && !file.endsWith('.headings.txt'))
  .slice(0, 12)
  .map((file) => readFileSync(join(folder, file), 'utf8'));
const edges = ['', '.', 'كلمة', '# ## ', 'أ. ب. ج.', '«قال». ', `${'ا'.repeat(90)}. نص`];
const texts = [...edges, ...articles, ...Array.from({ length: 400 }, (_, i) => noise(i))];

/** Returns the words of a text, without what lies behind them in the arrays. */
function wordsOf({ count, ...arrays }: Tokens): unknown {
  return Object.fromEntries(
    Object.entries(arrays)
      .filter(([, array]) => ArrayBuffer.isView(array))
      .map(([name, array]) => [name, [...array.subarray(0, count)]]),
  );
}

/** Returns all scores of a text. */
function scoresOf(scorer: LinearScorer, t: Tokens): unknown {
  const starts: unknown[] = [];
  for (let s = 1, prev = 0; s < t.count; s++) {
    if (!mayStart(t, s)) continue;
    starts.push(scorer.isWorthScoring(t, s, prev));
    scorer.readEnds(t, s, prev);
    const { count, k, both, right, logit } = scorer.ends;
    starts.push([k, both, right, logit].map((array) => [...array.subarray(0, count)]));
    prev = s;
  }
  const { at, score, right } = scorer.readBreaks(t);
  return [starts, [...at], [...score], [...right]];
}

test('WebAssembly reads the same words as JavaScript, and gives them the same scores', () => {
  let count = 0;
  for (const text of texts) {
    const words = tokenize(text);
    const read = kernel?.read(text);
    if (kernel === undefined || read === undefined) throw new Error('no kernel');
    expect(read.count).toBe(words.count);
    expect(wordsOf(read)).toEqual(wordsOf(words));
    const scores = scoresOf(kernel, read);
    expect(scores).toEqual(scoresOf(portable, words));
    count += words.count;
  }
  expect(count).toBeGreaterThan(1000);
});

test('a text that is too long for WebAssembly is left to JavaScript', () => {
  expect(kernel?.read('ا '.repeat(16_400))).toBeUndefined();
  expect(kernel?.read('ا '.repeat(16_382))?.count).toBe(16_382);
});
