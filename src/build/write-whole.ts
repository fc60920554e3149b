import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file of the cache: one that is there is whole. Throws the file system's error. */
export function writeWhole(file: string, bytes: Uint8Array | string): void {
  writeFileSync(`${file}.part`, bytes);
  renameSync(`${file}.part`, file);
}
