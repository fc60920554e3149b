import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordedRun } from '../recorded-run.ts';
import { plantDrafts } from './edits.ts';
import { coldTree, makeRoot, program, treeOf } from './site.ts';

let root = '';

beforeEach(() => {
  root = makeRoot('lock');
  plantDrafts(root, 1, 500);
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const lock = (): string => join(root, '.cache/build.lock');

async function startBuild(): Promise<ReturnType<typeof spawn>> {
  const child = spawn(process.execPath, [program, 'build', '--root', root, '--workers', '0'], {
    stdio: 'ignore',
  });
  while (!existsSync(lock()) || readFileSync(lock(), 'utf8') === '') await pause(2);
  return child;
}

test('while one build runs, a second names it and touches nothing', async () => {
  const child = await startBuild();
  const run = await recordedRun(['build', '--root', root, '--lang', 'en']);
  expect(run.code).toBe(3);
  expect(run.err).toContain(`process ${child.pid}`);
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(treeOf(join(root, 'dist'))).toEqual(await coldTree(root));
});

test('the lock of a build that was killed is taken over', async () => {
  const child = await startBuild();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(lock())).toBe(true);
  expect((await recordedRun(['build', '--root', root, '--quiet'])).code).toBe(0);
  expect(existsSync(lock())).toBe(false);
  expect(treeOf(join(root, 'dist'))).toEqual(await coldTree(root));
});
