import { beforeEach, expect, test } from 'vitest';
import { recordedRun } from '../../support/recorded-run.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

let site: TemporarySite;

beforeEach(() => {
  site = temporarySite({ 'seeds/khabar.txt': 'وصل الوفد إلى المدينة مساء أمس.' });
});

test.each([
  [['biuld'], 'There is no command “biuld”.', 'warraq <command> [options]', 'warraq --help'],
  [[], 'No command given.', 'warraq <command> [options]', 'warraq --help'],
  [['build', '--sedes'], 'There is no option --sedes.', 'warraq build', 'warraq build --help'],
  [['build', '--port', '3'], 'This command does not take --port.', 'warraq build', 'build --help'],
  [['build', '--out'], '--out needs a value.', 'warraq build', 'warraq build --help'],
  [['check', '--quiet=yes'], '--quiet takes no value.', 'warraq check', 'warraq check --help'],
  [
    ['serve', '--port', 'abc'],
    '--port needs a number from 0 to 65535, not “abc”.',
    ...['warraq serve', 'warraq serve --help'],
  ],
  [
    ['import', 'x', '--split', 'day'],
    '--split needs one of heading, page, not “day”.',
    ...['warraq import FILE|DIR…', 'warraq import --help'],
  ],
  [
    ['build', 'texts'],
    'This command takes no file or folder name: “texts”.',
    ...['warraq build [options]', 'warraq build --help'],
  ],
  [['biuld'], 'Did you mean build?', 'warraq <command> [options]', 'warraq --help'],
  [['build', '--sedes'], 'Did you mean --seeds?', 'warraq build', 'warraq build --help'],
  [['check', '--sedes'], 'There is no option --sedes.\n', 'warraq check', 'warraq check --help'],
  [['import'], 'Nothing to import.', 'warraq import FILE|DIR…', 'warraq import --help'],
])('%j: the reason, and one line of usage', async (argv, reason, syntax, help) => {
  const { code, out, err } = await recordedRun(argv);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^[^\n]+\nUsage: [^\n]+\n$/);
  expect(err).toContain(reason);
  expect(err).toContain(syntax);
  expect(err).toContain(help);
});

test('a folder of the site that is not there is named in full', async () => {
  const root = `${site.root}/mafqud`;
  for (const command of ['build', 'check', 'serve']) {
    const { code, err } = await recordedRun([command, '--root', root]);
    expect([code, err]).toEqual([2, `There is no folder ${root}. Check --root.\n`]);
  }
});

test('--lang holds in errors of the command line itself, before and after the error', async () => {
  for (const argv of [
    ['build', '--sedes', '--lang', 'ar'],
    ['--lang=ar', 'nashr'],
    ['build', '--lang', 'ar', '--port', '3'],
    ['check', '--lang', 'ar', '--root', site.root],
  ]) {
    const { err } = await recordedRun(argv);
    expect(err.split('\n')[0], argv.join(' ')).toMatch(/[\u0620-\u064A]{3}/);
  }
});

test.each([
  [['build', '--json', '--sedes'], 'usage', 2],
  [['build', '--sedes', '--json'], 'usage', 2],
  [['check', '--json'], 'usage', 2],
  [['build', '--json', '--config', 'none.yaml'], 'settings', 2],
])('%j: the error is an object on standard output', async (argv, kind, exitCode) => {
  const [command = '', ...options] = argv;
  const { code, out } = await recordedRun([command, ...options, '--root', site.root]);
  const { error, diagnostics } = JSON.parse(out) as {
    error: { kind: string; message: string; exitCode: number };
    diagnostics: unknown[];
  };
  expect(code).toBe(exitCode);
  expect(error).toMatchObject({ kind, exitCode, message: expect.stringMatching(/\S/) });
  expect(diagnostics).toHaveLength(kind === 'settings' ? 1 : 0);
});

test('a missing file is not found, in each command', async () => {
  const build = await recordedRun(['build', '--config', site.at('none.yaml'), '--root', site.root]);
  expect(build.err).toContain('none.yaml  error: File not found.');
  const imported = await recordedRun(['import', site.at('none.xml'), '--root', site.root]);
  expect(imported.out + imported.err).toContain('none.xml  error: File not found.');
  await recordedRun(['build', '--root', site.root, '--quiet']);
  const old = ['check', '--old-urls', 'none.txt', '--root', site.root];
  expect((await recordedRun(old)).err).toContain('none.txt not found.');
});

test('--help fits 80 columns, in both languages', async () => {
  for (const language of ['ar', 'en']) {
    const { out } = await recordedRun(['--help', '--lang', language]);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  }
});

test('--quiet tells errors only, on the error stream', async () => {
  const files = { 'seeds/a.txt': 'وصل الوفد.', 'seeds/b.txt': '', 'seeds/c.exe': 'x' };
  const { root } = temporarySite(files);
  const { code, out, err } = await recordedRun(['build', '--root', root, '--quiet']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe(
    'seeds/b.txt  error: The file has no text.\n    fix: Put the article’s text into it, or delete it.\n',
  );
});

test('the help of one command shows no other', async () => {
  const { code, out } = await recordedRun(['check', '--help']);
  expect(out).toMatch(/^warraq check \[options\]\n/);
  expect(code).toBe(0);
  expect(out).toContain('--old-urls');
  expect(out).not.toContain('--as-of');
});
