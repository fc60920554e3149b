import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { plantDrafts } from '../support/edits.ts';
import { deadLinks, treeOf } from '../support/file-tree.ts';
import { program } from '../support/paths.ts';
import { onWindows, skipIf } from '../support/skip.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

let site: TemporarySite;
beforeEach(() => {
  site = temporarySite();
});

const plant = (from: number, to: number): void => plantDrafts(site.root, from, to);

/** Builds in a shell that runs `before` first. */
function buildAfter(before: string, ...more: readonly string[]) {
  const command = `${before}; exec "$0" "$@"`;
  const given = [process.execPath, program, 'build', '--root', site.root, '--lang', 'en', ...more];
  return spawnSync('bash', ['-c', command, ...given], { encoding: 'utf8' });
}

test.each([0, 2])(
  'if the catalogue and the spool cannot grow, the build ends with 3 and the reason, and the site is unchanged: %i worker threads',
  skipIf(onWindows),
  async (workers) => {
    plant(1, 5);
    await site.build();
    const before = site.tree();
    plant(6, 400);
    // Limits every file to 300 blocks of 1 KiB.
    const { status, stderr } = buildAfter('ulimit -f 300', '--workers', String(workers));
    expect({ status, stderr }).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/disk|room|space|full|I\/O|file too large/i),
    });
    expect(site.tree()).toEqual(before);
    await site.build();
    expect(site.tree()).toEqual(await site.coldTree());
  },
);

test(
  'with few open files allowed, a build succeeds, or reports the reason and leaves the site unchanged',
  skipIf(onWindows),
  async () => {
    plant(1, 20);
    await site.build();
    const before = site.tree();
    plant(21, 23);
    const expected = await site.coldTree();
    const codes = new Set<number | null>();
    for (const limit of [24, 26, 28, 30, 34, 48, 64]) {
      // Node needs about twenty.
      const version = ['-c', `ulimit -n ${limit}; exec "$0" "$@"`, process.execPath, program];
      if (spawnSync('bash', [...version, '--version']).status !== 0) continue;
      const { status, stderr } = buildAfter(`ulimit -n ${limit}`, '--workers', '0');
      codes.add(status);
      // Without open files, staged files cannot be removed either; the next build does that.
      const files = [...site.tree()];
      const tree = new Map(files.filter(([file]) => !file.startsWith('.warraq-staging/')));
      if (status !== 0) {
        expect({ limit, status, stderr }).toMatchObject({ status: 3 });
        expect(stderr).toMatch(/^System error: \S+: .*(?:open files|unable to open).*$/m);
      }
      expect([before, expected], String(limit)).toContainEqual(tree);
      expect(status !== 0 || tree.size === expected.size, String(limit)).toBe(true);
      expect(deadLinks(site.at('dist'))).toEqual([]);
    }
    expect(codes).toContain(0);
    expect(site.tree()).toEqual(expected);
  },
);

/** Mounts a file system of 3 MiB in memory; returns the error if it cannot be mounted. */
function mountSmall(folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('on a full disk the build ends with 3 and the reason, and no link is dead', async (context) => {
  const disk = site.at('disk');
  const refused = mountSmall(disk);
  context.skip(refused !== undefined, `no small file system can be mounted here: ${refused}`);
  try {
    const out = join(disk, 'dist');
    plant(1, 20);
    await site.build({ out });
    const before = treeOf(out);
    plant(21, 900);
    const { status, stderr } = buildAfter(':', '--out', out);
    expect({ status, stderr }).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('ENOSPC'),
    });
    expect(treeOf(out)).toEqual(before);
    expect(deadLinks(out)).toEqual([]);
    // Staged files do not hinder the next build once the disk has space.
    execFileSync('mount', ['-o', 'remount,size=64m', disk]);
    await site.build({ out });
    expect(treeOf(out)).toEqual(await site.coldTree());
    expect(readdirSync(out).filter((name) => name.startsWith('.warraq'))).toEqual([]);
  } finally {
    execFileSync('umount', [disk]);
  }
});
