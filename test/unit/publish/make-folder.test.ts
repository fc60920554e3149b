import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../src/publish/make-folder.ts';
import { refusals, watchCalls } from '../../support/faults.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const absent = { code: 'ENOENT', errno: -2, message: 'no such file or directory' };

test('a folder is made with those above it, and a read-only disk is named where Node says ENOENT', () => {
  const folder = temporaryFolder();
  makeFolder(join(folder, 'a/b'));
  expect(existsSync(join(folder, 'a/b'))).toBe(true);
  const watch = watchCalls(
    (path) => path.startsWith(join(folder, 'c')),
    ({ name, path }) =>
      name !== 'mkdirSync' ? undefined : path.endsWith('d') ? absent : refusals['read-only'],
  );
  try {
    expect(() => makeFolder(join(folder, 'c/d'))).toThrow('EROFS');
  } finally {
    watch.restore();
  }
});
