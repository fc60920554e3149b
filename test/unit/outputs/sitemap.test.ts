import fc from 'fast-check';
import { expect, test } from 'vitest';
import { robots } from '../../../src/outputs/robots.ts';
import { sitemap, sitemapIndex, sitemapLimits, sitemaps } from '../../../src/outputs/sitemap.ts';

const base = 'https://example.org/';

const locations = (text: string): readonly string[] =>
  [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, at = '']) => at);

test('URLs are absolute, percent-encoded and escaped', () => {
  const text = sitemap(base, ["sources/الأهرام & l'Orient.html"]);
  const name = encodeURIComponent('الأهرام & l');
  expect(locations(text)).toEqual([`${base}sources/${name}&apos;Orient.html`]);
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<urlset xmlns="[^"]+">\n<url>/);
  expect(text.endsWith('</url>\n</urlset>\n')).toBe(true);
});

test('one sitemap holds as much as the protocol allows, and throws for more', () => {
  const urls = (count: number) => Array.from({ length: count }, (_, i) => `${i}.html`);
  expect(sitemapLimits.urls).toBe(50_000);
  for (const count of [499, 500, 501, 1234, 50_000]) {
    expect(locations(sitemap(base, urls(count)))).toEqual(urls(count).map((url) => base + url));
  }
  expect(() => sitemap(base, urls(sitemapLimits.urls + 1))).toThrow(RangeError);
});

test('paths in several sitemaps are neither lost nor repeated, and no file exceeds a limit', () => {
  const limits = fc.record({
    urls: fc.integer({ min: 1, max: 9 }),
    bytes: fc.integer({ min: 400, max: 900 }),
  });
  const places = fc.array(fc.string({ unit: fc.constantFrom(...'abc/&ع'), maxLength: 20 }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(limits, places, (limit, urls) => {
      const files = [...sitemaps(base, urls, limit)];
      for (const file of files) {
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(limit.bytes);
        expect(locations(file).length).toBeLessThanOrEqual(limit.urls);
        expect(locations(file).length).toBeGreaterThan(0);
      }
      expect(files.flatMap(locations)).toEqual(locations(sitemap(base, urls)));
    }),
  );
});

test('a URL longer than a sitemap throws', () => {
  expect(() => [...sitemaps(base, ['a'.repeat(500)], { urls: 5, bytes: 300 })]).toThrow(RangeError);
});

test('the index names the sitemaps', () => {
  const text = sitemapIndex(base, ['sitemaps/1.xml', 'sitemaps/2.xml']);
  expect(text).toContain('<sitemapindex');
  expect(locations(text)).toEqual([`${base}sitemaps/1.xml`, `${base}sitemaps/2.xml`]);
});

test('robots.txt allows everything, and names the sitemap where baseUrl is set', () => {
  expect(robots(base)).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${base}sitemap.xml\n`);
  expect(robots(undefined)).not.toContain('Sitemap');
});
