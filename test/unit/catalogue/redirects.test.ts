import { expect, test } from 'vitest';
import { addressWriter, recordedAddresses } from '../../../src/catalogue/addresses.ts';
import { noChangeLog } from '../../../src/catalogue/changes.ts';
import { documentWriter } from '../../../src/catalogue/documents.ts';
import { hasWithheldChanges, updateAddresses } from '../../../src/catalogue/moved-articles.ts';
import { hostRedirects, planRedirects } from '../../../src/catalogue/redirects.ts';
import { redirectLines } from '../../../src/outputs/host-redirects.ts';
import { documentOf, withCatalogue } from '../../support/archive-of.ts';

const rules = {
  hasGonePages: false,
  isReserved: () => false,
  keepsPages: false,
  rendersAll: false,
};

test('a withheld article leaves no hash in the record, and its old address is in no list', () => {
  withCatalogue((catalogue) => {
    const record = addressWriter(catalogue);
    const hash = '0123456789abcdef0123456789abcdef';
    record.add({ path: 'articles/salma.html', id: 'salma', hash }, false);
    const writer = documentWriter(catalogue, noChangeLog);
    const found = documentOf({
      ...{ seed: 'salma.txt', ordinal: 0, id: '5f1e', outputPath: 'articles/5f1e.html' },
      ...{ sortKey: 0, terms: [], keywords: [] },
    });
    const identity = { hash: 'f'.repeat(32), knownAs: 'salma', isWithheld: true };
    writer.put({ ...found, article: found.article && { ...found.article, identity } });
    expect(updateAddresses(catalogue)).toBe('some');
    expect(hasWithheldChanges(catalogue)).toBe(true);
    expect(planRedirects(catalogue, rules)).toBe(true);
    const lines = [...recordedAddresses(catalogue, 'all')];
    expect(lines).toEqual([
      { path: 'articles/5f1e.html', id: '5f1e', isFirst: true },
      { path: 'articles/salma.html', to: 'articles/5f1e.html', isFirst: true },
    ]);
    expect([...hostRedirects(catalogue)]).toEqual([]);
    expect(catalogue.prepare('SELECT output_path, target FROM redirects').all()).toEqual([
      { output_path: 'articles/salma.html', target: 'articles/5f1e.html' },
    ]);
  });
});

test('lines of _redirects: folders as readers write them, no placeholder, as many as the host takes', () => {
  const redirects = [
    { outputPath: 'news/17/index.html', target: 'articles/a.html', origin: 'alias' },
    { outputPath: 'a*b.html', target: 'articles/a.html', origin: 'alias' },
    { outputPath: 'gone.html', target: undefined, origin: 'gone' },
    { outputPath: `${'س'.repeat(200)}.html`, target: 'articles/a.html', origin: 'moved' },
    { outputPath: 'قديم.html', target: 'articles/a.html', origin: 'moved' },
  ] as const;
  expect([...redirectLines(redirects, '/ar/', 'netlify')]).toEqual([
    '/ar/news/17/ /ar/articles/a.html 301!\n',
    '/ar/%D9%82%D8%AF%D9%8A%D9%85.html /ar/articles/a.html 301!\n',
  ]);
  const many = Array.from({ length: 2500 }, (_, n) => ({
    ...{ outputPath: `old/${n}.html`, target: 'articles/a.html', origin: 'moved' as const },
  }));
  expect([...redirectLines(many, '/', 'cloudflare')]).toHaveLength(2000);
});
