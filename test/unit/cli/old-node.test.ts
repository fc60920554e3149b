import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const program = join(repository, 'src/cli/warraq.js');

/** Runs Node; returns its exit code and output. */
function run(node: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(node, args, { cwd: repository, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** The path of an installed Node that is too old for the program; undefined where there is none. */
function olderNode(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders
    .map((folder) => join(folder, 'node'))
    .filter(existsSync)
    .find((node) => Number(/^v(\d+)/.exec(run(node, '--version').stdout)?.[1]) < 24);
}

const older = olderNode();

/** Makes the current Node report an old version. */
const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });
Object.defineProperty(process, 'version', { value: 'v18.20.4' });`;
const old = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`];

/** The line that the program prints, in each language. */
const english = /^Warraq needs Node 24 or later; this is v\d+\.\d+\.\d+\. .*$/m;
const arabic = /^يحتاج ورّاق إلى Node 24 أو أحدث، وهذا v\d+\.\d+\.\d+\. .*$/m;

test('an older Node prints the requirement in both languages, with exit code 3', () => {
  const { status, stdout, stderr } = run(process.execPath, ...old, program, 'build');
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(english.exec(stderr)?.[0]).toContain('v18.20.4. In the repository, "npm ci" installs it');
  expect(arabic.exec(stderr)?.[0]).toContain('npm ci');
  expect(stderr.trimEnd().split('\n')).toHaveLength(2);
});

test('in an installed package the message says how to add Node', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-old-node-'));
  try {
    copyFileSync(program, join(folder, 'warraq.js'));
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    const { status, stderr } = run(process.execPath, ...old, join(folder, 'warraq.js'));
    expect(status).toBe(3);
    expect(english.exec(stderr)?.[0]).toContain('npm install node@24');
    expect(arabic.exec(stderr)?.[0]).toContain('npm install node@24');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.skipIf(older === undefined)(
  `an installed older Node reaches the version check of the program${older ? '' : ' (skipped: there is none)'}`,
  () => {
    for (const args of [['build'], ['--version'], []]) {
      const { status, stdout, stderr } = run(older ?? '', program, ...args);
      expect({ status, stdout }, stderr).toEqual({ status: 3, stdout: '' });
      expect(stderr).toMatch(english);
      expect(stderr).toMatch(arabic);
      expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    }
  },
);

test.skipIf(older === undefined)(
  `an installed older Node reaches the version check of the tests${older ? '' : ' (skipped: there is none)'}`,
  () => {
    const vitest = join(repository, 'node_modules/vitest/vitest.mjs');
    const config = join(repository, 'test/vitest.config.ts');
    const { status, stdout, stderr } = run(older ?? '', vitest, 'run', '--config', config);
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('The tests need Node 24 or later; this is v');
    expect(stdout + stderr).toContain('تحتاج الاختبارات إلى Node 24 أو أحدث');
  },
);
