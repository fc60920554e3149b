import { expect, test } from 'vitest';
import { refusals, watchCalls } from '../support/faults.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

const text = (n: number): string => `خبر الميناء ${n}\n\nرست السفينة ${n} صباح الأحد.\n`;

interface Said {
  readonly articles: number;
  readonly kept?: { readonly articles: number; readonly files: readonly string[] };
  readonly diagnostics: readonly { readonly rule: string; readonly file: string }[];
}

/** Builds while the system refuses to read what lies at a path; returns the exit code and the result. */
async function buildWithout(site: TemporarySite, path: string) {
  const watch = watchCalls(
    (called) => called === site.at(path) || called.startsWith(`${site.at(path)}/`),
    ({ does }) => (does === 'read' ? refusals.forbidden : undefined),
  );
  const run = await site.run('build', '--json', '--workers', '0').finally(watch.restore);
  return { code: run.code, result: JSON.parse(run.out) as Said };
}

const pages = (site: TemporarySite): readonly string[] =>
  [...site.tree().keys()].flatMap((path) => /^articles\/([^/]+)\.html$/.exec(path)?.[1] ?? []);

test('what cannot be read keeps its own articles, and nothing else', async () => {
  const site = temporarySite({
    ...{ 'seeds/a.txt': text(1), 'seeds/b.txt': text(2), 'seeds/c.txt': text(3) },
    ...{ 'seeds/folder/d.txt': text(4), 'seeds/folder/e.txt': text(5) },
  });
  expect((await site.run('build', '--workers', '0')).code).toBe(0);
  site.write({ 'seeds/b.txt': `${text(2)}وزيادة.\n` });
  site.remove('seeds/a.txt');
  const file = await buildWithout(site, 'seeds/b.txt');
  expect(file).toMatchObject({
    code: 1,
    result: { articles: 4, kept: { articles: 1, files: ['seeds/b.txt'] } },
  });
  expect(pages(site)).toEqual(['b', 'c', 'd', 'e']);
  site.remove('seeds/c.txt');
  const folder = await buildWithout(site, 'seeds/folder');
  expect(folder).toMatchObject({
    code: 1,
    result: { articles: 3, kept: { articles: 2, files: ['seeds/folder'] } },
  });
  expect(pages(site)).toEqual(['b', 'd', 'e']);
  // The whole folder: the site stays.
  const before = site.tree();
  expect(await buildWithout(site, 'seeds')).toMatchObject({
    ...{ code: 1, result: { diagnostics: [{ rule: 'seeds-gone' }, { rule: 'seed-unreadable' }] } },
  });
  expect(site.tree()).toEqual(before);
  // Without the cache it is not known whose the pages are: they stay until all can be read.
  site.remove('.cache');
  site.remove('seeds/b.txt');
  expect((await buildWithout(site, 'seeds/folder/d.txt')).code).toBe(1);
  expect(pages(site)).toEqual(['b', 'd', 'e']);
  expect((await site.run('build', '--workers', '0')).code).toBe(0);
  expect(site.tree()).toEqual(await site.coldTree());
});

test('a text whose sidecar cannot be read is not published, for the sidecar may hold it back', async () => {
  const site = temporarySite({
    ...{ 'seeds/a.txt': text(1), 'seeds/b.txt': text(2), 'seeds/b.yaml': 'draft: true\n' },
    ...{ 'seeds/r.jsonl': `{"text":"${'نص. '.repeat(9)}"}\n`, 'seeds/r.yaml': 'draft: true\n' },
  });
  expect((await buildWithout(site, 'seeds/b.yaml')).code).toBe(1);
  expect(pages(site)).not.toContain('b');
  const records = temporarySite({
    ...{ 'seeds/a.txt': text(1), 'seeds/r.yaml': 'draft: true\n' },
    'seeds/r.jsonl': `{"text":"${'نص. '.repeat(9)}"}\n`,
  });
  expect((await buildWithout(records, 'seeds/r.yaml')).code).toBe(1);
  expect(pages(records)).toEqual(['a']);
});
