import { expect, test } from 'vitest';
import { redactBlock } from '../../../src/article/redact/redact-block.ts';
import { redactMarkup } from '../../../src/article/redact/redact-markup.ts';
import { isOnlyMark, redactMetadata } from '../../../src/article/redact/redact-metadata.ts';
import { redactor } from '../../../src/article/redact/redactor.ts';
import type { Block, InlineHtml } from '../../../src/model/block.ts';

const names = redactor(['محمد علي', 'Jane Smith'], '[+]');

test.each([
  ['قال محمد علي، ولمحمد علي', 'قال [+]، ولـ[+]'],
  ['ومحمد\nعلي هنا', 'و[+]\nهنا'],
  ['نص بلا اسم', 'نص بلا اسم'],
])('%j becomes %j', (text, redacted) => {
  expect(names.text(text)).toBe(redacted);
});

test.each([
  ['محمد <strong>علي</strong> قال', '[+] قال'],
  ['<em>م</em>حمد علي &#x26; <code>x</code>', '<em>[+]</em> &#x26; <code>x</code>'],
  ['<a href="/%D9%85%D8%AD%D9%85%D8%AF-علي">هنا</a>', 'هنا'],
  [
    '<a href="/x" title="Jane &#x22;Smith&#x22;">هنا</a> <a href="/y">هناك</a>',
    'هنا <a href="/y">هناك</a>',
  ],
  ['1 &#x3C; 2 و<bdi>JANE  SMITH</bdi>', '1 &#x3C; 2 و[+]'],
])('the markup %j becomes %j', (markup, redacted) => {
  expect(redactMarkup(markup as InlineHtml, names)).toBe(redacted);
});

const words = (text: string) => ({ text });

test.each<[Block, Block]>([
  [
    {
      kind: 'table',
      headRows: 1,
      rows: [
        [words('محمد'), words('علي')],
        [words('Jane Smith'), words('x')],
      ],
    },
    {
      kind: 'table',
      headRows: 1,
      rows: [
        [words('[+]'), words('[+]')],
        [words('[+]'), words('x')],
      ],
    },
  ],
  [
    { kind: 'verse', lines: [[words('يا محمد')], [words('علي قال')]] },
    { kind: 'verse', lines: [[words('يا [+]')], [words('[+] قال')]] },
  ],
  [
    { kind: 'list', ordered: false, items: [[{ kind: 'code', text: 'jane_smith()' }]] },
    { kind: 'list', ordered: false, items: [[{ kind: 'code', text: '[+]()' }]] },
  ],
  [
    { kind: 'quotation', id: 'jane-smith', blocks: [{ kind: 'page-break', page: 'Jane Smith' }] },
    { kind: 'quotation', blocks: [{ kind: 'page-break', page: '[+]' }] },
  ],
  [
    {
      ...{ kind: 'figure', caption: words('Jane Smith') },
      asset: { sha256: '0', outputPath: 'a.png', description: 'صورة محمد علي' },
    },
    {
      ...{ kind: 'figure', caption: words('[+]') },
      asset: { sha256: '0', outputPath: 'a.png', description: 'صورة [+]' },
    },
  ],
])('%j becomes %j', (block, redacted) => {
  expect(redactBlock(block, names)).toEqual(redacted);
});

test('metadata keep a mark, and no address with a name or of the source', () => {
  const metadata = {
    ...{ id: 'jane-smith', url: 'https://x.example/', title: 'محمد علي', language: 'ar' },
    ...{ authors: ['Jane Smith', 'هدى'], redact: ['محمد علي'], withdrawn: {} },
  };
  expect(redactMetadata(metadata, names)).toEqual({
    ...{ title: '[+]', language: 'ar', authors: ['[+]', 'هدى'], byline: '[+]، هدى' },
  });
  expect([isOnlyMark('و[+]', names), isOnlyMark('[+] قال', names)]).toEqual([true, false]);
});
