import { expect, test } from 'vitest';
import { withArchiveRights } from '../../../src/article/archive-rights.ts';
import { licenseOf } from '../../../src/model/license.ts';

const by = 'https://creativecommons.org/licenses/by/4.0/';

test.each([
  ['CC BY 4.0', 'CC BY 4.0', by],
  ['cc-by-4.0', 'CC BY 4.0', by],
  ['CC BY', 'CC BY 4.0', by],
  [by, 'CC BY 4.0', by],
  ['CC BY-NC-SA 3.0', 'CC BY-NC-SA 3.0', 'https://creativecommons.org/licenses/by-nc-sa/3.0/'],
  ['CC0', 'CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  ['https://example.org/terms', 'https://example.org/terms', 'https://example.org/terms'],
  ['رخصة المشاع', 'رخصة المشاع', undefined],
  ['CC BY 4.0 وما بعدها', 'CC BY 4.0 وما بعدها', undefined],
])('the licence %s is %s', (written, name, url) => {
  expect(licenseOf(written)).toEqual({ name, url });
});

test('the rights of the archive hold for articles that say neither rights nor licence', () => {
  const archive = { rights: '© المدينة', license: 'CC BY 4.0' };
  expect(withArchiveRights({}, archive)).toEqual(archive);
  expect(withArchiveRights({ rights: '© وكالة' }, archive)).toEqual({ rights: '© وكالة' });
  expect(withArchiveRights({ license: 'CC0' }, archive)).toEqual({ license: 'CC0' });
  const none = { rights: undefined, license: undefined };
  expect(withArchiveRights({}, none)).toEqual({});
});
