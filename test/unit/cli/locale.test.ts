import { expect, test } from 'vitest';
import { chooseWording } from '../../../src/cli/locale.ts';
import { ar } from '../../../src/cli/messages/ar.ts';
import { en } from '../../../src/cli/messages/en.ts';

test('the language asked for goes before the environment’s', () => {
  expect(chooseWording('ar', { LC_ALL: 'en_US.UTF-8' })).toBe(ar);
  expect(chooseWording('en', { LC_ALL: 'ar_SY.UTF-8' })).toBe(en);
});

test('a language that does not exist is not guessed', () => {
  for (const asked of ['fr', '', 'AR', 'constructor', '__proto__']) {
    expect(chooseWording(asked, {}), asked).toBeUndefined();
  }
});

test('the environment’s locale is read as POSIX orders it', () => {
  expect(chooseWording(undefined, { LANG: 'ar_EG.UTF-8' })).toBe(ar);
  expect(chooseWording(undefined, { LANG: 'ar_EG.UTF-8', LC_MESSAGES: 'en_GB' })).toBe(en);
  expect(chooseWording(undefined, { LC_MESSAGES: 'en', LC_ALL: 'ar' })).toBe(ar);
  expect(chooseWording(undefined, { LANG: 'ar_SA', LC_ALL: '' })).toBe(ar);
  expect(chooseWording(undefined, {})).toBe(en);
});

test('a language whose name only opens like Arabic is not Arabic', () => {
  expect(chooseWording(undefined, { LANG: 'arn_CL.UTF-8' })).toBe(en);
  expect(chooseWording(undefined, { LANG: 'ar' })).toBe(ar);
  expect(chooseWording(undefined, { LANG: 'ar@latin' })).toBe(ar);
});
