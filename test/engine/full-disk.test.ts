import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { numberedDraft, seedText } from './edits.ts';
import { buildHere, coldTree, deadLinks, makeRoot, program, treeOf, writeFiles } from './site.ts';

let root = '';
beforeEach(() => {
  root = makeRoot('full-disk');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const plant = (from: number, to: number): void => {
  for (let n = from; n <= to; n += 1) {
    writeFiles(root, { [`seeds/n${n}.txt`]: seedText(numberedDraft(n)) });
  }
};

/** Builds in a shell that runs `before` first. */
function buildAfter(before: string, ...more: readonly string[]) {
  const command = `${before}; exec "$0" "$@"`;
  const given = [process.execPath, program, 'build', '--root', root, '--lang', 'en', ...more];
  return spawnSync('bash', ['-c', command, ...given], { encoding: 'utf8' });
}

test.skipIf(process.platform === 'win32')(
  'where the catalogue finds no room the build ends with 3 and the reason, and the site is as it was',
  async () => {
    plant(1, 5);
    await buildHere(root);
    const before = treeOf(join(root, 'dist'));
    plant(6, 400);
    // The system refuses to let any file grow beyond 300 blocks of 1 KiB.
    const { status, stderr } = buildAfter('ulimit -f 300');
    expect({ status, stderr }).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/disk|room|space|full|I\/O|file too large/i),
    });
    expect(treeOf(join(root, 'dist'))).toEqual(before);
    await buildHere(root);
    expect(treeOf(join(root, 'dist'))).toEqual(await coldTree(root));
  },
);

/** A file system of 3 MiB in memory, or why there is none. */
function mountSmall(folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'pipe' });
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

test('on a disk that is full the build ends with 3 and the reason, and no link leads nowhere', async (context) => {
  const disk = join(root, 'disk');
  const refused = mountSmall(disk);
  context.skip(refused !== undefined, `no small file system can be mounted here: ${refused}`);
  try {
    const out = join(disk, 'dist');
    plant(1, 20);
    await buildHere(root, { out });
    const before = treeOf(out);
    plant(21, 900);
    const { status, stderr } = buildAfter(':', '--out', out);
    expect({ status, stderr }).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('ENOSPC'),
    });
    expect(treeOf(out)).toEqual(before);
    expect(deadLinks(out)).toEqual([]);
  } finally {
    execFileSync('umount', [disk]);
  }
});
