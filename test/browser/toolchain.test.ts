import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/paths.ts';

const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  readonly version: string;
};

/** Runs a command in the clone. `--no` keeps npm from querying a registry. */
const npm = (...args: string[]): string =>
  execFileSync('npm', args, { cwd: repository, encoding: 'utf8' }).trim();

test('npx runs the program of the clone', () => {
  expect(npm('exec', '--no', '--', 'warraq', '--version')).toBe(`warraq ${manifest.version}`);
});

test('npm scripts and npx run on the Node of the clone’s packages', () => {
  const [major] = npm('exec', '--no', '--', 'node', '--version').slice(1).split('.').map(Number);
  expect(major).toBeGreaterThanOrEqual(24);
});

test('on a Node that is too old the program says what to do, in both languages', () => {
  const source = readFileSync(join(repository, 'src/cli/warraq.js'), 'utf8');
  expect(source).toContain('npm run build');
  expect(source).toContain('يحتاج ورّاق إلى Node 24');
  // Before the check only Node's own modules may be imported statically.
  expect(source.match(/^import .* from '(?!node:)/gm)).toBeNull();
});
