import { expect, test } from 'vitest';
import { withRemovedFields } from '../../../src/render/removed-fields.ts';
import { articlePage, compile } from '../../support/samples.ts';

const page = articlePage(compile('مقدمة.\n\n## باب\n\nمتن.', {}, 'a.md').value);

/** Reads a field that the type does not have. */
const read = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce((found, name) => (found as Readonly<Record<string | number, unknown>>)[name], value);

test.each([
  [['article', 'leadHtml'], 'article.lead'],
  [['article', 'html'], 'article.lead'],
  [['article', 'sections', 0, 'html'], 'section.blocks'],
  [['article', 'sections', 0, 'headingHtml'], 'sectionHeading(section)'],
])('who reads %j is told of %s', (path, instead) => {
  expect(() => read(withRemovedFields(page.data), ...path)).toThrow(instead);
  expect(() => read(withRemovedFields(page), 'data', ...path)).toThrow(instead);
});

test('other values are returned unchanged', () => {
  expect(withRemovedFields(page)).toEqual(page);
  expect(withRemovedFields('نص')).toBe('نص');
  const other = { article: 'نص' };
  expect(withRemovedFields(other)).toBe(other);
});
