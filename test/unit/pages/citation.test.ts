import { expect, test } from 'vitest';
import { parseEdtf } from '../../../src/calendar/edtf.ts';
import type { Citation } from '../../../src/model/citation.ts';
import type { Metadata } from '../../../src/model/metadata.ts';
import { citationOf } from '../../../src/outputs/citation.ts';
import { bibtex } from '../../../src/outputs/citation-bibtex.ts';
import { citationFiles } from '../../../src/outputs/citations.ts';
import { sampleArticle } from '../../support/samples.ts';

const day = parseEdtf('2015-07-21');

const whole: Metadata = {
  ...(day && { date: day }),
  title: 'قمة القاهرة: 50% & أكثر_{1}',
  authors: ['ليلى حداد', 'Reuters'],
  source: 'الشروق',
  issue: '1234',
  page: '4',
  url: 'https://example.net/original',
};

const cited = (metadata: Metadata, permalink?: string): Citation =>
  citationOf(sampleArticle('a1', metadata), { permalink, language: 'ar' });

test('BibTeX: a newspaper article, with TeX’s special characters escaped and names in braces', () => {
  expect(bibtex(cited(whole, 'https://example.org/a1.html'))).toBe(`@article{a1,
  author = {{ليلى حداد} and {Reuters}},
  title = {{قمة القاهرة: 50\\% \\& أكثر\\_\\{1\\}}},
  journaltitle = {الشروق},
  date = {2015-07-21},
  number = {1234},
  pages = {4},
  url = {https://example.org/a1.html},
  langid = {arabic},
  entrysubtype = {newspaper},
}
`);
});

test('unknown fields are left out', () => {
  const bare = cited({ title: 'عنوان' });
  expect(bibtex(bare)).not.toMatch(/author|date|url|journaltitle/);
});

test('the permalink precedes the URL of the first publication', () => {
  expect(cited(whole, 'https://example.org/a1.html').url).toBe('https://example.org/a1.html');
  expect(cited(whole).url).toBe('https://example.net/original');
});

test('a page holds BibTeX as a data URL in UTF-8; the script makes the other formats', () => {
  const citation = cited(whole);
  const files = citationFiles(citation).map(({ name, href }) => [
    name,
    Buffer.from(href.replace(/^data:[\w./+-]+;charset=utf-8;base64,/, ''), 'base64').toString(),
  ]);
  expect(files).toEqual([['a1.bib', bibtex(citation)]]);
});
