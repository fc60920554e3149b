import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasProcess } from './process-identity.ts';
import { uniqueName } from './unique-name.ts';

/** Matches the names of partly written seeds; earlier versions had one name. Hidden, so that builds ignore them. */
const partName = /^\.import\.(?:(\d+)-[0-9a-f]{12}\.)?part$/;

/**
 * Writes a seed or a picture of one, which no reader sees half written; the temporary file has a name that no other process uses.
 *
 * @param folder absolute path
 * @throws the file system's error
 */
export function writeSeed(folder: string, name: string, content: string | Uint8Array): void {
  const part = join(folder, `.import.${uniqueName()}.part`);
  try {
    writeFileSync(part, content, { flag: 'wx' });
    renameSync(part, join(folder, name));
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Removes the partly written seeds of processes that have ended. Throws the file system's error. */
export function removeSeedParts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const match = partName.exec(name);
    if (match === null || (match[1] !== undefined && hasProcess(Number(match[1])))) continue;
    rmSync(join(folder, name), { force: true });
  }
}
