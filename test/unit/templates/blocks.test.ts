import { expect, test } from 'vitest';
import type { Block, InlineHtml } from '../../../src/model/block.ts';
import { html, inline } from '../../../src/render/html.ts';
import { printBlocks } from '../../support/samples.ts';

test.each<readonly [string, Block, string]>([
  ['words alone', { kind: 'paragraph', text: 'نص' }, '<p>نص</p>'],
  [
    'a numbered paragraph',
    { kind: 'paragraph', id: 'p12', text: 'نص' },
    '<p id="p12"><a data-cite href="#p12" tabindex="-1" aria-label="الفقرة ١٢"></a>نص</p>',
  ],
  [
    'a recovered break',
    { kind: 'paragraph', id: 'p1', text: 'نص', breakRecovered: true },
    '<p id="p1" data-break="recovered"><a data-cite href="#p1" tabindex="-1" aria-label="الفقرة ١"></a>نص</p>',
  ],
  ['a hidden line', { kind: 'paragraph', text: 'عنوان', hidden: true }, '<p hidden>عنوان</p>'],
  [
    'runs from left to right',
    { kind: 'paragraph', text: 'قالت BBC <b> & 50%' },
    '<p>قالت <bdi>BBC</bdi> &#x3C;<bdi>b</bdi>> &#x26; <bdi>50%</bdi></p>',
  ],
  [
    'inline marks',
    { kind: 'paragraph', text: 'نص', markup: '<em>نص</em>' as InlineHtml },
    '<p><em>نص</em></p>',
  ],
  ['a question', { kind: 'paragraph', text: 'متى؟', qa: 'q' }, '<p data-qa="q">متى؟</p>'],
  ['a heading', { kind: 'heading', level: 4, id: 'باب', text: 'باب' }, '<h4 id="باب">باب</h4>'],
  [
    'a list',
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [
        [
          { kind: 'paragraph', text: 'أ', bare: true },
          { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', text: 'ب' }]] },
        ],
        [],
      ],
    },
    '<ol start="3">\n<li>أ\n<ul>\n<li>\n<p>ب</p>\n</li>\n</ul>\n</li>\n<li></li>\n</ol>',
  ],
  [
    'a quotation',
    { kind: 'quotation', blocks: [{ kind: 'paragraph', text: 'أ' }, { kind: 'separator' }] },
    '<blockquote>\n<p>أ</p>\n<hr>\n</blockquote>',
  ],
  [
    'verse',
    { kind: 'verse', lines: [[{ text: 'قفا نبك' }, { text: 'بسقط اللوى' }]] },
    '<div data-verse>\n<p><span>قفا نبك</span> <span>بسقط اللوى</span></p>\n</div>',
  ],
  [
    'a table',
    { kind: 'table', headRows: 1, rows: [[{ text: 'سعر' }], [{ text: '٣' }]] },
    '<div class="table" role="region" tabindex="0" aria-label="جدول: سعر"><table data-table>\n<tr><th scope="col">سعر</th></tr>\n<tr><td>٣</td></tr>\n</table></div>',
  ],
  [
    'a figure',
    {
      kind: 'figure',
      asset: { sha256: '00', outputPath: 'assets/a.png', description: 'ميناء "قديم"' },
      caption: { text: 'الميناء' },
    },
    '<figure data-figure><img src="../assets/a.png" alt="ميناء &quot;قديم&quot;" loading="lazy" decoding="async"><figcaption>الميناء</figcaption></figure>',
  ],
  [
    'the first figure, in several sizes, with its credit',
    {
      kind: 'figure',
      asset: {
        ...{ sha256: '00', outputPath: 'assets/a.png', description: '', width: 900, height: 600 },
        sizes: [{ outputPath: 'assets/b-480.png', width: 480 }],
      },
      caption: { text: 'الميناء' },
      credit: 'أحمد سالم',
      isFirst: true,
    },
    '<figure data-figure><img src="../assets/a.png" srcset="../assets/b-480.png 480w, ../assets/a.png 900w" sizes="(max-width: 39rem) 100vw, 37rem" width="900" height="600" alt="" decoding="async"><figcaption>الميناء <span class="credit">تصوير: أحمد سالم</span></figcaption></figure>',
  ],
  [
    'a note',
    { kind: 'note', blocks: [{ kind: 'paragraph', text: 'للتحرير' }] },
    '<aside data-note>\n<p>للتحرير</p>\n</aside>',
  ],
  [
    'a note that the text refers to twice',
    {
      ...{ kind: 'note', id: 'note_1', number: '١', from: ['ref_1', 'ref_1_2'] },
      blocks: [{ kind: 'paragraph', text: 'المصدر: الميناء' }],
    },
    '<aside data-note id="note_1">\n<span class="note-number">[١]</span>\n<p>المصدر: الميناء</p>\n<p class="note-back"> <a href="#ref_1" aria-label="عودة إلى موضع الحاشية ١">↩</a> <a href="#ref_1_2" aria-label="عودة إلى موضع الحاشية ١">↩</a></p>\n</aside>',
  ],
  ['code', { kind: 'code', text: 'a < b\n' }, '<pre><code>a &#x3C; b\n</code></pre>'],
  ['a page break', { kind: 'page-break', page: '12' }, '<a data-page="12" id="page-12"></a>'],
  ['a separator', { kind: 'separator' }, '<hr>'],
  ['signs alone', { kind: 'separator', signs: '…<' }, '<hr data-signs="…&lt;">'],
])('%s', (_, block, printed) => {
  expect(printBlocks([block])).toBe(printed);
});

test('blocks are separated by a line break', () => {
  expect(printBlocks([])).toBe('');
  expect(printBlocks([{ kind: 'separator' }, { kind: 'separator' }])).toBe('<hr>\n<hr>');
});

test('a printer of one kind is used inside other blocks too, and the other printers stay', () => {
  const line: Block = { kind: 'paragraph', text: 'قفا' };
  const printed = printBlocks(
    [line, { kind: 'quotation', blocks: [line, { kind: 'separator' }] }],
    {
      paragraph: (block) => html`<p class="mine">${inline(block)}</p>`,
      quotation: (block, _, print) => html`<q>${print(block.blocks)}</q>`,
    },
  );
  expect(printed).toBe('<p class="mine">قفا</p>\n<q><p class="mine">قفا</p>\n<hr></q>');
});
