import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { numberedDraft, seedText } from './edits.ts';
import { makeRoot, runProgram, treeOf, writeFiles } from './site.ts';

const roots: string[] = [];

beforeEach(() => {
  roots.push(makeRoot('here'), makeRoot('there'));
});

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

const numbers = Array.from({ length: 120 }, (_, n) => n + 1);

const config = 'baseUrl: https://example.org/archive/\nname: أرشيف المرفأ\n';

/** Writes the same sources, in the order given. */
function plant(root: string, order: readonly number[]): void {
  for (const n of order) {
    writeFiles(root, { [`seeds/${n % 3}/n${n}.txt`]: seedText(numberedDraft(n)) });
  }
  writeFiles(root, { 'warraq.yaml': config });
}

const here = { TZ: 'Asia/Riyadh', LC_ALL: 'ar_SA.UTF-8', LANG: 'ar_SA.UTF-8' };
const there = { TZ: 'America/Anchorage', LC_ALL: 'C', LANG: 'C' };

test('one archive has the same bytes in any place, time zone and locale, whatever order files were made in and however many threads work', () => {
  const [first = '', second = ''] = roots;
  plant(first, numbers);
  plant(second, numbers.toReversed());
  const trees = [
    [first, '0', here],
    [first, '1', there],
    [second, '2', there],
    [second, '2', here],
  ].map(([root, workers, env], n) => {
    const out = join(String(root), `dist-${n}`);
    const places = ['--out', out, '--cache', join(String(root), `cache-${n}`)];
    runProgram(
      ['--root', String(root), ...places, '--workers', String(workers)],
      env as Record<string, string>,
    );
    return treeOf(out);
  });
  expect(trees[0]?.size).toBeGreaterThan(150);
  for (const tree of trees) expect(tree).toEqual(trees[0]);
});

test('a site that was moved with its sources is known again: nothing is written', () => {
  const [first = ''] = roots;
  plant(first, numbers);
  runProgram(['--root', first]);
  const moved = `${first}-moved`;
  roots.push(moved);
  rmSync(moved, { recursive: true, force: true });
  renameSync(first, moved);
  expect(runProgram(['--root', moved])).toMatchObject({ written: 0, removed: 0, articles: 120 });
});
