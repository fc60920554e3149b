import { expect, test } from 'vitest';
import { copiedUnits } from '../../../../src/pipeline/search/copied-units.ts';
import { textUnits } from '../../../../src/search/codec/text-units.ts';

test('the units of a text, short or long, are copied as they are read one by one', () => {
  const [copied, read] = [copiedUnits(), textUnits()];
  for (const text of [
    '',
    'a',
    'وزير',
    '\ud83d',
    '😀'.repeat(30),
    `\ufeff${'كتاب «جديد» '.repeat(2000)}`,
  ]) {
    const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
    expect([...copied(text).subarray(0, text.length)]).toEqual(units);
    expect([...read(text).subarray(0, text.length)]).toEqual(units);
  }
});
