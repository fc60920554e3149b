import { createHash, hash } from 'node:crypto';
import { readSync } from 'node:fs';
import { exists } from './exists.ts';
import { withFile } from './open-file.ts';

/** Returns the SHA-256 of bytes in lower-case hexadecimal, as manifests and provenance write it. */
export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** Returns the SHA-256 of a file, which is read in chunks; undefined if it does not exist. */
export function hashOfFile(file: string): string | undefined {
  if (!exists(file)) return undefined;
  const hash = createHash('sha256');
  withFile(file, 'r', (descriptor) => {
    const buffer = Buffer.allocUnsafe(1 << 16);
    for (let size = readSync(descriptor, buffer); size > 0; size = readSync(descriptor, buffer)) {
      hash.update(buffer.subarray(0, size));
    }
  });
  return hash.digest('hex');
}
