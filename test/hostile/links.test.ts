import { beforeAll, expect, test } from 'vitest';
import { attribute, named, textContent } from '../support/dom.ts';
import { schemeOf } from '../support/hostile/allowed.ts';
import { buildArchive, type HostileArchive } from '../support/hostile/archive.ts';
import type { Vector } from '../support/hostile/markup.ts';

/** URLs that would run code or lead where links of an archive must not. */
const addresses: readonly Vector[] = [
  ['script', 'javascript:alert(1)'],
  ['script in capitals', 'JaVaScRiPt:alert(1)'],
  ['script with a tab', 'java&#9;script:alert(1)'],
  ['script with a line feed', 'java&#10;script:alert(1)'],
  ['script with a carriage return', 'java&#13;script:alert(1)'],
  ['script after a blank', '&#32;javascript:alert(1)'],
  ['script after a control', '&#1;javascript:alert(1)'],
  ['script after a no-break space', '&nbsp;javascript:alert(1)'],
  [
    'script in references',
    '&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)',
  ],
  ['script in hexadecimal references', '&#x6A&#x61&#x76&#x61;script:alert(1)'],
  ['script with a named colon', 'javascript&colon;alert(1)'],
  ['script with an escaped colon', 'javascript\\:alert(1)'],
  ['script with an encoded colon', 'javascript%3Aalert(1)'],
  ['script with a comment', 'javascript://example.org/%0Aalert(1)'],
  ['VBScript', 'vbscript:msgbox(1)'],
  ['live script', 'livescript:alert(1)'],
  ['page in an address', 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='],
  ['picture with script', 'data:image/svg+xml,%3Csvg%20onload=alert(1)%3E'],
  ['source of a page', 'view-source:javascript:alert(1)'],
  ['file', 'file:///etc/passwd'],
  ['blob', 'blob:https://evil.example.net/1'],
  ['settings of a browser', 'about:config'],
  ['extension', 'chrome-extension://x/'],
  ['FTP', 'ftp://evil.example.net/'],
  ['telephone', 'tel:*%2306%23'],
  ['Windows program', 'ms-msdt:/id'],
  ['search of Windows', 'search-ms:query=x'],
  ['host without a scheme', '//evil.example.net/'],
  ['host after backslashes', '\\\\\\\\evil.example.net/'],
  ['host after a slash and a backslash', '/\\\\evil.example.net/'],
  ['host after a tab', '/&#9;/evil.example.net/'],
  ['breakout by a quote', 'https://example.org/&quot;onmouseover=alert(1)'],
  ['breakout by a bracket', 'https://example.org/&gt;&lt;script&gt;'],
];

let archive: HostileArchive;

beforeAll(async () => {
  archive = await buildArchive(
    Object.fromEntries(
      addresses.map(([, address], i) => [
        `a${i}.md`,
        [
          '# خبر',
          `[رابط](${address})`,
          `[رابط](<${address}> "عنوان")`,
          '[رابط][مرجع]',
          `![صورة](${address})`,
          `[![صورة](${address})](${address})`,
          `<${address}>`,
          `## [قسم](${address})`,
          'فقرة.',
          `[مرجع]: ${address}`,
        ].join('\n\n'),
      ]),
    ),
  );
});

test('no page of the archive has a forbidden link', () => {
  expect(archive.errors).toEqual([]);
});

test.each(addresses.map(([name], i) => [name, i] as const))(
  'a hostile link loses its address and keeps its words: %s',
  (_, i) => {
    const page = archive.page(`articles/a${i}.html`);
    for (const link of named(page, 'a')) {
      const href = attribute(link, 'href') ?? '';
      if (attribute(link, 'download') !== undefined) continue;
      expect(['https', 'http', 'mailto', undefined]).toContain(schemeOf(href));
      expect(href).not.toMatch(/^\s*[/\\]\s*[/\\]/);
    }
    const [article] = named(page, 'article');
    const words = article === undefined ? '' : textContent(article);
    // The link is removed, its text stays.
    expect(words.match(/رابط/g)?.length).toBeGreaterThanOrEqual(3);
    expect(words).toContain('قسم');
  },
);
