import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { plantDrafts } from '../support/edits.ts';
import { program } from '../support/paths.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

let site: TemporarySite;

beforeEach(() => {
  site = temporarySite();
  plantDrafts(site.root, 1, 500);
});

const lock = (): string => site.at('.cache/build.lock');

async function startBuild(): Promise<ReturnType<typeof spawn>> {
  const child = spawn(process.execPath, [program, 'build', '--root', site.root, '--workers', '0'], {
    stdio: 'ignore',
  });
  while (!existsSync(lock()) || readFileSync(lock(), 'utf8') === '') await pause(2);
  return child;
}

test('a second build names the running one and changes nothing', async () => {
  const child = await startBuild();
  const run = await site.run('build', '--lang', 'en');
  expect(run.code).toBe(3);
  expect(run.err).toContain(`process ${child.pid}`);
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(site.tree()).toEqual(await site.coldTree());
});

test('a second build into the same folder with another cache changes nothing either', async () => {
  const child = await startBuild();
  const outLock = [site.at('.warraq-staging-dist/build.lock'), site.at('dist/.warraq-staging')];
  while (!outLock.some(existsSync)) await pause(2);
  const run = await site.run('build', '--lang', 'en', '--cache', site.at('other-cache'));
  expect(run.code).toBe(3);
  expect(run.err).toContain(`process ${child.pid}`);
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(site.tree()).toEqual(await site.coldTree());
  expect(existsSync(site.at('other-cache/build.lock'))).toBe(false);
});

test('the lock of another machine is told, with what to do', async () => {
  const text = '1 1 another-machine another-boot 1 abc\n';
  site.write({ '.cache/build.lock': text });
  const run = await site.run('build', '--lang', 'en');
  expect(run.code).toBe(3);
  expect(run.err).toContain('delete .cache/build.lock');
  expect(existsSync(site.at('dist'))).toBe(false);
  site.remove('.cache/build.lock');
  expect((await site.run('build', '--quiet')).code).toBe(0);
});

test('the lock of a killed build is taken over', async () => {
  const child = await startBuild();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(lock())).toBe(true);
  expect((await site.run('build', '--quiet')).code).toBe(0);
  expect(existsSync(lock())).toBe(false);
  expect(site.tree()).toEqual(await site.coldTree());
});
