import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import {
  type Archive,
  changingArticle,
  type Edition,
  markWord,
  originalEdition,
  writeArchive,
  writeEdition,
} from './archive.ts';
import { articleAt } from './article.ts';
import type { BuildFolders, Contestant, Entry } from './contestant.ts';
import { measure, type RunResult } from './measure.ts';
import { fileSystemTime, inspect, type Output } from './output.ts';
import { type Kind, kinds } from './plan.ts';
import type { Run } from './results.ts';

/** The settings of a comparison. */
export interface Comparison {
  /** An empty folder for all contestants' sites. */
  readonly folder: string;
  /** Folder of the programs' output. */
  readonly logs: string;
  readonly archive: Archive;
  readonly repeats: number;
  readonly limitSeconds: number;
  /** Receives progress messages. */
  readonly log: (line: string) => void;
}

/** The current state of a contestant's site. */
interface State {
  edition: Edition;
  template: string;
  /** Set after a failed build: later builds depend on it and are skipped. */
  hasFailed: boolean;
}

const siteOf = (comparison: Comparison, { name }: Contestant): string =>
  join(comparison.folder, name, 'site');

/** Writes the site of a contestant. */
function prepare(comparison: Comparison, contestant: Contestant): void {
  const site = siteOf(comparison, contestant);
  mkdirSync(site, { recursive: true });
  writeArchive(join(site, contestant.contentFolder), comparison.archive, contestant.form);
  contestant.prepareSite(site);
}

/** Makes the change that precedes a build. */
function change(
  comparison: Comparison,
  contestant: Contestant,
  state: State,
  kind: Kind,
  repeat: number,
) {
  const site = siteOf(comparison, contestant);
  if (kind === 'cold') {
    state.edition = originalEdition;
    state.template = '';
  }
  if (kind === 'article') state.edition = { ...state.edition, body: repeat };
  if (kind === 'title') state.edition = { ...state.edition, title: repeat };
  if (kind === 'template') state.template = markWord('template', repeat);
  if (kind === 'unchanged') return;
  const content = join(site, contestant.contentFolder);
  if (kind !== 'template')
    writeEdition(content, comparison.archive, contestant.form, state.edition);
  if (kind === 'template' || kind === 'cold') contestant.changeTemplate(site, state.template);
}

/** Returns the error of a build; empty if there is none. */
function errorOf(
  { archive }: Comparison,
  { edition, template }: State,
  result: RunResult,
  output: Output,
): string {
  if (result.exitCode !== 0) return `exit code ${result.exitCode ?? 'none: stopped'}`;
  if (output.articles !== archive.count) return `${output.articles} pages of articles`;
  const { body, title } = edition;
  const shown = [
    body > 0 && markWord('body', body),
    title > 0 && markWord('title', title),
    template !== '' && template,
  ];
  const missing = shown.filter((word) => word !== false && !output.page.includes(word));
  return missing.length > 0 ? 'the change is not on the page' : '';
}

/** Returns the JSON output of a program without its long lists, for the raw results. */
function outputIn(log: string): unknown {
  try {
    const output: unknown = JSON.parse(readFileSync(log, 'utf8'));
    return Object.fromEntries(
      Object.entries(output ?? {}).filter(
        ([, value]) => !Array.isArray(value) || value.length < 20,
      ),
    );
  } catch {
    return undefined;
  }
}

async function run(
  comparison: Comparison,
  contestant: Contestant,
  state: State,
  kind: Kind,
  repeat: number,
): Promise<Run> {
  const { folder, logs, archive, limitSeconds } = comparison;
  const own = join(folder, contestant.name);
  const folders: BuildFolders = {
    site: siteOf(comparison, contestant),
    out: join(own, `out-${repeat}`),
    cache: join(own, `cache-${repeat}`),
  };
  change(comparison, contestant, state, kind, repeat);
  // Flush pending writes of earlier builds, which must not count for this one.
  spawnSync('sync');
  const load = loadavg()[0] ?? 0;
  const since = fileSystemTime(join(own, 'clock'));
  const log = join(logs, `${contestant.name}-${kind}-${repeat}.log`);
  const identity = { contestant: contestant.name, label: contestant.label, kind, repeat, load };
  let result: RunResult;
  try {
    result = await measure(contestant.build(folders), log, limitSeconds);
  } catch {
    const error = 'it could not be started';
    return { ...identity, cost: undefined, output: undefined, said: undefined, error };
  }
  const { id } = articleAt(archive.source, changingArticle(archive));
  const output = inspect(folders.out, since, id, kind === 'cold');
  const { page: _, ...counted } = output;
  const error = errorOf(comparison, state, result, output);
  return { ...identity, cost: result.cost, output: counted, said: outputIn(log), error };
}

function runLine({ label, kind, repeat, cost, output, error }: Run): string {
  if (cost === undefined || output === undefined) return `${label}, ${kind} ${repeat}: ${error}`;
  const cpu = cost.cpuSeconds === undefined ? '?' : cost.cpuSeconds.toFixed(2);
  const peak = cost.peakBytes === undefined ? '?' : Math.round(cost.peakBytes / 1e6);
  const figures = `${cost.wallSeconds.toFixed(2)} s, ${cpu} s CPU, ${peak} MB`;
  const written = `${output.html} pages, ${output.written} of ${output.files} files written`;
  return `${label}, ${kind} ${repeat}: ${figures}; ${written}${error && ` – ERROR: ${error}`}`;
}

/**
 * Runs all contestants in turn: each kind of build by one after the other, in reverse order every second time, so
 * that other load affects all alike. Nothing is removed, as deletion slows down writing.
 */
export async function compareGenerators(
  comparison: Comparison,
  entries: readonly Entry[],
): Promise<readonly Run[]> {
  const runs: Run[] = [];
  const states = new Map<Contestant, State>();
  for (const { contestant } of entries) {
    comparison.log(`${contestant.label}: writing ${comparison.archive.count} articles`);
    prepare(comparison, contestant);
    states.set(contestant, { edition: originalEdition, template: '', hasFailed: false });
  }
  for (let repeat = 1; repeat <= comparison.repeats; repeat++) {
    const order = repeat % 2 === 1 ? entries : entries.toReversed();
    for (const kind of kinds) {
      for (const entry of order) {
        const state = states.get(entry.contestant);
        if (state === undefined || state.hasFailed || !entry.kinds.includes(kind)) continue;
        const finished = await run(comparison, entry.contestant, state, kind, repeat);
        comparison.log(runLine(finished));
        runs.push(finished);
        state.hasFailed = finished.error !== '';
        if (state.hasFailed) comparison.log(`its output is in ${comparison.logs}`);
      }
    }
  }
  return runs;
}
