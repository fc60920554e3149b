import type { TestOptions } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** The reason for which a test is skipped on this machine. */
    skipReason?: string;
  }
}

/**
 * Returns the options of a test or suite that is skipped if a reason is given. The reporter prints the
 * reasons of all skipped tests after a run.
 */
export const skipIf = (reason: string | undefined): TestOptions =>
  reason === undefined ? {} : { skip: true, meta: { skipReason: reason } };

const isRoot = process.getuid?.() === 0;

/** Reason to skip tests of files without read or write permission. */
export const asRoot: string | undefined = isRoot ? 'root may read and write every file' : undefined;

/** Reason to skip tests that need the rights of root. */
export const notAsRoot: string | undefined = isRoot ? undefined : 'only root may do this';

/** Reason to skip tests of features that only Linux has. */
export const notOnLinux: string | undefined =
  process.platform === 'linux' ? undefined : 'this is not Linux';

/** Reason to skip tests that need a Unix shell. */
export const onWindows: string | undefined =
  process.platform === 'win32' ? 'Windows has no ulimit' : undefined;
