import type { Spool } from './spool.ts';

/** Bytes that are read at once: some six articles with the bytes received. */
const windowBytes = 2 ** 16;

/** Returns bytes of a spool that were read with those before; undefined where they must be read alone. */
export type SpoolWindow = (size: number, at: number) => Buffer | undefined;

/**
 * Returns a window of a spool: where readings follow each other closely in the file, forwards or backwards, many are read by
 * one call of the system. Its bytes are valid until the next reading. Another thread may have appended to the spool while
 * they were read, so that they may be older than the file: where their checksum is wrong, they must be read alone.
 *
 * Its function throws the file system's error.
 */
export function spoolWindow({ fill }: Pick<Spool, 'fill'>): SpoolWindow {
  let bytes: Buffer | undefined;
  let [start, end] = [0, 0];
  let last = Number.NEGATIVE_INFINITY;

  /** Moves the window so that it begins or ends with the bytes of a reading. */
  function move(size: number, at: number, isForward: boolean): void {
    bytes ??= Buffer.allocUnsafeSlow(windowBytes);
    start = isForward ? at : Math.max(0, at + size - windowBytes);
    end = start;
    end += fill(bytes, bytes.length, start);
  }

  return (size, at) => {
    const before = last;
    last = at;
    if (at < start || at + size > end) {
      if (size > windowBytes / 2 || Math.abs(at - before) > windowBytes) return undefined;
      move(size, at, at >= before);
    }
    return at + size > end ? undefined : bytes?.subarray(at - start, at - start + size);
  };
}
