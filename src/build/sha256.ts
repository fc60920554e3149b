import { hash } from 'node:crypto';

/** Returns the SHA-256 of bytes in lower-case hexadecimal, as manifests and provenance write it. */
export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
