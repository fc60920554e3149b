import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/paths.ts';

const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  readonly version: string;
};

/** Runs a command in the clone. `--no` keeps npm from asking a registry. */
const npm = (...args: string[]): string =>
  execFileSync('npm', args, { cwd: repository, encoding: 'utf8' }).trim();

test('npx runs the program of the clone itself', () => {
  expect(npm('exec', '--no', '--', 'warraq', '--version')).toBe(`warraq ${manifest.version}`);
});

test('npm scripts and npx run on the Node that the clone brings', () => {
  const [major] = npm('exec', '--no', '--', 'node', '--version').slice(1).split('.').map(Number);
  expect(major).toBeGreaterThanOrEqual(24);
});

test('a Node that is too old is told what to do, in both languages', () => {
  const source = readFileSync(join(repository, 'src/cli/warraq.js'), 'utf8');
  expect(source).toContain('npm run build');
  expect(source).toContain('يحتاج ورّاق إلى Node 24');
  // No static import may stand before the check but of Node's own modules.
  expect(source.match(/^import .* from '(?!node:)/gm)).toBeNull();
});
