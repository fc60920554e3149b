/** The fields and codes of errors that Node and the operating system throw. */

/** Tells whether an error carries one of these codes (`ENOENT`, `ERR_BUFFER_TOO_LARGE`, …). */
export const hasCode = (error: unknown, ...codes: readonly string[]): error is Error =>
  error instanceof Error && 'code' in error && (codes as readonly unknown[]).includes(error.code);

/** Returns the message of anything thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
