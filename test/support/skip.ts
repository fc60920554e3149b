import type { TestOptions } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Why a test is skipped on this machine. */
    skipReason?: string;
  }
}

/**
 * Returns the options of a test or a suite that runs unless there is a reason against it. The reporter
 * of the tests prints the reasons of all skipped tests after a run.
 */
export const skipIf = (reason: string | undefined): TestOptions =>
  reason === undefined ? {} : { skip: true, meta: { skipReason: reason } };

const isRoot = process.getuid?.() === 0;

/** Against tests of files that may not be read or written. */
export const asRoot: string | undefined = isRoot ? 'root may read and write every file' : undefined;

/** Against tests that need the rights of root. */
export const notAsRoot: string | undefined = isRoot ? undefined : 'only root may do this';

/** Against tests of what only Linux has. */
export const notOnLinux: string | undefined =
  process.platform === 'linux' ? undefined : 'this is not Linux';

/** Against tests that need a shell of Unix. */
export const onWindows: string | undefined =
  process.platform === 'win32' ? 'Windows has no ulimit' : undefined;
