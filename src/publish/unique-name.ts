import { randomBytes } from 'node:crypto';

/** Returns a name for a temporary file or folder that no other process or worker thread uses. */
export const uniqueName = (): string => `${process.pid}-${randomBytes(6).toString('hex')}`;
