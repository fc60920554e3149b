import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { makeEdit, plantDrafts } from '../support/edits.ts';
import { refusals, representativeCalls, watchCalls } from '../support/faults.ts';
import { copyFolder, deadLinks } from '../support/file-tree.ts';
import { program } from '../support/paths.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

let site: TemporarySite;

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

/** Expects what must hold wherever a build has stopped; `expected` is the result of a build with an empty cache. */
async function expectRecovery(expected: ReadonlyMap<string, string>): Promise<void> {
  expect(deadLinks(dist())).toEqual([]);
  await site.build();
  const ours = [...site.tree()].filter(([file]) => !foreign.includes(file));
  expect(new Map(ours)).toEqual(expected);
  expect(deadLinks(dist())).toEqual([]);
  expect(existsSync(join(dist(), '.warraq-journal'))).toBe(false);
}

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

/** Watches the writes under the site's folder, and fails those that `refuse` selects. */
const watchWrites = (refuse: (nth: number) => boolean) => {
  let writes = 0;
  return watchCalls(
    (path) => path.startsWith(site.root) || path.startsWith(`${site.root}-`),
    ({ does }) => {
      if (does === 'write') writes += 1;
      return does === 'write' && refuse(writes) ? refusals.full : undefined;
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
    const expected = await site.coldTree();
    const old = site.tree();
    rmSync(site.root, { recursive: true });
    copyFolder(before, site.root);
    const watch = watchWrites(() => false);
    await runBuild().finally(watch.restore);
    const writes = watch.calls.filter(({ does }) => does === 'write');
    const chosen = representativeCalls(writes, site.root);
    expect(chosen.length).toBeGreaterThan(60);
    for (const nth of chosen) {
      rmSync(site.root, { recursive: true });
      copyFolder(before, site.root);
      // A full disk stays full; for every fourth write only this one fails.
      const lasting = nth % 4 !== 0;
      const error = watchWrites((n) => n === nth || (lasting && n > nth));
      const run = await runBuild().finally(error.restore);
      const at = `write ${nth}: ${JSON.stringify(writes[nth - 1])}`;
      // An empty folder that stays is no error, nor is a missing checksum of the catalogue.
      const { name: call, path = '' } = writes[nth - 1] ?? {};
      if (run.code !== 0 || !(call === 'rmdirSync' || path.endsWith('.checksum'))) {
        expect({ code: run.code, err: run.err }, at).toEqual({
          code: 3,
          err: expect.stringContaining('no space left'),
        });
      }
      expect(deadLinks(dist()), at).toEqual([]);
      // Files of other programs are never touched.
      for (const file of foreign) expect(site.tree().get(file), at).toBe(old.get(file));
      await expectRecovery(expected);
    }
  },
  120_000,
);

test('if a build is killed at any time, the site has no dead links and the next build completes it', async () => {
  plant(1, 51);
  const random = 0x9e3779b1;
  for (let round = 0; round < 24; round += 1) {
    if (round % 3 === 0) {
      rmSync(dist(), { recursive: true, force: true });
      rmSync(site.at('.cache'), { recursive: true, force: true });
    } else {
      makeEdit(site.root, { do: 'change', at: round * 7, draft: { title: `عنوان ${round}` } });
      makeEdit(site.root, { do: 'add-many', at: round, count: 5 });
      makeEdit(site.root, { do: 'delete', at: round * 5 });
    }
    const workers = String(round % 2);
    const child = spawn(
      process.execPath,
      [program, 'build', '--root', site.root, '--workers', workers],
      {
        stdio: 'ignore',
      },
    );
    const ended = once(child, 'exit');
    // Spread over the duration of a build, about half a second.
    await pause(120 + ((Math.imul(round + 1, random) >>> 0) % 500));
    child.kill('SIGKILL');
    await ended;
    await expectRecovery(await site.coldTree());
  }
}, 120_000);

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
  await expectRecovery(await site.coldTree());
});
