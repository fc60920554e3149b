import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { makeEdit, plantDrafts } from '../support/edits.ts';
import { copyFolder, deadLinks } from '../support/file-tree.ts';
import { program, repository } from '../support/paths.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

let site: TemporarySite;
let before: Readonly<Record<'first' | 'changed', string>> = { first: '', changed: '' };
let expected: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map();

const dist = (): string => site.at('dist');

beforeAll(async () => {
  site = temporarySite();
  const copies = temporaryFolder();
  before = { first: join(copies, 'first'), changed: join(copies, 'changed') };
  plantDrafts(site.root, 1, 12);
  copyFolder(site.root, before.first);
  const first = await site.coldTree();
  await site.build();
  makeEdit(site.root, { do: 'delete', at: 3 });
  makeEdit(site.root, { do: 'change', at: 5, draft: { title: 'عنوان آخر', date: '2015-07-21' } });
  makeEdit(site.root, { do: 'add-many', at: 7, count: 3 });
  copyFolder(site.root, before.changed);
  expected = new Map([
    [before.first, first],
    [before.changed, await site.coldTree()],
  ]);
});

/** When a build is killed: before which call. */
const times = {
  'the lock is taken': '1 writeFileSync build.lock$',
  'the catalogue is opened': '1 rmSync catalogue.sqlite.checksum$',
  'seeds are listed': '1 readdirSync /seeds$',
  'the first seed is read': '1 openSync /seeds/',
  'the second seed is read': '2 openSync /seeds/',
  'a part of the exports is cached': '1 renameSync /exports/.*[.]part$',
  'a segment of the search index is cached': '1 writeFileSync [.]run[.]part$',
  'an indexed chunk is complete except for its list': '1 renameSync /search/[^/]*[.]json[.]part$',
  'the first page is staged': '1 openSync staging.*/articles/',
  'pages are staged': '9 writeSync staging',
  'term partitions are merged': '1 writeFileSync /merged/',
  'a merged partition is cached': '1 renameSync /merged/',
  'search files are staged': '2 writeSync staging.*/search/',
  'the manifest is staged': '1 writeSync staging.*manifest',
  'the first file is published': '1 renameSync staging.*/(new|changed)',
  'the checksum of the catalogue is written': '1 writeFileSync catalogue.sqlite.checksum$',
  'the lock is released': '1 rmSync build.lock$',
} as const;

/** Times that only occur when a site already exists. */
const laterTimes = {
  'a second file is published': '2 renameSync staging.*/(new|changed)',
  'changed files are published': '1 renameSync staging.*/changed/',
  'the last page is published': '1 rmSync /dist/articles/',
  'the journal is closed': '1 rmSync /dist/.warraq-journal$',
} as const;

const cases = [
  ...Object.entries(times).map(([what, at]) => ['first', what, at] as const),
  ...Object.entries({ ...times, ...laterTimes }).map(
    ([what, at]) => ['changed', what, at] as const,
  ),
].filter(([site, what]) => site === 'changed' || what !== 'the catalogue is opened');

test.each(cases)(
  'a %s build that is killed before %s leaves no dead links, and the next build completes the site',
  async (kind, _, at) => {
    rmSync(site.root, { recursive: true, force: true });
    copyFolder(before[kind], site.root);
    const preload = pathToFileURL(join(repository, 'test/support/kill-at.ts')).href;
    const given = [program, 'build', '--root', site.root, '--workers', '0'];
    const { signal } = spawnSync(process.execPath, ['--import', preload, ...given], {
      env: { ...process.env, WARRAQ_KILL_AT: at },
      stdio: 'ignore',
    });
    expect(signal).toBe('SIGKILL');
    expect(deadLinks(dist())).toEqual([]);
    await site.build();
    expect(site.tree()).toEqual(expected.get(before[kind]));
    expect(existsSync(site.at('.cache/build.lock'))).toBe(false);
    expect(existsSync(site.at('.warraq-staging-dist'))).toBe(false);
  },
);
