import { expect, test } from 'vitest';
import { numberContentHashes } from '../support/content-hashes.ts';

const sha = (digit: string): string => digit.repeat(64);

test('the hashes of a name are numbered by first appearance across all texts', () => {
  expect(
    numberContentHashes([
      'search/cards/3y5gvdv.js\nsearch/terms/gidci21.js\n',
      'search/cards/lauhs32.js\nsearch/terms/gidci21.js\n',
      'search/cards/3y5gvdv.js\n',
    ]),
  ).toEqual([
    'search/cards/<hash-1>.js\nsearch/terms/<hash-1>.js\n',
    'search/cards/<hash-2>.js\nsearch/terms/<hash-1>.js\n',
    'search/cards/<hash-1>.js\n',
  ]);
});

test('assets in pages and the lines of the manifest are numbered', () => {
  const page =
    '<link href="../assets/site.12217febe1.css"><script src="assets/search.ad55ba7ed1.js">';
  const manifest = `${sha('a')}  404.html\n${sha('b')}  search/cards/3y5gvdv.js\n`;
  expect(numberContentHashes([page, manifest, manifest.replaceAll(sha('a'), sha('c'))])).toEqual([
    '<link href="../assets/site.<hash-1>.css"><script src="assets/search.<hash-1>.js">',
    '<hash-1>  404.html\n<hash-1>  search/cards/<hash-1>.js\n',
    '<hash-2>  404.html\n<hash-1>  search/cards/<hash-1>.js\n',
  ]);
});

test('other hexadecimal strings are unchanged: hashes of paths, words, other files', () => {
  const text = `articles/0af0a0a60c42ee8f.html
subjects/_280c9438.xml
search/cards/longer-than-seven.js
search.html
a line that ends with ${sha('a')}
`;
  expect(numberContentHashes([text])).toEqual([text]);
});
