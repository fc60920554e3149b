import { closeSync, openSync, readSync } from 'node:fs';
import { maxListLine } from '../model/limits.ts';
import { withPath } from '../model/system-error.ts';

/**
 * Yields the complete and incomplete lines of a file, which is read in chunks, since a large archive's lists
 * have a million lines; longer lines than any of ours are left out.
 *
 * @throws the file system's error with the file's path
 */
export function* eachLine(file: string): Generator<string> {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(1 << 16);
    let rest: Buffer = Buffer.alloc(0);
    let isOverlong = false;
    for (let size = 1; size > 0; ) {
      size = withPath(file, () => readSync(descriptor, buffer));
      const bytes = Buffer.concat([rest, buffer.subarray(0, size)]);
      const end = size > 0 ? bytes.lastIndexOf(0x0a) + 1 : bytes.length;
      const lines = bytes.toString('utf8', 0, end).split('\n');
      if (isOverlong && end > 0) lines.shift();
      if (end > 0) isOverlong = false;
      for (const line of lines) if (line !== '' && line.length <= maxListLine) yield line;
      isOverlong ||= bytes.length - end > maxListLine;
      rest = isOverlong ? Buffer.alloc(0) : Buffer.from(bytes.subarray(end));
    }
  } finally {
    withPath(file, () => closeSync(descriptor));
  }
}
