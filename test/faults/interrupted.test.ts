import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { makeEdit, plantDrafts } from '../support/edits.ts';
import { refusals, tellingCalls, watchCalls } from '../support/faults.ts';
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

/** Changes of every sort: pages come, go, change, and lists move. */
function changeMuch(): void {
  plant(6, 7);
  makeEdit(site.root, { do: 'delete', at: 3 });
  makeEdit(site.root, { do: 'change', at: 2, draft: { title: 'عنوان آخر', date: '2015-07-21' } });
  makeEdit(site.root, { do: 'rename', at: 4, name: 'renamed' });
}

/** Files that somebody else has put into the site's folder. */
const foreign = ['CNAME', 'articles/mine.html'];

/** What must hold wherever a build has stopped; `right` is what one that knows nothing makes. */
async function expectWhole(right: ReadonlyMap<string, string>): Promise<void> {
  expect(deadLinks(dist())).toEqual([]);
  await site.build();
  const ours = [...site.tree()].filter(([file]) => !foreign.includes(file));
  expect(new Map(ours)).toEqual(right);
  expect(deadLinks(dist())).toEqual([]);
  expect(existsSync(join(dist(), '.warraq-journal'))).toBe(false);
}

const sites = [
  ['a first build', () => {}],
  ['a build that changes a site', changeMuch],
  [
    'a build into a folder where other files are',
    () => {
      rmSync(dist(), { recursive: true, force: true });
      rmSync(site.at('.cache'), { recursive: true, force: true });
      site.write({ 'dist/CNAME': 'example.org', 'dist/articles/mine.html': 'لي' });
    },
  ],
] as const;

const buildAsSaid = () => site.run('build', '--workers', '0', '--lang', 'en');

/** Writes under the site's folder. */
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
  'whichever write fails, the site is whole and the next build completes it: %s',
  async (name, prepare) => {
    plant(1, 5);
    if (name !== 'a first build') await site.build();
    prepare();
    const before = join(temporaryFolder(), 'before');
    copyFolder(site.root, before);
    const right = await site.coldTree();
    const old = site.tree();
    rmSync(site.root, { recursive: true });
    copyFolder(before, site.root);
    const watch = watchWrites(() => false);
    await buildAsSaid().finally(watch.mend);
    const writes = watch.calls.filter(({ does }) => does === 'write');
    const telling = tellingCalls(writes, site.root);
    expect(telling.length).toBeGreaterThan(60);
    for (const nth of telling) {
      rmSync(site.root, { recursive: true });
      copyFolder(before, site.root);
      // A full disk stays full; one write that fails alone is tried too, now and then.
      const lasting = nth % 4 !== 0;
      const error = watchWrites((n) => n === nth || (lasting && n > nth));
      const run = await buildAsSaid().finally(error.mend);
      const at = `write ${nth}: ${JSON.stringify(writes[nth - 1])}`;
      // That an empty folder stays is no error, nor that a catalogue has no checksum.
      const { name: call, path = '' } = writes[nth - 1] ?? {};
      if (run.code !== 0 || !(call === 'rmdirSync' || path.endsWith('.checksum'))) {
        expect({ code: run.code, said: run.err }, at).toEqual({
          code: 3,
          said: expect.stringContaining('no space left'),
        });
      }
      expect(deadLinks(dist()), at).toEqual([]);
      // What others put there is never touched.
      for (const file of foreign) expect(site.tree().get(file), at).toBe(old.get(file));
      await expectWhole(right);
    }
  },
  120_000,
);

test('killed at any moment, the site is whole and the next build completes it', async () => {
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
    // Spread over the life of a build, which is about half a second.
    await pause(120 + ((Math.imul(round + 1, random) >>> 0) % 500));
    child.kill('SIGKILL');
    await ended;
    await expectWhole(await site.coldTree());
  }
}, 120_000);

test('Ctrl-C stops a build in good order: no lock, nothing half done, and the signal is told', async () => {
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
  await expectWhole(await site.coldTree());
});
