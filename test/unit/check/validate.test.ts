import { expect, test } from 'vitest';
import { hostVerdicts } from '../../../src/check/hosts.ts';
import { feedError } from '../../../src/check/validate-feed.ts';
import { openHtmlValidator } from '../../../src/check/validate-html.ts';
import { defineConfig } from '../../../src/config/define.ts';
import { messagesFor } from '../../../src/i18n/languages.ts';
import { atom } from '../../../src/outputs/atom.ts';
import { feed } from '../../../src/outputs/feed.ts';
import { jsonFeed } from '../../../src/outputs/json-feed.ts';
import { sitemap, sitemapIndex } from '../../../src/outputs/sitemap.ts';
import { sampleEntry } from '../../support/sample-archive.ts';

const config = defineConfig({ baseUrl: 'https://example.org/a/', name: 'صحف & <b>' });
const entries = [sampleEntry(1), { ...sampleEntry(2), title: '<b>&"\u0001\uFFFE' }];
const shown = { config, entries, messages: messagesFor('ar') };

test('feeds and sitemaps that a build writes are valid', () => {
  const files = {
    'feed.xml': feed(shown),
    'feed.json': jsonFeed(shown),
    'atom.xml': atom({ ...shown, title: 'أ & ب', outputPath: 'atom.xml', pagePath: 'index.html' }),
    'sitemap.xml': sitemapIndex('https://example.org/a/', ['sitemaps/1.xml']),
    'sitemaps/1.xml': sitemap('https://example.org/a/', ['index.html', 'a/ب&.html']),
  };
  for (const [file, text] of Object.entries(files)) {
    expect(feedError(file, text ?? ''), file).toBeUndefined();
  }
});

test.each([
  ['feed.xml', '<rss><channel><title>x</title></channel></rss>', '<channel> without <link>'],
  ['feed.xml', '<rss><channel>', 'unclosed tag'],
  [
    'atom.xml',
    '<feed xmlns="http://www.w3.org/2005/Atom"><id/><title/><updated/><entry/></feed>',
    '<entry>',
  ],
  ['x.xml', '<a:b/>', 'unbound namespace'],
  ['x.xml', '<html/>', '<html>'],
  ['x.xml', '<urlset><url/></urlset>', '<url> without <loc>'],
  ['x.xml', `<urlset>${'<url><loc/></url>'.repeat(50_001)}</urlset>`, '50001 > 50000'],
  ['feed.json', '{', 'JSON'],
  ['feed.json', '{"version":"1"}', 'version'],
  ['feed.json', '[]', 'version'],
])('%s: an error is found (%#)', (file, text, reason) => {
  expect(feedError(file, text)).toContain(reason);
});

test('files of other formats are not checked', () => {
  expect(feedError('articles/a.json', '{')).toBeUndefined();
});

test('invalid HTML is reported with its line, at most five errors a page', () => {
  const validate = openHtmlValidator();
  const page = (body: string): string =>
    `<!doctype html>\n<html lang="ar">\n<head><title>x</title></head>\n<body>\n${body}</body>\n</html>\n`;
  expect(validate('a.html', page('<p>نص</p>\n'))).toEqual([]);
  expect(validate('a.html', page('<p><div>نص</div></p>\n'))[0]).toMatchObject({
    ...{ rule: 'html-invalid', file: 'a.html', line: 5 },
  });
  expect(validate('a.html', page('<ul><p>نص</p></ul>\n'.repeat(20)))).toHaveLength(5);
});

test('the verdict on a host names the exceeded limits', () => {
  const small = { files: 3, bytes: 1000, largest: 500 };
  expect(hostVerdicts(small).every(({ fits }) => fits)).toBe(true);
  const large = hostVerdicts({ files: 25_000, bytes: 2 ** 31, largest: 2 ** 28 });
  expect(large.map(({ host, over }) => `${host}: ${over.join(' ')}`)).toEqual([
    'GitHub Pages: bytes largest',
    'GitLab Pages: bytes',
    'Cloudflare Pages: files largest',
  ]);
});
