import { createHash, hash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';

/** Returns the SHA-256 of bytes in lower-case hexadecimal, as manifests and provenance write it. */
export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** Returns the hash of a file, which is read in pieces; empty where there is none. */
export function hashOfFile(file: string): string {
  if (!existsSync(file)) return '';
  const hash = createHash('sha256');
  const descriptor = openSync(file, 'r');
  try {
    const piece = Buffer.alloc(1 << 20);
    for (let size = readSync(descriptor, piece); size > 0; size = readSync(descriptor, piece)) {
      hash.update(piece.subarray(0, size));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
