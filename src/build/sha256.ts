import { createHash } from 'node:crypto';

/** Returns the SHA-256 of bytes in lower-case hexadecimal, as manifests and provenance write it. */
export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
