import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

/**
 * Shapes of texts, and the most work that each may take from bytes to HTML at 6 KB, as a multiple of that of prose of
 * its size. Work is counted by V8 (`count-work.ts`), not timed. A short text may take more than ten times as much,
 * because the limits leave it something (`minMarkdownWork`) and a loop over numbers counts for more than it takes;
 * `bench/shapes/run.ts` measures CPU time at the limit of size.
 */
const table: readonly (readonly [shape: string, most: number])[] = [
  ['a tight list', 17],
  ['a loose list', 18],
  ['lists whose marker changes', 16],
  ['empty items', 5],
  ['a staircase of lists', 41],
  ['lists in quotations in lists', 16],
  ['quotations with lazy lines', 43],
  ['one quotation ninety deep', 21],
  ['a wide table', 18],
  ['a long table', 24],
  ['links', 17],
  ['brackets that open', 13],
  ['brackets in brackets', 14],
  ['links that never end', 37],
  ['emphasis that alternates', 9],
  ['emphasis that never closes', 124],
  ['strong in strong', 124],
  ['references to nothing', 16],
  ['definitions and their references', 18],
  ['footnotes', 19],
  ['entities', 13],
  ['headings', 35],
  ['underlined headings', 5],
  ['a fence that never closes', 22],
  ['grave accents of all lengths', 60],
  ['code, each a paragraph', 23],
  ['HTML blocks', 33],
  ['comments that never close', 15],
  ['hard breaks', 29],
  ['one line', 6],
  ['lines of blanks', 16],
  ['tabs', 22],
  ['combining marks', 4],
  ['bidi controls', 2],
  ['NULs', 2],
  ['anchors of front matter', 12],
  ['aliases of front matter', 11],
  ['brackets of front matter', 2],
  ['colons of front matter', 12],
  ['one line of prose', 26],
  ['numbers in lines', 9],
  ['candidates of headings', 2],
  ['marked headings', 6],
  ['datelines in lines', 3],
  ['places', 2],
  ['a word of the whole length', 4],
  ['hard-wrapped prose', 2],
  ['numbered headings', 3],
  ['rows that differ', 8],
  ['verse in halves', 3],
  ['halves that do not rhyme', 4],
  ['items', 3],
  ['rules', 8],
  ['questions and answers', 4],
  ['speakers', 4],
];

/** Bytes of the smallest text; the others have twice and four times as many. */
const least = 1500;

type Work = readonly [number, number, number];

let counted: ReadonlyMap<string, Work>;

beforeAll(() => {
  const program = fileURLToPath(new URL('../support/hostile/count-shapes.ts', import.meta.url));
  const names = [...table.map(([name]) => name), ...compositions.map((n) => `composition ${n}`)];
  const printed = execFileSync(process.execPath, [program, String(least), ...names], {
    encoding: 'utf8',
  });
  const lines = printed.trim().split('\n');
  counted = new Map(
    lines.map((line) => {
      const { name, work } = JSON.parse(line) as { readonly name: string; readonly work: Work };
      return [name, work];
    }),
  );
}, 120_000);

/** Random compositions of shapes, by number; `count-shapes.ts --compositions 1 1000` tries more. */
const compositions = [25, 43, 84, 99];

test.each(compositions)('the work of a composition of shapes grows as its length: %i', (number) => {
  const [once, twice, fourTimes] = counted.get(`composition ${number}`) ?? [0, 0, 0];
  expect(twice / once).toBeLessThan(3.4);
  expect(fourTimes / twice).toBeLessThan(2.9);
});

test.each(table)('the work of a text grows as its length, within its bound: %s', (name, most) => {
  const [once, twice, fourTimes] = counted.get(name) ?? [0, 0, 0];
  const prose = counted.get('prose')?.[2] ?? 0;
  expect(once).toBeGreaterThan(0);
  // Twice the work for twice the text; more while the first candidates of headings are compared with each other.
  expect(twice / once).toBeLessThan(3.4);
  expect(fourTimes / twice).toBeLessThan(2.6);
  expect(fourTimes / prose).toBeLessThan(most);
});
