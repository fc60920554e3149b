import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { recordedRun } from '../../support/recorded-run.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

let site: TemporarySite;

beforeEach(() => {
  site = temporarySite({ 'seeds/khabar.txt': 'وصل الوفد إلى المدينة مساء أمس.' });
});

const run = (...argv: readonly string[]) => recordedRun(argv);

test('without a command the usage goes to the error stream, with exit code 2', async () => {
  const { code, out, err } = await run();
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('warraq <command>');
});

test('--help and --version print to standard output', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, err: '' });
  expect((await run('--version')).out).toMatch(/^warraq \d+\.\d+\.\d+\n$/);
});

test('a usage error names its subject, in the requested language', async () => {
  expect((await run('build', '--sedes', 'x')).err).toContain('There is no option --sedes.');
  expect((await run('serve', '--port', 'x', '--root', site.root)).code).toBe(2);
  const arabic = await run('build', '--lang', 'ar', '--root', site.at('none'));
  expect(arabic.code).toBe(2);
  expect(arabic.err).toMatch(/^[^a-z]*[\u0620-\u064A]/);
  expect((await run('build', '--lang', 'qaa')).err).toContain(
    '--lang needs one of ar, en, not “qaa”.',
  );
});

test('a build prints its summary, with --quiet nothing', async () => {
  const { code, out, err } = await run('build', '--root', site.root);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('1 article (1 read, 0 unchanged) with 0 sections');
  expect(await run('build', '--root', site.root, '--quiet')).toEqual({ code: 0, out: '', err: '' });
});

test.each([['seeds'], ['.'], ['seeds/inner']])(
  'the output folder may not overlap the sources: --out %s',
  async (out) => {
    const before = readdirSync(site.root, { recursive: true });
    expect((await run('build', '--root', site.root, '--out', site.at(out))).code).toBe(2);
    expect(readdirSync(site.root, { recursive: true })).toEqual(before);
  },
);

test('given folders are relative to the current folder, defaults to the root', async () => {
  const elsewhere = temporaryFolder();
  try {
    expect((await run('build', '--root', site.root, '--out', elsewhere)).code).toBe(0);
    expect(readdirSync(elsewhere)).toContain('index.html');
    expect(readdirSync(site.root)).not.toContain('dist');
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

test('a folder that cannot be written is a system error, with exit code 3', async () => {
  writeFileSync(site.at('dist'), 'a file where the folder should be');
  const { code, err } = await run('build', '--root', site.root);
  expect(code).toBe(3);
  expect(err).toContain('dist');
  writeFileSync(site.at('file'), '');
  const inFile = ['build', '--root', site.root, '--cache', site.at('file')];
  expect((await run(...inFile)).code).toBe(3);
  const arabic = await run(...inFile, '--lang', 'ar');
  expect(arabic.err).toBe('خطأ من النظام: file: في مكانه شيء آخر (EEXIST)\n');
});

test('check distinguishes valid, broken and missing archives', async () => {
  expect((await run('check', '--root', site.root)).code).toBe(2);
  await run('build', '--root', site.root);
  const sound = await run('check', '--root', site.root);
  expect(sound.code).toBe(0);
  expect(sound.out).toMatch(
    /^Checked 6 pages and \d+ links\.\nHTML: every page validated\.\nSize: 35 files, [\d.]+ MB\.\nFits GitHub Pages: yes\n/,
  );
  rmSync(site.at('dist/articles/khabar.html'));
  const broken = await run('check', '--root', site.root, '--json');
  expect(broken.code).toBe(1);
  expect(JSON.parse(broken.out)).toMatchObject({ pages: 5, diagnostics: expect.any(Array) });
});

test('a style sheet of a package that is not installed is reported, not thrown', async () => {
  mkdirSync(site.at('templates/styles'), { recursive: true });
  const css = '@font-face { src: url("npm:@fontsource/no-such-face/x.woff2") }';
  writeFileSync(site.at('templates/styles/own.css'), css);
  const { code, err } = await run('build', '--root', site.root);
  expect([2, 3]).toContain(code);
  expect(err).toContain('own.css');
});
