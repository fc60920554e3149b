import { readdirSync, renameSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Files } from '../../support/temporary-folder.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

const text = (n: number): string =>
  `افتتاح المدرسة رقم ${n}\n\nافتتح المحافظ المدرسة رقم ${n} في حفل حضره أهالي الحي.\n`;

/** Texts `seeds/خ/school-1.txt` and so on. */
const schools = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`seeds/خ/school-${i + 1}.txt`, text(i + 1)]),
  );

interface Said {
  readonly diagnostics: readonly { readonly rule: string; readonly fix: string }[];
  readonly kept?: { readonly articles: number; readonly files: readonly string[] };
}

/** Builds; returns the exit code and the rules of the diagnostics. */
async function rules(site: TemporarySite, ...argv: readonly string[]) {
  const { code, out } = await site.run('build', '--json', '--workers', '0', ...argv);
  const { diagnostics } = JSON.parse(out) as Said;
  return { code, rules: diagnostics.map(({ rule }) => rule) };
}

/** Expects that a build keeps the site as it is, and decides the same again. */
async function expectKept(site: TemporarySite, rule: string, ...argv: readonly string[]) {
  const before = site.tree();
  for (let round = 0; round < 2; round += 1) {
    const { code, out } = await site.run('build', '--json', '--workers', '0', ...argv);
    const [first] = (JSON.parse(out) as Said).diagnostics;
    expect({ code, rule: first?.rule }, argv.join(' ')).toEqual({ code: 1, rule });
    expect(first?.fix).toContain('--allow-removal');
    expect(site.tree()).toEqual(before);
  }
}

test('a seeds folder that was emptied or is gone keeps the site, whatever the cache knows', async () => {
  const site = temporarySite(schools(2));
  expect((await site.run('build')).code).toBe(0);
  renameSync(site.at('seeds/خ'), site.at('away'));
  await expectKept(site, 'seeds-gone');
  await expectKept(site, 'seeds-gone', '--force');
  site.remove('.cache');
  await expectKept(site, 'seeds-gone');
  // A stray file is no article.
  site.write({ 'seeds/notes.docx': 'PK', 'seeds/page.xml': '<alto></alto>' });
  await expectKept(site, 'no-article');
  site.remove('seeds');
  await expectKept(site, 'seeds-gone');
  const quiet = await site.run('build', '--quiet', '--lang', 'en');
  expect(quiet.err).toContain('2 articles are published; nothing was changed');
  // Without the folder, nothing is removed on purpose either.
  expect((await site.run('build', '--allow-removal')).code).toBe(2);
  site.write({ 'seeds/.keep': '' });
  expect(await rules(site, '--allow-removal')).toEqual({ code: 0, rules: [] });
  expect([...site.tree().keys()].some((path) => path.startsWith('articles/'))).toBe(false);
  // An archive without articles may stay empty.
  expect(await rules(site)).toEqual({ code: 0, rules: [] });
});

test('more than half of the articles, and more than twenty, go only when asked', async () => {
  const site = temporarySite(schools(24));
  expect((await site.run('build')).code).toBe(0);
  site.write({ 'away/.keep': '' });
  const names = readdirSync(site.at('seeds/خ')).sort().slice(0, 21);
  for (const name of names) renameSync(site.at('seeds/خ', name), site.at('away', name));
  await expectKept(site, 'removal-too-large');
  await expectKept(site, 'removal-too-large', '--force');
  // Other articles in their place do not change that.
  site.write({ 'seeds/other-1.txt': text(901), 'seeds/other-2.txt': text(902) });
  await expectKept(site, 'removal-too-large');
  // What was renamed, or has another address, is no removal.
  for (const [i, name] of names.entries())
    renameSync(site.at('away', name), site.at(`seeds/renamed-${i}.txt`));
  expect(await rules(site)).toEqual({ code: 0, rules: [] });
  site.write({ 'warraq.yaml': "permalink: 'old/{id}.html'\n" });
  site.remove('.cache');
  expect(await rules(site)).toEqual({ code: 0, rules: [] });
  expect([...site.tree().keys()]).toContain('old/renamed-20.html');
});

test('twenty articles may go at once, and more in several builds', async () => {
  const site = temporarySite(schools(24));
  expect((await site.run('build')).code).toBe(0);
  for (let n = 1; n <= 20; n += 1) site.remove(`seeds/خ/school-${n}.txt`);
  expect(await rules(site)).toEqual({ code: 0, rules: [] });
  for (let n = 21; n <= 23; n += 1) site.remove(`seeds/خ/school-${n}.txt`);
  expect(await rules(site)).toEqual({ code: 0, rules: [] });
});

/** Records `r1`, `r2` and so on, one a line. */
const records = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `${JSON.stringify({ id: `r${i + 1}`, title: `خبر ${i + 1}`, text: text(i) })}\n`,
  ).join('');

test('a file of records that was emptied or cut takes its articles only when asked', async () => {
  const site = temporarySite({ 'seeds/year.jsonl': records(30), ...schools(1) });
  expect((await site.run('build')).code).toBe(0);
  site.write({ 'seeds/year.jsonl': '' });
  await expectKept(site, 'removal-too-large');
  site.write({ 'seeds/year.jsonl': records(4) });
  await expectKept(site, 'removal-too-large');
  site.write({ 'seeds/year.jsonl': records(28) });
  expect((await rules(site)).code).toBe(0);
});

test('a seed that cannot be read to its end keeps its own articles, and no others', async () => {
  const whole = gzipSync(records(3));
  const site = temporarySite({ ...schools(3), 'seeds/year.jsonl.gz': whole });
  expect((await site.run('build')).code).toBe(0);
  site.write({ 'seeds/year.jsonl.gz': whole.subarray(0, whole.length - 12) });
  site.remove('seeds/خ/school-1.txt');
  const run = await site.run('build', '--json', '--workers', '0');
  const { kept } = JSON.parse(run.out) as Said;
  expect(run.code).toBe(1);
  expect(kept?.files).toEqual(['seeds/year.jsonl.gz']);
  const pages = [...site.tree().keys()].filter((path) => /^articles\/.*\.html$/.test(path));
  expect(pages).toEqual([
    ...['articles/r1.html', 'articles/r2.html', 'articles/r3.html'],
    ...['articles/school-2.html', 'articles/school-3.html'],
  ]);
  const { out } = await site.run('build', '--lang', 'en');
  expect(out).toMatch(
    /Kept from the last build, because their files cannot be read: \d articles? \(seeds\/year.jsonl.gz\)/,
  );
  site.write({ 'seeds/year.jsonl.gz': whole });
  expect((await site.run('build')).code).toBe(0);
  expect(site.tree()).toEqual(await site.coldTree());
});

test('articles that are all withdrawn, or whose addresses move because they show a name, are no removal', async () => {
  const named = (n: number): string =>
    `عودة سالم الرفاعي ${n}\n\nعاد سالم الرفاعي من رحلته ${n}.\n`;
  const names = Array.from({ length: 22 }, (_, n) => `seeds/سالم الرفاعي ${n}.txt`);
  const permalink = 'permalink: "{slug}.html"\n';
  const site = temporarySite({
    ...Object.fromEntries(names.map((name, n) => [name, named(n)])),
    'warraq.yaml': permalink,
  });
  expect((await site.run('build')).code).toBe(0);
  site.write({ 'warraq.yaml': `${permalink}redact: [سالم الرفاعي]\n` });
  expect(await rules(site)).toEqual({ code: 0, rules: [] });
  site.write({ 'seeds/_folder.yaml': 'withdrawn: {reason: طلب صاحبها, date: 2026-01-01}\n' });
  for (const argv of [[], ['--force']]) {
    expect((await rules(site, ...argv)).code).toBe(0);
    expect(site.tree()).toEqual(await site.coldTree());
  }
});

test('the exports name the seed of an article where it is now', async () => {
  const site = temporarySite(schools(3));
  await site.build();
  renameSync(site.at('seeds/خ'), site.at('seeds/مدارس'));
  await site.build();
  expect(site.tree()).toEqual(await site.coldTree());
});
