import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { makeEdit, plantDrafts } from '../support/edits.ts';
import { treeOf } from '../support/file-tree.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

let site: TemporarySite;
beforeEach(() => {
  site = temporarySite({
    'warraq.yaml': 'name: أرشيف الميناء\nbaseUrl: https://example.org/a/\n',
  });
  plantDrafts(site.root, 1, 6);
});

/** Returns the first published file whose path matches. */
const firstFile = (pattern: RegExp): string =>
  [...site.tree().keys()].find((file) => pattern.test(file)) ?? 'none';

test('whatever is missing or other in dist is made again', async () => {
  await site.build();
  const expected = site.tree();
  const losses = [
    [/^manifest-sha256\.txt$/, /^404\.html$/, /^sitemap.*\.xml$/],
    [/^search\/.*/, /^exports\//, /\.woff2$/],
    [/\.css$/, /^articles\/.*\.html$/, /^originals\//, /^index\.html$/],
  ];
  for (const patterns of losses) {
    for (const pattern of patterns) {
      expect(
        [...expected.keys()].some((file) => pattern.test(file)),
        String(pattern),
      ).toBe(true);
      site.remove(`dist/${firstFile(pattern)}`);
    }
    const { written } = await site.build();
    expect(site.tree(), String(patterns)).toEqual(expected);
    expect(written).toBeGreaterThan(0);
  }
  site.remove('dist/manifest-sha256.txt');
  const { written, removed } = await site.build();
  expect({ written, removed }).toEqual({ written: 1, removed: 0 });
  for (const file of ['manifest-sha256.txt', firstFile(/^exports\//), firstFile(/^search\//)]) {
    site.write({ [`dist/${file}`]: 'شيء آخر' });
    await site.build();
    expect(site.tree(), file).toEqual(expected);
  }
  for (const folder of ['articles', 'assets', 'search', '.']) {
    site.remove(join('dist', folder));
    await site.build();
    expect(site.tree(), folder).toEqual(expected);
  }
  const idle = await site.build();
  expect([idle.written, idle.removed]).toEqual([0, 0]);
});

test('a site in another folder, and then in the first one again, is that of a cold build', async () => {
  await site.build();
  const first = site.at('dist');
  const other = site.at('other');
  makeEdit(site.root, { do: 'delete', at: 1 });
  await site.build({ out: other });
  makeEdit(site.root, { do: 'change', at: 2, draft: { title: 'رسو القافلة' } });
  await site.build({ out: first });
  expect(site.tree()).toEqual(await site.coldTree());
});

test('a build into another folder that stops early leaves the record of the first one', async () => {
  await site.build();
  const stop = AbortSignal.abort(new Error('stopped'));
  makeEdit(site.root, { do: 'delete', at: 1 });
  const { build } = await import('../../src/pipeline/build.ts');
  const { loadConfig } = await import('../../src/config/load.ts');
  const options = { root: site.root, seeds: site.at('seeds'), cache: site.at('.cache') };
  const { value: config } = loadConfig({ root: site.root });
  await expect(
    build(
      { ...options, config, out: site.at('other'), strict: false, workers: 0 },
      { signal: stop },
    ),
  ).rejects.toThrow();
  await site.build();
  expect(site.tree()).toEqual(await site.coldTree());
  expect(readdirSync(site.root).filter((name) => name.startsWith('.warraq'))).toEqual([]);
});

test('a file of the user that stands at the path of a new page stays, and is named', async () => {
  await site.build();
  site.write({ 'dist/articles/n7.html': 'لي', 'dist/articles/notes.html': 'لي' });
  plantDrafts(site.root, 7, 7);
  const before = site.tree();
  const run = await site.run('build', '--lang', 'en');
  expect(run.code).toBe(2);
  expect(run.err).toContain('dist/articles/n7.html');
  expect(site.tree()).toEqual(before);
  site.remove('dist/articles/n7.html');
  expect((await site.run('build', '--quiet')).code).toBe(0);
  expect(site.read('dist/articles/notes.html')).toBe('لي');
});

test('a link in place of a folder of the site stops the build, and nothing behind it is touched', async () => {
  await site.build();
  const mine = temporaryFolder();
  writeFiles(mine, { 'index.html': 'لي', 'page-1.html': 'لي أيضًا' });
  const before = treeOf(mine);
  site.remove('dist/all');
  symlinkSync(mine, site.at('dist/all'));
  makeEdit(site.root, { do: 'delete', at: 1 });
  const { code, err } = await site.run('build', '--workers', '0');
  expect([code, err]).toEqual([2, expect.stringContaining('dist/all')]);
  expect(treeOf(mine)).toEqual(before);
});
