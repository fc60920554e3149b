/**
 * Measures structure recovery on labelled articles and prints its tables in Markdown.
 *
 *     node bench/structure/evaluate.ts [--data DIR] [--sets a,b] [--every N] [--weights FILE] [--errors N] [--floors]
 *
 * `--data DIR` is the folder around `structure/` and `structure2/`, or one of them; of the sets that are measured by
 * default, those that it lacks are left out. `--every N` reads every n-th article. `--weights FILE` measures other
 * weights than the program's. A heading is correct if its exact span is found; headings marked `doubt` are not counted.
 * Paragraph breaks are measured with the gold headings given. `--errors N` lists the N worst errors of each kind in
 * context, on the terminal only; `--floors` measures the samples of `floors.ts` instead, and exits with 1 if a figure is
 * below its floor.
 */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadWeights, readWeights } from '../../src/structure/learned/load-weights.ts';
import type { Model } from '../../src/structure/learned/model.ts';
import { recover } from '../../src/structure/recover.ts';
import { worstErrors } from './errors.ts';
import { floorFigures, floors, shortfalls } from './floors.ts';
import { dataFolder, findSet, type GoldArticle, measuredSets, readGold } from './gold.ts';
import { measure, type SetFigures } from './measure.ts';
import { speed } from './speed.ts';
import {
  breakTable,
  calibrationTable,
  headingTable,
  lengthTable,
  markdownTable,
} from './tables.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: dataFolder },
    sets: { type: 'string' },
    every: { type: 'string', default: '1' },
    weights: { type: 'string' },
    errors: { type: 'string', default: '0' },
    floors: { type: 'boolean', default: false },
  },
});
const root = resolve(import.meta.dirname, '../..');
const ownWeights = resolve(root, 'src/structure/learned/weights.bin');

/** Reads the weights to be measured; throws where they are damaged or missing. */
function weightsOf(file: string | undefined): Model {
  const weights = file === undefined ? loadWeights() : readWeights(file).weights;
  if (weights === undefined) throw new Error(`${file ?? ownWeights}: no weights`);
  return weights;
}

const print = (text: string): void => void process.stdout.write(text === '' ? '' : `${text}\n`);

/** Returns the time and the size of each set. */
function timeTable(
  sets: readonly { readonly set: string; readonly articles: readonly GoldArticle[] }[],
  weights: Model,
): string {
  const rows = sets.map(({ set, articles }) => {
    const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    const size = (bytes / 1024).toFixed(0);
    return [set, String(articles.length), size, speed(articles, weights).toFixed(0)];
  });
  return markdownTable(['set', 'articles', 'KB', 'µs/KB, warm'], rows);
}

/** Returns the size of the weights and the headings of the repository's own seed. */
function restTable(weights: Model, file: string): string {
  const seed = readFileSync(resolve(root, 'seeds/000_8c196781ef486721.txt'), 'utf8');
  const headings = recover(seed, { weights }).headings.map(
    ({ text, confidence, origin }) => `${text} (${origin}, ${confidence.toFixed(2)})`,
  );
  return markdownTable(
    ['what', 'figure'],
    [
      ['weights', `${statSync(file).size} bytes`],
      ['headings of the seed, cautious', headings.join(' · ')],
    ],
  );
}

/** Prints the figures of the floors' samples, and those that are worse than their floor. */
function printFloors(weights: Model): void {
  const known = floors.filter(({ set }) => findSet(values.data, set) !== undefined);
  const measured = known.map((floor) => {
    const articles = readGold(values.data, floor.set, floor.every);
    return { floor, figures: floorFigures(measure(floor.set, articles, weights)) };
  });
  const cellOf = (figure: number): string => figure.toFixed(Number.isInteger(figure) ? 0 : 1);
  const rows = measured.map(({ floor, figures }) => [
    ...[floor.set, String(floor.every)],
    ...(['balancedF1', 'cautiousP', 'falseCautious', 'paragraphsF1'] as const).map(
      (name) => `${cellOf(figures[name])} (${cellOf(floor[name])})`,
    ),
  ]);
  const head = ['measured (floor)', 'every', 'balanced F1', 'cautious P', 'false', 'paragraphs F1'];
  print(markdownTable(head, rows));
  const lines = measured.flatMap(({ floor, figures }) => shortfalls(floor, figures));
  print(lines.length === 0 ? 'All floors are reached.' : lines.join('\n'));
  if (lines.length > 0) process.exitCode = 1;
}

function printTables(weights: Model): void {
  const names =
    values.sets?.split(',') ??
    measuredSets.filter((set) => findSet(values.data, set) !== undefined);
  const sets = names.map((set) => {
    const articles = readGold(values.data, set, Number(values.every));
    return { set, articles, figures: measure(set, articles, weights) };
  });
  const all: readonly SetFigures[] = sets.map(({ figures }) => figures);
  for (const table of [headingTable, lengthTable, calibrationTable, breakTable]) print(table(all));
  print(timeTable(sets, weights));
  print(restTable(weights, values.weights ?? ownWeights));
  const count = Number(values.errors);
  if (count === 0) return;
  print(sets.flatMap(({ figures, articles }) => worstErrors(figures, articles, count)).join('\n'));
}

const weights = weightsOf(values.weights);
if (values.floors) printFloors(weights);
else printTables(weights);
