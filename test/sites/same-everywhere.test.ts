import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { numberedDraft, seedText } from '../support/edits.ts';
import { treeOf } from '../support/file-tree.ts';
import { program } from '../support/paths.ts';
import { runProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { temporarySite } from '../support/temporary-site.ts';

const numbers = Array.from({ length: 120 }, (_, n) => n + 1);

/** More records than one task has. */
const records = Array.from({ length: 70 }, (_, n) =>
  JSON.stringify({
    title: `تقرير ${n + 1}`,
    date: `2014-03-${10 + (n % 20)}`,
    text: 'وصلت السفينة.',
  }),
).join('\n');

const config = 'baseUrl: https://example.org/archive/\nname: أرشيف المرفأ\n';

/** A template that ends the worker thread which renders by it. */
const endingTemplate = `import { isMainThread } from 'node:worker_threads';
import { html } from 'warraq';
if (!isMainThread) process.exit(9);
export function article({ article }) {
  return html\`<h1>\${article.title}</h1>\`;
}
`;

/** Returns the root of a site of the same sources, written in the given order. */
function plant(order: readonly number[]): string {
  const seeds = order.map((n) => [`seeds/${n % 3}/n${n}.txt`, seedText(numberedDraft(n))]);
  return temporarySite({
    ...Object.fromEntries(seeds),
    ...{ 'seeds/تقارير.jsonl': records, 'warraq.yaml': config },
  }).root;
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
    [second, '5', here],
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
  expect(runProgram(['--root', moved])).toMatchObject({ written: 0, removed: 0, articles: 190 });
});

test('where worker threads end by themselves, their work is done again: the archive has the same bytes, and it is told', () => {
  const root = plant(numbers.slice(0, 10));
  mkdirSync(join(root, 'templates'));
  writeFileSync(join(root, 'templates/article.ts'), endingTemplate);
  const runs = ['0', '1'].map((workers) => {
    const out = join(root, `dist-${workers}`);
    const places = ['--root', root, '--out', out, '--cache', join(root, `cache-${workers}`)];
    const given = [program, 'build', ...places, '--workers', workers, '--lang', 'en'];
    const { status, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' });
    return { status, told: stderr.match(/A worker thread ended/g)?.length ?? 0, tree: treeOf(out) };
  });
  expect(runs.map(({ status }) => status)).toEqual([0, 0]);
  expect(runs[0]?.told).toBe(0);
  expect(runs[1]?.told).toBeGreaterThan(0);
  expect(runs[1]?.tree).toEqual(runs[0]?.tree);
});
