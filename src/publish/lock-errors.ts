/** Another build of the same cache or output folder is running. */
export class LockedError extends Error {
  /** Id of the process that holds the lock. */
  readonly holder: number;
  /** Absolute path of the lock file. */
  readonly file: string;
  /** Whether the holder may have ended: it belongs to another machine or container. */
  readonly isUncertain: boolean;

  constructor(holder: number, file: string, isUncertain: boolean) {
    super(`another build is running: process ${holder}`);
    this.name = 'LockedError';
    this.holder = holder;
    this.file = file;
    this.isUncertain = isUncertain;
  }
}

/** The disk of a folder keeps no locks, so that two builds could change it at once. */
export class NoLocksError extends Error {
  /** Absolute path of the lock file. */
  readonly file: string;

  constructor(file: string) {
    super(`no usable locks: ${file}`);
    this.name = 'NoLocksError';
    this.file = file;
  }
}
