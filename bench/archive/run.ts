/**
 * Builds the same archives with Warraq and other generators, and writes the tables.
 *
 *     node bench/archive/run.ts [--sizes 1k,10k] [--forms warraq,recovered,records]
 *       [--peers hugo,eleventy,astro|none] [--runs cold,unchanged,article,title,template] [--repeats N]
 *       [--corpus shared|generated] [--lab DIR] [--out FILE] [--warraq DIR] [--limit SECONDS]
 *       [--no-volume] [--no-readme]
 *
 * `bench/README.md` describes what is measured and how. Without arguments all plans run, for a few hours.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pagesOf } from './archive.ts';
import type { StorySource } from './article.ts';
import { astro } from './astro.ts';
import type { Absent, Contestant } from './contestant.ts';
import { sharedArticles } from './corpus.ts';
import { eleventy } from './eleventy.ts';
import { hugo } from './hugo.ts';
import { hugoWithPagefind } from './hugo-pagefind.ts';
import { commitOf, thisMachine } from './machine.ts';
import { type Options, readOptions } from './options.ts';
import type { Peer, Plan } from './plan.ts';
import { compareGenerators } from './race.ts';
import { type Round, readRounds, writeRounds } from './results.ts';
import { generatedArticles } from './sentences.ts';
import { replaceReport, report } from './table.ts';
import { creationTime, emptyVolume } from './volume.ts';
import { warraq } from './warraq.ts';
import { installWarraq } from './warraq-package.ts';

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const readme = resolve(import.meta.dirname, '../README.md');

const starters: Readonly<Record<Peer, (tools: string) => Contestant | Absent>> = {
  hugo,
  'hugo-pagefind': hugoWithPagefind,
  eleventy,
  astro,
};

/** Installs the other generators, once for all archives. */
function peersOf(options: Options): ReadonlyMap<Peer, Contestant | Absent> {
  const tools = join(options.lab, 'tools');
  mkdirSync(tools, { recursive: true });
  const wanted = new Set(options.plans.flatMap(({ peers }) => peers));
  return new Map(
    [...wanted].map((name) => {
      log(`${name}: looking for the newest version that runs on this machine`);
      const peer = starters[name](tools);
      log('reason' in peer ? `${name}: not run: ${peer.reason}` : peer.label);
      return [name, peer];
    }),
  );
}

async function roundOf(
  plan: Plan,
  source: StorySource,
  options: Options,
  program: string,
  peers: ReadonlyMap<Peer, Contestant | Absent>,
): Promise<Round> {
  const { size, count, repeats } = plan;
  const archive = { source, count };
  const entries = plan.forms.map((name) => ({
    contestant: warraq(name, program),
    kinds: plan.kinds,
  }));
  const absent: Absent[] = [];
  for (const name of plan.peers) {
    const peer = peers.get(name);
    if (peer === undefined) continue;
    if ('reason' in peer) absent.push(peer);
    else entries.push({ contestant: peer, kinds: plan.peerKinds });
  }
  const logs = join(options.lab, 'logs', size);
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const volume = emptyVolume(options.lab, options.volume);
  try {
    const { folder } = volume;
    const before = creationTime(volume);
    const { limitSeconds } = options;
    const runs = await compareGenerators(
      { folder, logs, archive, repeats, limitSeconds, log },
      entries,
    );
    const creation = [before, creationTime(volume)];
    return {
      ...{ size, count, source: source.name, repeats, pages: pagesOf(archive) },
      ...{ volume: volume.kind, creation, commit: commitOf(options.warraq), absent, runs },
    };
  } finally {
    volume.remove();
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const shared = options.articles === undefined ? undefined : sharedArticles(options.articles);
  const source = shared ?? generatedArticles;
  log(`articles: ${source.name}; working folder ${options.lab}`);
  const program = installWarraq(options.warraq, join(options.lab, 'tools/warraq'));
  const peers = peersOf(options);
  const machine = thisMachine();
  for (const plan of options.plans) {
    const round = await roundOf(plan, source, options, program, peers);
    // After each archive, so that an interrupted benchmark keeps the figures of finished ones.
    const earlier = readRounds(options.results);
    const results = writeRounds(options.results, machine, [...earlier, round]);
    const tables = report(results);
    if (options.readme) writeFileSync(readme, replaceReport(readFileSync(readme, 'utf8'), tables));
    if (plan === options.plans.at(-1)) process.stdout.write(`${tables}\n`);
  }
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  // `measure.ts` ends the runs when this process exits.
  process.once(signal, () => process.exit(code));
}

await main();
