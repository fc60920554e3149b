import { readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { debugChannels } from '../../src/model/debug.ts';
import { plantDrafts } from '../support/edits.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

let site: TemporarySite;

beforeEach(() => {
  site = temporarySite();
  plantDrafts(site.root, 1, 3);
});

const run = (...options: string[]) =>
  site.run('build', '--workers', '0', '--lang', 'en', ...options);

test('--debug prints the decisions of each step of a build, and does not change the site', async () => {
  const plain = await run('--quiet');
  expect(plain).toEqual({ code: 0, out: '', err: '' });
  const built = site.tree();
  rmSync(site.at('dist'), { recursive: true });
  const first = await run('--force', '--debug', '--json');
  const channels = [...first.err.matchAll(/^warraq:(\w+) \d+\.\d{3} s {2}\S/gm)].map(([, c]) => c);
  expect([...new Set(channels)]).toEqual(debugChannels);
  expect(channels).toHaveLength(first.err.trimEnd().split('\n').length);
  expect(first.err).toMatch(/^warraq:scan .* 3 \(\S+, \S+, \S+\) new;/m);
  expect(first.err).toMatch(/^warraq:plan .* all pages: the catalogue does not describe/m);
  expect(JSON.parse(first.out)).toHaveProperty('articles', 3);
  expect(site.tree()).toEqual(built);
});

test('--debug names changed seeds, listings and files, and the steps of publishing', async () => {
  const [seed = ''] = readdirSync(site.at('seeds'));
  const past = new Date(Date.now() - 60_000);
  await run('--quiet');
  rmSync(site.at('seeds', seed));
  site.write({ 'seeds/late.txt': 'خبر متأخر\n\nنص الخبر.\n' });
  utimesSync(site.at('seeds/late.txt'), past, past);
  const { err } = await run('--quiet', '--debug', 'scan,plan,publish');
  expect(err).toContain('1 (late.txt) new');
  expect(err).toContain(`1 (${seed}) vanished`);
  expect(err).toMatch(/^warraq:plan .* changed pages only: \d+ changes/m);
  expect(err).toMatch(/^warraq:plan .* listings affected: \d+ \(all, /m);
  expect(err).toMatch(/^warraq:publish .* journal opened/m);
  expect(err).toMatch(/^warraq:publish .* files \d+ written, \d+ unchanged; [1-9]\d* removed/m);
  expect(err).not.toContain('warraq:render');
});

test.each([
  ['en', '--debug takes some of scan, plan, render, publish, not “scna”.'],
  ['ar', 'بعض هذه القيم: scan، plan، render، publish؛ لا «scna».'],
])(
  'an unknown channel is wrong usage, and the known ones are listed: %s',
  async (lang, message) => {
    const { code, err } = await run('--debug', 'scan,scna', '--lang', lang);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(readdirSync(site.root)).not.toContain('dist');
  },
);

test('--profile writes a CPU profile for each thread and a table of the stages', async () => {
  const { code, out, err } = await run('--profile', '--json', '--workers', '1');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toHaveProperty('articles', 3);
  expect(err).toMatch(/^Stage +wall s +CPU s +serial s +share +µs\/article +items +peak MB$/m);
  for (const stage of ['start-up', 'scanning', 'reading', 'rendering', 'publishing', 'total']) {
    expect(err).toMatch(new RegExp(`^${stage} +\\d+\\.\\d{3} +\\d+\\.\\d{3} +\\d+\\.\\d{3} `, 'm'));
  }
  expect(err).toMatch(/^Serial part: \d+\.\d µs per article/m);
  const folder = site.at('.cache/profile');
  const files = readdirSync(folder);
  expect(files.filter((file) => file.endsWith('.cpuprofile'))).toHaveLength(2);
  expect(files).toContain('main.cpuprofile');
  for (const file of files) {
    const profile: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    expect(profile).toHaveProperty('nodes');
  }
  const again = await run('--profile', '--quiet');
  expect(again.code).toBe(0);
  expect(readdirSync(folder)).toEqual(['main.cpuprofile']);
});
