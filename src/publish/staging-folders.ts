import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exists } from './exists.ts';

const stagingName = '.warraq-staging';

/** The folders in which a build may stage files; they also hold the lock of the output folder. */
export interface StagingFolders {
  /** In the output folder. */
  readonly inside: string;
  /** Beside it, for a site that does not exist yet. */
  readonly adjacent: string;
}

/** Returns the folders in which this or an earlier build may have staged files. */
export const stagingFolders = (out: string): StagingFolders => ({
  inside: join(out, stagingName),
  adjacent: join(dirname(out), `${stagingName}-${out.slice(dirname(out).length + 1)}`),
});

/** Removes staged files, including those of a killed build. Throws the file system's error. */
export function clearStaging(out: string): void {
  const { inside, adjacent } = stagingFolders(out);
  for (const folder of [inside, adjacent]) {
    if (!exists(folder)) continue;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      // Files are locks.
      if (entry.isDirectory()) rmSync(join(folder, entry.name), { recursive: true, force: true });
    }
  }
  removeStagingFolders(out);
}

/** Removes the folders of staged files, unless they hold staged files or a lock. Never throws. */
export function removeStagingFolders(out: string): void {
  const { inside, adjacent } = stagingFolders(out);
  for (const folder of [inside, adjacent]) {
    try {
      rmdirSync(folder);
    } catch {
      // It does not exist, or holds something.
    }
  }
}
