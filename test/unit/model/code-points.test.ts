import { expect, test } from 'vitest';
import { compareCodePoints, escapeUnit } from '../../../src/model/code-points.ts';

test('texts are compared in the order of their UTF-8 bytes', () => {
  const texts = [
    '',
    'a',
    'ab',
    'b',
    'ا',
    'اب',
    '\ue000',
    '\uffff',
    '\u{10000}',
    '\u{1f600}',
    '\u{1f601}',
  ];
  const bytes = (text: string) => Buffer.from(text, 'utf8');
  for (const a of texts) {
    for (const b of texts) {
      expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(bytes(a), bytes(b)));
    }
  }
});

test('a code unit is escaped with four digits', () => {
  expect(escapeUnit('\u001b')).toBe('\\u001b');
  expect(escapeUnit('\u202e')).toBe('\\u202e');
});
