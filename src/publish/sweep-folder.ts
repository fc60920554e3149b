import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { exists } from './exists.ts';

/** Removes the files of a folder, not those of folders in it, that are not wanted any more. */
export function sweepFolder(folder: string, isWanted: (name: string) => boolean): void {
  if (!exists(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() && !isWanted(entry.name)) rmSync(join(folder, entry.name));
  }
}
