import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { isLocked, takeLock } from '../../../src/publish/lock.ts';
import { LockedError } from '../../../src/publish/lock-errors.ts';
import { ownIdentity } from '../../../src/publish/process-identity.ts';
import { repository } from '../../support/paths.ts';
import { notOnLinux, onWindows, skipIf } from '../../support/skip.ts';
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
    expect(isLocked(folder)).toBe(true);
  } finally {
    other.kill();
    await once(other, 'exit');
  }
  // The process has ended, so its lock is taken over.
  expect(isLocked(folder)).toBe(false);
  takeLock(folder).release();
});

test('a lock file without a process id is taken over', () => {
  writeFileSync(join(folder, 'build.lock'), 'junk');
  takeLock(folder).release();
  expect(existsSync(join(folder, 'build.lock'))).toBe(false);
});

const file = (): string => join(folder, 'build.lock');

/** Writes a lock as this process would, but for some parts. */
function plantLock(changed: Partial<ReturnType<typeof ownIdentity>>): void {
  const { pid, started, machine, boot, namespace } = { ...ownIdentity(), ...changed };
  writeFileSync(
    file(),
    `${[pid, started, machine, boot, namespace, 'abc'].map((part) => part ?? '-').join(' ')}\n`,
  );
}

/** A process of this machine that runs and is none of ours. */
const running = process.ppid;

test.each([
  ['is empty', () => writeFileSync(file(), '')],
  ['is cut short', () => writeFileSync(file(), `${running} 12`)],
  ['names a process that has ended', () => plantLock({ pid: 2 ** 30 })],
  ['names the number of a process that has ended', () => plantLock({ pid: running, started: '1' })],
  ['is of an earlier boot', () => plantLock({ pid: running, boot: 'an-earlier-one' })],
  ['is of this process, which has released it', () => plantLock({})],
] as const)('a lock that %s is taken over', skipIf(notOnLinux), (_, plant) => {
  plant();
  takeLock(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['another machine', { machine: 'other', boot: 'other', pid: 2 ** 30 }],
  ['another container', { namespace: '1', pid: 1 }],
  [
    'another machine, of which nothing else is known',
    { machine: 'other', boot: undefined, pid: 1 },
  ],
] as const)('the lock of %s stays, and is told as uncertain', (_, changed) => {
  plantLock(changed);
  const text = readFileSync(file(), 'utf8');
  expect(() => takeLock(folder)).toThrow(
    expect.objectContaining({ isUncertain: true, file: file() }) as Error,
  );
  expect(readFileSync(file(), 'utf8')).toBe(text);
});

test('a link to nothing in the place of a lock file is an error, not a reason to wait', () => {
  symlinkSync('nothing', join(folder, 'build.lock'));
  expect(() => takeLock(folder)).toThrow('EEXIST');
});

test('a lock is not released by another than its holder', () => {
  const { release } = takeLock(folder);
  expect(() => takeLock(folder)).toThrow(LockedError);
  plantLock({ pid: running });
  release();
  expect(existsSync(file())).toBe(true);
});

test('a takeover that was killed hinders no later one', () => {
  plantLock({ pid: 2 ** 30 });
  writeFileSync(`${file()}.next`, readFileSync(file()));
  takeLock(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

test(
  'of several processes that find the lock of an ended one, exactly one takes it over',
  skipIf(onWindows),
  async () => {
    const folders = Array.from({ length: 12 }, (_, n) => join(folder, String(n)));
    for (const [n, place] of folders.entries()) {
      mkdirSync(place);
      // Every third is unlocked, every third unreadable.
      if (n % 3 > 0) writeFileSync(join(place, 'build.lock'), n % 3 === 1 ? '999999999\n' : 'junk');
    }
    const first = String(Date.now() + 1500);
    const given = [join(repository, 'test/support/take-lock.ts'), first, '25', ...folders];
    const outputs = await Promise.all(
      [0, 1, 2, 3].map(async () => {
        const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
        let out = '';
        child.stdout.on('data', (chunk) => {
          out += String(chunk);
        });
        await once(child, 'close');
        return out;
      }),
    );
    const winners = folders.map((_, n) => outputs.filter((out) => out[n] === '1').length);
    expect(winners).toEqual(folders.map(() => 1));
  },
);
