import { expect, test } from 'vitest';
import { reversedBytes } from '../../../../src/pipeline/render/reversed-bytes.ts';

test('the bytes that were added last come first, and are cleared', () => {
  const bytes = reversedBytes();
  const parts = Array.from({ length: 40 }, (_, n) => Buffer.alloc(n * 12_370, n));
  for (const round of [0, 1]) {
    for (const part of parts) bytes.prepend(part);
    expect(Buffer.concat(parts.toReversed()).equals(bytes.take()), `round ${round}`).toBe(true);
  }
  expect(bytes.take()).toHaveLength(0);
});
