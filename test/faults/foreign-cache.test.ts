import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusals, watchCalls } from '../support/faults.ts';
import { temporarySite } from '../support/temporary-site.ts';

const text = 'افتتاح الميناء\n\nافتتح الوزير الميناء الجديد.\n';

test('a cache that another user made is reported with a fix, and the site stays', async () => {
  const site = temporarySite({ 'seeds/a.txt': text });
  expect((await site.run('build', '--workers', '0')).code).toBe(0);
  const before = site.tree();
  site.write({ 'seeds/b.txt': text });
  const watch = watchCalls(
    (path) => path.startsWith(site.at('.cache')),
    ({ does }) => (does === 'write' ? refusals.forbidden : undefined),
  );
  const run = await site.run('build', '--workers', '0', '--lang', 'en').finally(watch.restore);
  expect(run.code).toBe(3);
  expect(run.err).toContain('.cache');
  expect(run.err).toContain('or name another with --cache.');
  expect(site.tree()).toEqual(before);
});

test('a cache from another machine, at another path, gives the site of a cold build', async () => {
  const site = temporarySite({ 'seeds/a.txt': text, 'seeds/b.txt': `${text}خبر آخر.\n` });
  expect((await site.run('build', '--workers', '0')).code).toBe(0);
  const other = temporarySite({ 'seeds/c.txt': text });
  for (const folder of ['.cache', 'dist'])
    cpSync(site.at(folder), other.at(folder), { recursive: true });
  expect((await other.run('build', '--workers', '0')).code).toBe(0);
  expect(other.tree()).toEqual(await other.coldTree());
  // A mark that a full disk cut short is no reason to refuse the cache.
  writeFileSync(other.at('.cache/warraq-cache.json'), '');
  expect((await other.run('build', '--workers', '0')).code).toBe(0);
  expect(readFileSync(other.at('.cache/warraq-cache.json'), 'utf8')).toContain('warraq');
});
