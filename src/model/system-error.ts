/** The fields and codes of errors that Node and the operating system throw. */

/** Tells whether an error carries one of these codes (`ENOENT`, `ERR_BUFFER_TOO_LARGE`, …). */
export const hasCode = (error: unknown, ...codes: readonly string[]): error is Error =>
  error instanceof Error && 'code' in error && (codes as readonly unknown[]).includes(error.code);

/** Returns the message of anything thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Runs work on a file and adds its path to errors of the file system, which lack it where a descriptor is used. */
export function withPath<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const isUnnamed = error instanceof Error && 'syscall' in error && !('path' in error);
    throw isUnnamed ? Object.assign(error, { path }) : error;
  }
}
