import { readFileSync, statSync } from 'node:fs';
import { uptime } from 'node:os';

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

/**
 * Tells whether a file, last written under the boot `written`, may have lost some of that because the
 * machine went down right afterwards.
 */
export function mayHaveLost(file: string, written: string): boolean {
  const now = bootId();
  if (written === '' || written === now) return false;
  const started = Date.now() - uptime() * 1000;
  return statSync(file).mtimeMs > started - writeback;
}
