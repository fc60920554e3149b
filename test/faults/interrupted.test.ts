import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, inject, test } from 'vitest';
import { makeEdit, plantDrafts } from '../support/edits.ts';
import { type Refusal, refusals, representativeCalls, watchCalls } from '../support/faults.ts';
import {
  copyFolder,
  deadLinks,
  emptyFolders,
  treeWithoutOldAddresses,
} from '../support/file-tree.ts';
import { program, repository } from '../support/paths.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

let site: TemporarySite;

/** Rounds of random kills, and which of the representative writes are tried; `npm run faults` tries all. */
const { rounds, step } = {
  all: { rounds: 200, step: 1 },
  sample: { rounds: 6, step: 7 },
}[inject('faults')];

beforeEach(() => {
  site = temporarySite();
});

const plant = (from: number, to: number): void => plantDrafts(site.root, from, to);

const dist = (): string => site.at('dist');

/** Makes changes of every kind: pages are added, removed and changed, and listings move. */
function changeMuch(): void {
  plant(6, 7);
  makeEdit(site.root, { do: 'delete', at: 3 });
  makeEdit(site.root, { do: 'change', at: 2, draft: { title: 'عنوان آخر', date: '2015-07-21' } });
  makeEdit(site.root, { do: 'rename', at: 4, name: 'renamed' });
}

/** Files of other programs in the site's folder. */
const foreign = ['CNAME', 'articles/mine.html'];

/**
 * Expects what must hold wherever a build has stopped; `expected` is the result of a build with an empty cache,
 * without the pages of old addresses, since the record has those that were published before the stop.
 */
async function expectRecovery(
  expected: ReadonlyMap<string, string>,
  at = '',
  leavesNoFolder = true,
): Promise<void> {
  expect(deadLinks(dist()), at).toEqual([]);
  await site.build();
  const ours = [...treeWithoutOldAddresses(dist())].filter(([file]) => !foreign.includes(file));
  expect(new Map(ours), at).toEqual(expected);
  expect(deadLinks(dist()), at).toEqual([]);
  if (leavesNoFolder) expect(emptyFolders(dist()), at).toEqual([]);
  expect(existsSync(join(dist(), '.warraq-journal')), at).toBe(false);
}

/** What is changed after a build has stopped; files that it has published lose their seeds. */
const laterChanges = [
  () => {},
  () => {
    makeEdit(site.root, { do: 'delete', at: 1 });
    site.remove('seeds/n6.txt');
    makeEdit(site.root, { do: 'change', at: 0, draft: { title: 'رسو القافلة' } });
  },
  () => {
    site.remove('seeds/n7.txt');
    site.write({ 'warraq.yaml': 'permalink: "{year}/{id}.html"\nexports: csv\n' });
  },
  () => {
    site.remove('seeds/n2.txt');
    site.write({ 'templates/styles/own.css': 'p { color: red }' });
  },
  () => {
    site.remove('seeds/n6.txt');
    site.remove('.cache');
  },
] as const;

const sites = [
  ['a first build', () => {}],
  ['a build that changes a site', changeMuch],
  [
    'a build into a folder with other files',
    () => {
      rmSync(dist(), { recursive: true, force: true });
      rmSync(site.at('.cache'), { recursive: true, force: true });
      site.write({ 'dist/CNAME': 'example.org', 'dist/articles/mine.html': 'لي' });
    },
  ],
] as const;

const runBuild = () => site.run('build', '--workers', '0', '--lang', 'en');

/** Errors of a disk that no longer takes anything. */
const diskErrors = [refusals.full, refusals.quota, refusals['read-only'], refusals.broken] as const;

/** Watches the writes under the site's folder, and fails those that `refuse` selects. */
const watchWrites = (refuse: (nth: number) => boolean, refusal: Refusal = refusals.full) => {
  let writes = 0;
  return watchCalls(
    (path) => path.startsWith(site.root) || path.startsWith(`${site.root}-`),
    ({ does }) => {
      if (does === 'write') writes += 1;
      return does === 'write' && refuse(writes) ? refusal : undefined;
    },
  );
};

test.each(sites)(
  'whichever write fails, the site has no dead links and the next build completes it: %s',
  async (name, prepare) => {
    plant(1, 5);
    if (name !== 'a first build') await site.build();
    prepare();
    const before = join(temporaryFolder(), 'before');
    copyFolder(site.root, before);
    const old = site.tree();
    const reset = (): void => {
      rmSync(site.root, { recursive: true, force: true });
      copyFolder(before, site.root);
    };
    const expected: ReadonlyMap<string, string>[] = [];
    for (const change of laterChanges) {
      reset();
      change();
      expected.push(await site.coldTree(treeWithoutOldAddresses));
    }
    reset();
    const watch = watchWrites(() => false);
    await runBuild().finally(watch.restore);
    const writes = watch.calls.filter(({ does }) => does === 'write');
    const chosen = representativeCalls(writes, site.root).filter((_, n) => n % step === 0);
    expect(chosen.length).toBeGreaterThan(60 / step);
    for (const [turn, nth] of chosen.entries()) {
      reset();
      // A full disk stays full; for every fourth write only this one fails.
      const lasting = nth % 4 !== 0;
      const refusal = diskErrors[turn % diskErrors.length] ?? refusals.full;
      const error = watchWrites((n) => n === nth || (lasting && n > nth), refusal);
      const run = await runBuild().finally(error.restore);
      const at = `write ${nth}: ${JSON.stringify(writes[nth - 1])}`;
      // An empty folder that stays is no error, nor is a missing checksum of the catalogue.
      const { name: call, path = '' } = writes[nth - 1] ?? {};
      if (run.code !== 0 || !(call === 'rmdirSync' || path.endsWith('.checksum'))) {
        expect({ code: run.code, err: run.err }, at).toEqual({
          code: 3,
          err: expect.stringContaining(`(${refusal.code})\n    fix: `),
        });
      }
      expect(deadLinks(dist()), at).toEqual([]);
      // Files of other programs are never touched.
      const left = site.tree();
      for (const file of foreign) expect(left.get(file), at).toBe(old.get(file));
      const later = turn % laterChanges.length;
      laterChanges[later]?.();
      await expectRecovery(expected[later] ?? new Map(), at, call !== 'rmdirSync');
    }
  },
  600_000,
);

/** Starts a build and kills it after some time, or before one of its renames, as `random` decides. */
async function killBuild(workers: number, random: number): Promise<void> {
  const given = [program, 'build', '--root', site.root, '--workers', String(workers)];
  if (random % 2 === 0) {
    const child = spawn(process.execPath, given, { stdio: 'ignore' });
    const ended = once(child, 'exit');
    // Spread over the duration of a build, about half a second.
    await pause(120 + ((random >>> 1) % 500));
    child.kill('SIGKILL');
    await ended;
    return;
  }
  // Publishing takes some milliseconds: a time of the clock would hardly ever fall in it.
  const preload = pathToFileURL(join(repository, 'test/support/kill-at.ts')).href;
  const call = ['renameSync', 'rmSync'][(random >>> 1) % 8 === 0 ? 1 : 0];
  const at = `${1 + ((random >>> 4) % 80)} ${call} /(dist|.warraq-staging-dist)/`;
  spawnSync(process.execPath, ['--import', preload, ...given], {
    env: { ...process.env, WARRAQ_KILL_AT: at },
    stdio: 'ignore',
  });
}

/** Changes the sources between a killed build and the next one; \`round\` decides how. */
function changeBetween(round: number): void {
  // The seeds that the killed build has just published or changed.
  makeEdit(site.root, { do: 'delete', at: round * 7 });
  makeEdit(site.root, { do: 'rename', at: round * 11, name: `r${round}` });
  makeEdit(site.root, { do: 'change', at: round * 3, draft: { date: '1999-12-31' } });
  if (round % 2 === 0) makeEdit(site.root, { do: 'delete-many', at: 0, count: 3 });
  if (round % 4 === 1) makeEdit(site.root, { do: 'config', text: `name: أرشيف ${round}\n` });
  if (round % 4 === 3) makeEdit(site.root, { do: 'style', text: `p { margin: ${round}px }` });
  if (round % 6 === 4) makeEdit(site.root, { do: 'lose-catalogue' });
}

test('if builds are killed at any time and sources change between them, the next build gives the site of a cold one', async () => {
  plant(1, 51);
  let random = 0x9e3779b1;
  const next = (): number => {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    return random >>> 4;
  };
  for (let round = 0; round < rounds; round += 1) {
    if (round % 6 === 0) {
      site.remove('dist');
      site.remove('.cache');
    } else {
      makeEdit(site.root, { do: 'change', at: round * 7, draft: { title: `عنوان ${round}` } });
      makeEdit(site.root, { do: 'add-many', at: round, count: 5 });
      makeEdit(site.root, { do: 'delete', at: round * 5 });
    }
    await killBuild(round % 2, next());
    changeBetween(round);
    if (round % 3 === 0) {
      // The build that completes the site is killed, too.
      await killBuild(0, next());
      makeEdit(site.root, { do: 'add-many', at: round + 1, count: 2 });
    }
    await expectRecovery(await site.coldTree(treeWithoutOldAddresses), `round ${round}`);
    expect(site.tree(), `round ${round}`).toEqual(await site.coldTree());
  }
}, 600_000);

test('Ctrl-C stops a build cleanly: no lock, no staged files, and the signal as exit status', async () => {
  plant(1, 400);
  const child = spawn(process.execPath, [program, 'build', '--root', site.root, '--workers', '0'], {
    stdio: 'ignore',
  });
  while (!existsSync(site.at('.cache/build.lock'))) await pause(5);
  await pause(60);
  child.kill('SIGINT');
  const [code, signal] = await once(child, 'exit');
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGINT' });
  expect(existsSync(site.at('.cache/build.lock'))).toBe(false);
  expect(existsSync(`${site.at('.warraq-staging-dist')}`)).toBe(false);
  await expectRecovery(await site.coldTree(treeWithoutOldAddresses));
});
