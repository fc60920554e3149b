import { expect, test } from 'vitest';
import { datedNames } from '../../../src/import/dated-names.ts';

test('the day in a path that a safe name would lose stands before the name', () => {
  expect(datedNames('2012-07-24 خبر.docx', ['2012-07-24 خبر'])[0]).toMatch(/^2012-07-24-\w{8}$/);
  expect(datedNames('2011/03/09/market.docx', ['market'])[0]).toBe('2011-03-09-market');
  expect(datedNames('24 تموز 1998.docx', ['24 تموز 1998'])[0]).toMatch(/^1998-07-24-/);
});

test('a name that says it already, and one without a day, stay', () => {
  for (const [path, name] of [
    ['2012-07-24_news.docx', '2012-07-24_news'],
    ['خبر.docx', 'خبر'],
    ['31-02-2015 خبر.docx', '31-02-2015 خبر'],
    ['scan_20200101.docx', 'scan_20200101'],
  ] as const)
    expect(datedNames(path, [name])).toEqual([name]);
});
