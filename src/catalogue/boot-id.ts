import { readFileSync, statSync } from 'node:fs';

/** Returns the id of the current boot; undefined where the system does not tell it. */
export function bootId(): string | undefined {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Milliseconds after which a system has surely flushed its write cache to the disk (Linux: 30 s). */
const writeback = 15 * 60_000;

/** Returns when the machine was started, in milliseconds since 1970; undefined where the system does not tell it. */
function bootTime(): number | undefined {
  const seconds = /^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

/**
 * Tells whether a file, last written under the boot `written`, may be incomplete because the machine went
 * down before its write cache was flushed.
 *
 * @param written undefined where the system did not tell its boot, and every write waited for the disk
 */
export function mayHaveLost(file: string, written: string | undefined): boolean {
  if (written === undefined || written === bootId()) return false;
  const started = bootTime();
  return started === undefined || statSync(file).mtimeMs > started - writeback;
}
