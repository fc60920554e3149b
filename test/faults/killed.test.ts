import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, inject, test } from 'vitest';
import { makeEdit, plantDrafts } from '../support/edits.ts';
import { copyFolder, deadLinks, treeWithoutOldAddresses } from '../support/file-tree.ts';
import { program, repository } from '../support/paths.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

let site: TemporarySite;
let before: Readonly<Record<'first' | 'changed', string>> = { first: '', changed: '' };

/** What is changed between the killed build and the next one; the articles that the killed one changed, too. */
const changes = {
  nothing: () => {},
  seeds() {
    rmSync(site.at('seeds/n5.txt'));
    rmSync(site.at('seeds/n7.txt'), { force: true });
    makeEdit(site.root, { do: 'change', at: 0, draft: { title: 'عودة الصيادين من البحر' } });
  },
  'seeds and settings': () => {
    rmSync(site.at('seeds/n5.txt'));
    site.write({ 'warraq.yaml': 'permalink: "{year}/{id}.html"\ndownloads: []\n' });
  },
  'seeds and templates, and the cache is lost,': () => {
    rmSync(site.at('seeds/n9.txt'));
    site.write({ 'templates/styles/own.css': 'p { color: red }' });
    rmSync(site.at('.cache'), { recursive: true, force: true });
  },
} as const;

/** The site after a change, by kind of build and change. */
const expected = new Map<string, ReadonlyMap<string, string>>();

/** Makes the site of a kind of build again. */
function reset(kind: keyof typeof before): void {
  rmSync(site.root, { recursive: true, force: true });
  copyFolder(before[kind], site.root);
}

const dist = (): string => site.at('dist');

beforeAll(async () => {
  site = temporarySite();
  const copies = temporaryFolder();
  before = { first: join(copies, 'first'), changed: join(copies, 'changed') };
  plantDrafts(site.root, 1, 12);
  copyFolder(site.root, before.first);
  await site.build();
  makeEdit(site.root, { do: 'delete', at: 3 });
  makeEdit(site.root, { do: 'change', at: 5, draft: { title: 'عنوان آخر', date: '2015-07-21' } });
  makeEdit(site.root, { do: 'add-many', at: 7, count: 3 });
  copyFolder(site.root, before.changed);
  for (const kind of ['first', 'changed'] as const) {
    for (const [what, change] of Object.entries(changes)) {
      reset(kind);
      change();
      // Without the pages of old addresses: the record has those that were published before the kill.
      expected.set(`${kind} ${what}`, await site.coldTree(treeWithoutOldAddresses));
    }
  }
});

/** When a build is killed: before which call. */
const times = {
  'the lock is taken': '1 openSync build.lock$',
  'the lock is written': '1 writeSync build.lock$',
  'the catalogue is opened': '1 rmSync catalogue.sqlite.checksum$',
  'seeds are listed': '1 readdirSync /seeds$',
  'the first seed is read': '1 openSync /seeds/',
  'the second seed is read': '2 openSync /seeds/',
  'an article is appended to the spool': '1 writeSync /articles-1[.]spool$',
  'a part of the exports is cached': '1 renameSync /exports/.*[.]part$',
  'a segment of the search index is cached': '1 writeFileSync [.]run[.][^/]*[.]part$',
  'an indexed chunk is complete except for its list':
    '1 renameSync /search/[^/]*[.]json[.][^/]*[.]part$',
  'the first page is staged': '1 openSync staging.*/articles/',
  'pages are staged': '9 writeSync staging',
  'term partitions are merged': '1 writeFileSync /merged/',
  'a merged partition is cached': '1 renameSync /merged/',
  'search files are staged': '2 writeSync staging.*/search/',
  'the manifest is staged': '1 writeSync staging.*manifest',
  'the first file is published': '1 renameSync staging.*/(new|changed)',
  'the checksum of the catalogue is written': '1 writeFileSync catalogue.sqlite.checksum$',
  'the lock of the site is released': '1 rmSync staging.*build.lock$',
  'the lock is released': '1 rmSync [.]cache/build.lock$',
} as const;

/** Times that only occur when a site already exists. */
const laterTimes = {
  'the journal is written': '1 appendFileSync staging.*/journal$',
  'the journal is opened': '1 renameSync staging.*/journal$',
  'a second file is published': '2 renameSync staging.*/(new|changed)',
  'changed files are published': '1 renameSync staging.*/changed/',
  'the first file is removed': '1 rmSync /dist/',
  'the folder of a removed file is removed': '1 rmdirSync /dist/[^.]',
  'the journal is closed': '1 rmSync /dist/.warraq-journal$',
} as const;

const whats = Object.keys(changes) as readonly (keyof typeof changes)[];

/** Each time kills a changed build, and every third one a first build too; `npm run faults` tries all. */
const firstTimes = Object.entries(times).filter(
  ([when], n) => when !== 'the catalogue is opened' && (inject('faults') === 'all' || n % 3 === 0),
);

const cases = [
  ...firstTimes.map(([when, at]) => ['first', when, at] as const),
  ...Object.entries({ ...times, ...laterTimes }).map(
    ([when, at]) => ['changed', when, at] as const,
  ),
].map(([kind, when, at], n) => [kind, when, whats[n % whats.length] ?? 'nothing', at] as const);

test.each(cases)(
  'a %s build is killed before %s: no link is dead; %s changed: the next build gives the site of a cold one',
  async (kind, _, what, at) => {
    reset(kind);
    const preload = pathToFileURL(join(repository, 'test/support/kill-at.ts')).href;
    const given = [program, 'build', '--root', site.root, '--workers', '0'];
    const { signal } = spawnSync(process.execPath, ['--import', preload, ...given], {
      env: { ...process.env, WARRAQ_KILL_AT: at },
      stdio: 'ignore',
    });
    expect(signal).toBe('SIGKILL');
    expect(deadLinks(dist())).toEqual([]);
    changes[what]();
    await site.build();
    expect(treeWithoutOldAddresses(dist())).toEqual(expected.get(`${kind} ${what}`));
    expect(existsSync(site.at('.cache/build.lock'))).toBe(false);
    expect(existsSync(site.at('.warraq-staging-dist'))).toBe(false);
  },
);
