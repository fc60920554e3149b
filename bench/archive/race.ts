import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import {
  type Archive,
  changing,
  type Edition,
  first,
  mark,
  writeArchive,
  writeEdition,
} from './archive.ts';
import { articleAt } from './article.ts';
import type { Contestant, Entry, Place } from './contestant.ts';
import { type Ended, measure } from './measure.ts';
import { inspect, moment, type Output } from './output.ts';
import { type Kind, kinds } from './plan.ts';
import type { Run } from './results.ts';

/** Where and how a race is run. */
export interface Course {
  /** An empty folder for all contestants' sites of this archive. */
  readonly folder: string;
  /** The folder of what the programs print. */
  readonly logs: string;
  readonly archive: Archive;
  readonly repeats: number;
  readonly limitSeconds: number;
  /** Told what happens. */
  readonly say: (line: string) => void;
}

/** What a contestant's site shows at present. */
interface State {
  edition: Edition;
  template: string;
  /** Faulty builds end a contestant's part: what follows on them would say nothing. */
  out: boolean;
}

const siteOf = (course: Course, { name }: Contestant): string => join(course.folder, name, 'site');

/** Lays out each contestant's site. */
function prepare(course: Course, contestant: Contestant): void {
  const site = siteOf(course, contestant);
  mkdirSync(site, { recursive: true });
  writeArchive(join(site, contestant.content), course.archive, contestant.form);
  contestant.furnish(site);
}

/** Makes the change that a build is to find. */
function change(course: Course, contestant: Contestant, state: State, kind: Kind, repeat: number) {
  const site = siteOf(course, contestant);
  if (kind === 'cold') {
    state.edition = first;
    state.template = '';
  }
  if (kind === 'article') state.edition = { ...state.edition, body: repeat };
  if (kind === 'title') state.edition = { ...state.edition, title: repeat };
  if (kind === 'template') state.template = mark('template', repeat);
  if (kind === 'unchanged') return;
  const content = join(site, contestant.content);
  if (kind !== 'template') writeEdition(content, course.archive, contestant.form, state.edition);
  if (kind === 'template' || kind === 'cold') contestant.retemplate(site, state.template);
}

/** What is wrong with a build; empty where nothing is. */
function faultOf(
  { archive }: Course,
  { edition, template }: State,
  ended: Ended,
  output: Output,
): string {
  if (ended.exitCode !== 0) return `exit code ${ended.exitCode ?? 'none: stopped'}`;
  if (output.articles !== archive.count) return `${output.articles} pages of articles`;
  const { body, title } = edition;
  const shown = [
    body > 0 && mark('body', body),
    title > 0 && mark('title', title),
    template !== '' && template,
  ];
  const missing = shown.filter((word) => word !== false && !output.page.includes(word));
  return missing.length > 0 ? 'the change is not on the page' : '';
}

/** What a program printed as JSON, for the raw results; its lists of diagnostics stay in the log. */
function saidIn(log: string): unknown {
  try {
    const said: unknown = JSON.parse(readFileSync(log, 'utf8'));
    return Object.fromEntries(
      Object.entries(said ?? {}).filter(([, value]) => !Array.isArray(value) || value.length < 20),
    );
  } catch {
    return undefined;
  }
}

async function run(
  course: Course,
  contestant: Contestant,
  state: State,
  kind: Kind,
  repeat: number,
): Promise<Run> {
  const { folder, logs, archive, limitSeconds } = course;
  const own = join(folder, contestant.name);
  const place: Place = {
    site: siteOf(course, contestant),
    out: join(own, `out-${repeat}`),
    cache: join(own, `cache-${repeat}`),
  };
  change(course, contestant, state, kind, repeat);
  // What an earlier build left to be written to the disk is not this one's.
  spawnSync('sync');
  const load = loadavg()[0] ?? 0;
  const since = moment(join(own, 'moment'));
  const log = join(logs, `${contestant.name}-${kind}-${repeat}.log`);
  const begun = { contestant: contestant.name, label: contestant.label, kind, repeat, load };
  let ended: Ended;
  try {
    ended = await measure(contestant.build(place), log, limitSeconds);
  } catch {
    const error = 'it could not be started';
    return { ...begun, cost: undefined, output: undefined, said: undefined, error };
  }
  const { id } = articleAt(archive.source, changing(archive));
  const output = inspect(place.out, since, id, kind === 'cold');
  const { page: _, ...counted } = output;
  const error = faultOf(course, state, ended, output);
  return { ...begun, cost: ended.cost, output: counted, said: saidIn(log), error };
}

function lineOf({ label, kind, repeat, cost, output, error }: Run): string {
  if (cost === undefined || output === undefined) return `${label}, ${kind} ${repeat}: ${error}`;
  const cpu = cost.cpuSeconds === undefined ? '?' : cost.cpuSeconds.toFixed(2);
  const peak = cost.peakBytes === undefined ? '?' : Math.round(cost.peakBytes / 1e6);
  const figures = `${cost.wallSeconds.toFixed(2)} s, ${cpu} s CPU, ${peak} MB`;
  const made = `${output.html} pages, ${output.written} of ${output.files} files written`;
  return `${label}, ${kind} ${repeat}: ${figures}; ${made}${error && ` – FAULT: ${error}`}`;
}

/**
 * Runs all contestants by turns: each kind of build by one after the other, in the other order every
 * second time, so that what else the machine does falls on all alike. Nothing is removed: a file system
 * that is clearing away is slow to write.
 */
export async function race(course: Course, entries: readonly Entry[]): Promise<readonly Run[]> {
  const runs: Run[] = [];
  const states = new Map<Contestant, State>();
  for (const { contestant } of entries) {
    course.say(`${contestant.label}: laying out ${course.archive.count} articles`);
    prepare(course, contestant);
    states.set(contestant, { edition: first, template: '', out: false });
  }
  for (let repeat = 1; repeat <= course.repeats; repeat++) {
    const order = repeat % 2 === 1 ? entries : entries.toReversed();
    for (const kind of kinds) {
      for (const entry of order) {
        const state = states.get(entry.contestant);
        if (state === undefined || state.out || !entry.kinds.includes(kind)) continue;
        const done = await run(course, entry.contestant, state, kind, repeat);
        course.say(lineOf(done));
        runs.push(done);
        state.out = done.error !== '';
        if (state.out) course.say(`what it printed is in ${course.logs}`);
      }
    }
  }
  return runs;
}
