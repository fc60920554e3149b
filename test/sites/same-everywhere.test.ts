import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { numberedDraft, seedText } from '../support/edits.ts';
import { treeOf } from '../support/file-tree.ts';
import { runProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { temporarySite } from '../support/temporary-site.ts';

const numbers = Array.from({ length: 120 }, (_, n) => n + 1);

const config = 'baseUrl: https://example.org/archive/\nname: أرشيف المرفأ\n';

/** Returns the root of a site of the same sources, written in the given order. */
function plant(order: readonly number[]): string {
  const seeds = order.map((n) => [`seeds/${n % 3}/n${n}.txt`, seedText(numberedDraft(n))]);
  return temporarySite({ ...Object.fromEntries(seeds), 'warraq.yaml': config }).root;
}

const here = { TZ: 'Asia/Riyadh', LC_ALL: 'ar_SA.UTF-8', LANG: 'ar_SA.UTF-8' };
const there = { TZ: 'America/Anchorage', LC_ALL: 'C', LANG: 'C' };

test('an archive has the same bytes in any folder, time zone and locale, with any order of file creation and any number of workers', () => {
  const first = plant(numbers);
  const second = plant(numbers.toReversed());
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

test('a site that was moved with its sources is recognised: nothing is written', () => {
  const first = plant(numbers);
  const { pages, rendered } = runProgram(['--root', first]);
  // A page that leads to the newest page of a list is counted as neither.
  expect(rendered).toBe(pages);
  const moved = join(temporaryFolder(), 'moved');
  renameSync(first, moved);
  expect(runProgram(['--root', moved])).toMatchObject({ written: 0, removed: 0, articles: 120 });
});
