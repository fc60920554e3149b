import { readFileSync, statSync } from 'node:fs';

/** Returns the id of the current boot (Linux); undefined on systems without one. */
export function bootId(): string | undefined {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Milliseconds after which a system has certainly flushed its write cache to the disk (Linux: 30 s). */
const flushTime = 15 * 60_000;

/** Returns the time of the current boot in milliseconds since 1970; undefined where it is unknown. */
function bootTime(): number | undefined {
  const seconds = /^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

/**
 * Tells whether a file may be incomplete because the machine stopped before its write cache was flushed.
 *
 * @param written id of the boot under which the file was written last; undefined where the system has none, in
 *   which case every write waited for the disk
 * @throws the file system's error
 */
export function mayHaveLost(file: string, written: string | undefined): boolean {
  if (written === undefined || written === bootId()) return false;
  const started = bootTime();
  return started === undefined || statSync(file).mtimeMs > started - flushTime;
}
