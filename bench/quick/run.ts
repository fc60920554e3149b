/**
 * Measures cold builds of two archives in two forms, keeps a line for the commit and prints the change against the
 * line before.
 *
 *     node bench/quick/run.ts [--corpus shared|generated] [--data DIR] [--lab DIR] [--warraq DIR]
 *       [--sizes 1k,15k] [--repeats N] [--file FILE] [--no-keep] [--no-volume]
 *
 * `bench/README.md` describes what is measured and kept.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { workerCount } from '../../src/pipeline/workers/worker-count.ts';
import type { StorySource } from '../archive/article.ts';
import { sharedArticles, sharedFolder } from '../archive/corpus.ts';
import { commitOf, thisMachine } from '../archive/machine.ts';
import { planOf } from '../archive/plan.ts';
import { compareGenerators } from '../archive/race.ts';
import { median, type Run } from '../archive/results.ts';
import { generatedArticles } from '../archive/sentences.ts';
import { emptyVolume, type Volume } from '../archive/volume.ts';
import { warraq } from '../archive/warraq.ts';
import { installWarraq } from '../archive/warraq-package.ts';
import { namesIn, wholeNumber } from '../option-values.ts';
import { changeTable } from './change-table.ts';
import {
  type CommitLine,
  type CostRow,
  costRow,
  lineBefore,
  linesText,
  parseLines,
  withLine,
} from './commit-line.ts';
import { referenceSeconds } from './reference.ts';

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const forms = ['warraq', 'whole'] as const;

/** The small archive is built more often: its builds are short, and the first fills the compile cache. */
const usualRepeats = (articles: number): number => (articles > 5000 ? 2 : 5);

const usualSizes = '1k,15k';

const limitSeconds = 600;

function readQuickOptions() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      corpus: { type: 'string', default: 'shared' },
      data: { type: 'string', default: sharedFolder },
      lab: { type: 'string', default: join(tmpdir(), 'warraq-bench-quick') },
      warraq: { type: 'string', default: resolve(import.meta.dirname, '../..') },
      sizes: { type: 'string', default: usualSizes },
      repeats: { type: 'string' },
      file: { type: 'string' },
      keep: { type: 'boolean', default: true },
      volume: { type: 'boolean', default: true },
    },
  });
  namesIn(['shared', 'generated'], values.corpus, '--corpus');
  const repeats =
    values.repeats === undefined ? undefined : wholeNumber(values.repeats, '--repeats');
  const sizes = values.sizes.split(',').map((size) => planOf(size).count);
  return {
    ...values,
    ...{ sizes, repeats, warraq: resolve(values.warraq) },
    file: resolve(values.file ?? join(import.meta.dirname, 'results.jsonl')),
    // A trial with other sizes is no line of the series.
    keep: values.keep && (values.file !== undefined || values.sizes === usualSizes),
  };
}

type QuickOptions = ReturnType<typeof readQuickOptions>;

/**
 * Builds one archive in all forms by turns and returns its rows, and the loads before its builds.
 *
 * @throws Error if a build does not count
 */
async function rowsOf(
  count: number,
  source: StorySource,
  volume: Volume,
  program: string,
  options: QuickOptions,
): Promise<{ readonly rows: readonly CostRow[]; readonly loads: readonly number[] }> {
  const folder = join(volume.folder, String(count));
  const logs = join(options.lab, 'logs', String(count));
  for (const one of [folder, logs]) mkdirSync(one, { recursive: true });
  const repeats = options.repeats ?? usualRepeats(count);
  const runs = await compareGenerators(
    { folder, logs, archive: { source, count }, repeats, limitSeconds, log },
    forms.map((form) => ({ contestant: warraq(form, program), kinds: ['cold'] })),
  );
  const failed = runs.find(({ error }) => error !== '');
  if (failed !== undefined) throw new Error(`${failed.label}: ${failed.error}; see ${logs}`);
  const cores = availableParallelism();
  const used = Math.min(cores, workerCount(count, cores) + 1);
  const of = (form: string): readonly Run[] => runs.filter(({ contestant }) => contestant === form);
  return {
    rows: forms.map((form) => costRow({ articles: count, form }, of(form), used)),
    loads: runs.map(({ load }) => load),
  };
}

/** Returns the date of the last commit of a repository; empty where there is none. */
function commitDate(root: string): string {
  const command = ['-C', root, 'show', '-s', '--format=%cI'];
  const { status, stdout } = spawnSync('git', command, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

/** Measures the commit of the options. */
async function measuredLine(options: QuickOptions): Promise<CommitLine> {
  const shared = options.corpus === 'shared' ? sharedArticles(options.data) : undefined;
  const source = shared ?? generatedArticles;
  log(`articles: ${source.name}; working folder ${options.lab}`);
  rmSync(join(options.lab, 'logs'), { recursive: true, force: true });
  mkdirSync(options.lab, { recursive: true });
  const { processor, cores, memoryGiB, system, node } = thisMachine();
  const [commit, date] = [commitOf(options.warraq), commitDate(options.warraq)];
  const before = loadavg()[0] ?? 0;
  const program = installWarraq(options.warraq, join(options.lab, 'warraq'));
  // The first call is compiled while it runs.
  referenceSeconds();
  const references = [referenceSeconds()];
  const volume = emptyVolume(options.lab, options.volume);
  try {
    const rows: CostRow[] = [];
    let most = before;
    for (const count of options.sizes) {
      const measured = await rowsOf(count, source, volume, program, options);
      rows.push(...measured.rows);
      most = Math.max(most, ...measured.loads);
      references.push(referenceSeconds());
    }
    return {
      // A checkout that changed meanwhile counts as one with changes.
      commit: commitOf(options.warraq) === commit ? commit : `${commit}+`,
      date,
      machine: `${processor}, ${cores} cores, ${memoryGiB} GiB; ${system}`,
      ...{ node, texts: source.name, volume: volume.kind },
      load: [Number(before.toFixed(1)), Number(most.toFixed(1))],
      reference: Number((median(references) ?? 0).toFixed(3)),
      rows,
    };
  } finally {
    volume.remove();
  }
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  // `measure.ts` ends the builds when this process exits, `volume.ts` unmounts.
  process.once(signal, () => process.exit(code));
}

const options = readQuickOptions();
const lines = existsSync(options.file) ? parseLines(readFileSync(options.file, 'utf8')) : [];
const line = await measuredLine(options);
process.stdout.write(changeTable(line, lineBefore(lines, line)));
if (!options.keep) log('not kept');
else if (!/^[0-9a-f]+$/.test(line.commit)) {
  log(`not kept: ${line.commit} is no commit without changes in src/ and templates/`);
} else {
  writeFileSync(options.file, linesText(withLine(lines, line)));
  log(`kept in ${options.file}: add it to the next commit`);
}
