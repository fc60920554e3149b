/**
 * Measures the search of built archives and writes the tables.
 *
 *     node bench/search/run.ts [--only quality,phrases,files,browser,pagefind,build] [--queries N]
 *       [--repeats N] [--data DIR] [--lab DIR] [--out FILE] [--no-volume] [--no-readme]
 *
 * `bench/search/README.md` says what is measured and how.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { sharedArticles } from '../archive/corpus.ts';
import { commitOf, thisMachine } from '../archive/machine.ts';
import { replaceReport } from '../archive/table.ts';
import { readCorpus } from './corpus.ts';
import { type Bench, measurements } from './measurements.ts';
import { type Options, readOptions } from './options.ts';
import { report } from './report.ts';
import { type Measured, readResults, writeResults } from './results.ts';
import { root } from './site.ts';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const readme = join(import.meta.dirname, 'README.md');

/**
 * Returns the context of the benchmark.
 *
 * @throws Error where the shared articles are missing
 */
function benchOf(options: Options): Bench {
  const count = [...readCorpus(options.articles)].length;
  const source = sharedArticles(options.articles);
  if (source === undefined) throw new Error(`There are no articles in ${options.articles}.`);
  return { options, source, count, say };
}

/** Measures one part and adds it to the results; stopping the run keeps the results of earlier parts. */
async function run<T extends keyof Measured>(part: T, bench: Bench): Promise<void> {
  const { options } = bench;
  say(`${part}:`);
  const [commit, load] = [commitOf(root), loadavg()[0] ?? 0];
  const started = performance.now();
  const figures = await measurements[part](bench);
  say(`${part}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const earlier = readResults(options.results, thisMachine());
  const results = { ...earlier, parts: { ...earlier.parts, [part]: { commit, load, figures } } };
  writeResults(options.results, results);
  const written = report(results);
  if (options.readme) writeFileSync(readme, replaceReport(readFileSync(readme, 'utf8'), written));
  if (part === options.parts.at(-1)) process.stdout.write(`${written}\n`);
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  // Child processes end with this process.
  process.once(signal, () => process.exit(code));
}

const bench = benchOf(readOptions(process.argv.slice(2)));
mkdirSync(bench.options.lab, { recursive: true });
for (const part of bench.options.parts) await run(part, bench);
