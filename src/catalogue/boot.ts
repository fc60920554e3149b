import { readFileSync, statSync } from 'node:fs';

/** What changes at every start of the machine; empty where the system does not tell. */
export function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** Milliseconds after which a system has written to the disk what programs gave it (Linux: 30 s). */
const writeback = 15 * 60_000;

/** When the machine was started, in milliseconds since 1970; 0 where the system does not tell. */
function bootTime(): number {
  const seconds = /^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1];
  return Number(seconds ?? 0) * 1000;
}

/**
 * Tells whether a file, last written under the boot `written`, may have lost some of that because the
 * machine went down right afterwards.
 */
export function mayHaveLost(file: string, written: string): boolean {
  const now = bootId();
  return written !== '' && written !== now && statSync(file).mtimeMs > bootTime() - writeback;
}
