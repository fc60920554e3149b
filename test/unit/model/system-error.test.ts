import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasCode, messageOf } from '../../../src/model/system-error.ts';

test('the code of an error is compared with the given codes', () => {
  let error: unknown;
  try {
    readFileSync(`${import.meta.dirname}/missing`);
  } catch (thrown) {
    error = thrown;
  }
  expect(hasCode(error, 'ENOENT')).toBe(true);
  expect(hasCode(error, 'EPERM', 'ENOENT')).toBe(true);
  expect(hasCode(error, 'EPERM')).toBe(false);
});

test('other values have no code', () => {
  expect(hasCode(new Error('ENOENT'), 'ENOENT')).toBe(false);
  expect(hasCode({ code: 'ENOENT' }, 'ENOENT')).toBe(false);
  expect(hasCode(undefined, 'undefined')).toBe(false);
});

test('anything thrown has a message', () => {
  expect(messageOf(new RangeError('too far'))).toBe('too far');
  expect(messageOf('a text')).toBe('a text');
});
