/**
 * Measures structure recovery on labelled articles and prints its tables.
 *
 *     node bench/structure/evaluate.ts [--data DIR] [--sets dev,dev-inline] [--errors N] [--floors]
 *
 * A heading is correct if its exact span is found; headings marked `doubt` are not counted. Paragraph breaks
 * are measured with the gold headings given. `--errors N` lists the N worst errors of each kind in context, on
 * the terminal only; `--floors` exits with 1 if a figure is below its floor in `floors.ts`.
 */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { recoverHeadings } from '../../src/structure/recover-headings.ts';
import { worstErrors } from './errors.ts';
import { shortfalls } from './floors.ts';
import { type GoldArticle, readGold } from './gold.ts';
import {
  calibration,
  dataFolder,
  type Hits,
  levels,
  measure,
  rates,
  type SetFigures,
  speed,
  spoiltShare,
} from './measure.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: dataFolder },
    sets: { type: 'string', default: 'dev,dev-inline' },
    errors: { type: 'string', default: '0' },
    floors: { type: 'boolean', default: false },
  },
});
const root = resolve(import.meta.dirname, '../..');

/** Prints rows as a Markdown table. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  if (rows.length === 0) return;
  const widths = head.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  process.stdout.write(`${[line(head), rule, ...rows.map(line)].join('\n')}\n\n`);
}

function cellsOf(hits: Hits): string[] {
  const { p, r, f1 } = rates(hits);
  return [p, r, f1].map((rate) => rate.toFixed(1));
}

function printHeadings(all: readonly SetFigures[]): void {
  const head = ['set', 'level', 'P', 'R', 'F1', 'exact/gold', 'partial', 'elsewhere', 'R no «* »'];
  const rows = all.flatMap(({ set, headings }) =>
    levels.map((level) => {
      const own = headings[level];
      const { found, gold, right, partial, free, spoilt, unmarked, unmarkedRight } = own;
      return [
        set,
        level,
        ...cellsOf(own),
        `${right}/${gold}`,
        String(partial),
        String(found - right - partial),
        ((100 * unmarkedRight) / unmarked).toFixed(1),
        `${spoiltShare(own).toFixed(2)} % (${spoilt}/${free})`,
      ];
    }),
  );
  table([...head, 'false in heading-free'], rows);
}

function printBreaks(all: readonly SetFigures[]): void {
  const rows = all.flatMap(({ set, breaks }) =>
    breaks === undefined ? [] : [[set, ...cellsOf(breaks), String(breaks.gold)]],
  );
  table(['paragraph breaks', 'P', 'R', 'F1', 'gold'], rows);
}

function printCalibration(all: readonly SetFigures[]): void {
  const rows = all.flatMap(({ set, verdicts }) =>
    calibration(verdicts).map((tenth) => [
      set,
      `${tenth.from.toFixed(1)}–${(tenth.from + 0.1).toFixed(1)}`,
      String(tenth.count),
      tenth.stated.toFixed(0),
      tenth.correct.toFixed(0),
    ]),
  );
  table(['set', 'confidence', 'headings', 'stated %', 'correct %'], rows);
}

function printRest(articles: readonly GoldArticle[]): void {
  const seed = readFileSync(resolve(root, 'seeds/000_8c196781ef486721.txt'), 'utf8');
  const headings = recoverHeadings(seed).headings.map(
    ({ text, confidence, origin }) => `${text} (${origin}, ${confidence.toFixed(2)})`,
  );
  const weights = statSync(resolve(root, 'src/structure/learned/weights.bin')).size;
  table(
    ['what', 'figure'],
    [
      ['time, warm', `${speed(articles).toFixed(0)} µs a KB`],
      ['weights', `${weights} bytes`],
      ['headings of the seed, cautious', headings.join(' · ')],
    ],
  );
}

const sets = values.sets
  .split(',')
  .map((set) => ({ set, articles: readGold(values.data, set) }))
  .map(({ set, articles }) => ({ articles, figures: measure(set, articles) }));
const all = sets.map(({ figures }) => figures);
printHeadings(all);
printBreaks(all);
printCalibration(all);
printRest(sets[0]?.articles ?? []);
const count = Number(values.errors);
if (count > 0) {
  const lines = sets.flatMap(({ figures, articles }) => worstErrors(figures, articles, count));
  process.stdout.write(`${lines.join('\n')}\n`);
}
if (values.floors) {
  const lines = all.flatMap(shortfalls);
  process.stdout.write(lines.length === 0 ? 'All floors are reached.\n' : `${lines.join('\n')}\n`);
  if (lines.length > 0) process.exitCode = 1;
}
