import type { CliMessages } from '../cli-messages.ts';

const permission = 'Give this user write permission, or name other folders with --out and --cache.';

const openFiles = 'Raise the limit of open files (ulimit -n), then run the command again.';

/** What to do about locks and errors of the system, in English. */
export const englishSystemFixes: Pick<
  CliMessages,
  'locked' | 'lockedElsewhere' | 'noLocks' | 'systemFixes'
> = {
  locked: (holder) => `Another build is running here: process ${holder}. Wait for it to end.`,
  lockedElsewhere: (holder, file) =>
    `Another machine or container may be building here: process ${holder}, which is not visible from here. Wait for it to end; if no build is running there, delete ${file}.`,
  noLocks: (file) =>
    `The disk of ${file} does not support file locks, so two builds could change the same files at once. Name a folder on a local disk with --cache, and with --out if necessary.`,
  systemFixes: {
    ENOSPC: 'Free some space on the disk, then run the command again: it resumes.',
    EDQUOT: 'Free some of your disk quota, then run the command again: it resumes.',
    EIO: 'Check the disk, then run the command again: it resumes.',
    EROFS: 'Make the disk writable, or name other folders with --out and --cache.',
    EACCES: permission,
    EPERM: permission,
    ERR_ACCESS_DENIED: permission,
    EMFILE: openFiles,
    ENFILE: openFiles,
  },
};
