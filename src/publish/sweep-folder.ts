import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { exists } from './exists.ts';

/** Removes the unwanted files of a folder, not those in its subfolders. Throws the file system's error. */
export function sweepFolder(folder: string, isWanted: (name: string) => boolean): void {
  if (!exists(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() && !isWanted(entry.name)) rmSync(join(folder, entry.name));
  }
}
