import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { LockedError, takeLock } from '../../../src/publish/lock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
});

test('a lock is taken and released', () => {
  const { release } = takeLock(folder);
  expect(existsSync(join(folder, 'build.lock'))).toBe(true);
  release();
  expect(existsSync(join(folder, 'build.lock'))).toBe(false);
});

test('a running build keeps another out, and is named', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    writeFileSync(join(folder, 'build.lock'), `${other.pid}\n`);
    expect(() => takeLock(folder)).toThrow(LockedError);
    expect(() => takeLock(folder)).toThrow(String(other.pid));
  } finally {
    other.kill();
    await once(other, 'exit');
  }
  // The process has ended, so its lock is taken over.
  takeLock(folder).release();
});

test('a lock file without a process id is taken over', () => {
  writeFileSync(join(folder, 'build.lock'), 'junk');
  takeLock(folder).release();
  expect(existsSync(join(folder, 'build.lock'))).toBe(false);
});
