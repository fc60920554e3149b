/**
 * Returns a function that returns a buffer of some size, whose content may be anything: the same memory each time, or more.
 * What it returned before is overwritten. The system clears the memory of a new buffer, which for a large file takes longer
 * than to read it.
 */
export function reusedBuffer(): (size: number) => Buffer {
  let buffer = Buffer.alloc(0);
  return (size) => {
    if (buffer.length < size) buffer = Buffer.allocUnsafeSlow(2 * size);
    return buffer.subarray(0, size);
  };
}
