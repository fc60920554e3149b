import { expect, test } from 'vitest';
import { anyWordsQuery } from '../../../../src/search/query/any-words.ts';

test.each([
  ['مجلس المدينة', 'مجلس أو المدينة'],
  ['  مجلس  المدينة ، ٢٠١٥', 'مجلس أو المدينة أو ٢٠١٥'],
  ['رحلة في القطار', 'رحلة أو القطار'],
  ['مجلس AND مدينة', 'مجلس أو مدينة'],
  ['كلمة', undefined],
  ['في القطار', undefined],
  ['', undefined],
  ['«مجلس المدينة»', undefined],
  ['مجلس -المدينة', undefined],
  ['مجلس أو المدينة', undefined],
  ['(مجلس OR مدينة) قرار', undefined],
  ['title:مجلس المدينة', undefined],
])('any of the words of %s: %s', (query, expected) => {
  expect(anyWordsQuery(query, ['في'], 'أو')).toBe(expected);
});
