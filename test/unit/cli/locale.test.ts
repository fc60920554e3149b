import { expect, test } from 'vitest';
import { chooseMessages } from '../../../src/cli/locale.ts';
import { arabicMessages as ar } from '../../../src/i18n/ar/cli.ts';
import { englishMessages as en } from '../../../src/i18n/en/cli.ts';

test('--lang takes precedence over the environment', async () => {
  expect(await chooseMessages('ar', { LC_ALL: 'en_US.UTF-8' })).toBe(ar);
  expect(await chooseMessages('en', { LC_ALL: 'ar_SY.UTF-8' })).toBe(en);
});

test('an unknown language gives no messages', async () => {
  for (const asked of ['qaa', '', 'AR', 'constructor', '__proto__']) {
    expect(await chooseMessages(asked, {}), asked).toBeUndefined();
  }
});

test('the environment’s locale is read in the order of POSIX', async () => {
  expect(await chooseMessages(undefined, { LANG: 'ar_EG.UTF-8' })).toBe(ar);
  expect(await chooseMessages(undefined, { LANG: 'ar_EG.UTF-8', LC_MESSAGES: 'en_GB' })).toBe(en);
  expect(await chooseMessages(undefined, { LC_MESSAGES: 'en', LC_ALL: 'ar' })).toBe(ar);
  expect(await chooseMessages(undefined, { LANG: 'ar_SA', LC_ALL: '' })).toBe(ar);
  expect(await chooseMessages(undefined, {})).toBe(en);
});

test('a language code that starts like Arabic is not Arabic', async () => {
  expect(await chooseMessages(undefined, { LANG: 'arn_CL.UTF-8' })).toBe(en);
  expect(await chooseMessages(undefined, { LANG: 'ar' })).toBe(ar);
  expect(await chooseMessages(undefined, { LANG: 'ar@latin' })).toBe(ar);
});
