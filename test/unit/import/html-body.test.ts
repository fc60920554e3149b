import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/article/markdown/parse-markdown.ts';
import type { HtmlOptions } from '../../../src/html/safe-text.ts';
import { htmlBody, htmlLine } from '../../../src/import/html-body.ts';
import { withoutShortcodes } from '../../../src/import/shortcodes.ts';

const read = (html: string, lineEnds: HtmlOptions['lineEnds'] = 'space') => {
  const {
    isReduced,
    embedded: _,
    ...body
  } = htmlBody(html, { base: 'https://w.example/a/b', lineEnds });
  expect(isReduced).toBe(false);
  return body;
};

describe('marked structure is kept', () => {
  const cases: readonly (readonly [what: string, html: string, body: string])[] = [
    ['headings', '<h1>أول</h1><p>نص</p><h4>ثان<br>له</h4>', '## أول\n\nنص\n\n#### ثان له\n'],
    ['lists', '<ol start="3"><li>أ</li><li>ب</li></ol>', '3. أ\n4. ب\n'],
    ['lists within lists', '<ul><li>أ<ul><li>ب</li></ul></li></ul>', '- أ\n\n  - ب\n'],
    ['quotations', '<blockquote><p>قول</p><p>آخر</p></blockquote>', '> قول\n>\n> آخر\n'],
    ['emphasis', '<p>قال <b> نعم </b>و<i>لا</i></p>', 'قال **نعم** و*لا*\n'],
    ['emphasis around signs', '<p><b>«نص»</b>وبعده</p>', '«**نص**»وبعده\n'],
    ['links', '<p><a href="../c?d=1">رابط</a></p>', '[رابط](https://w.example/c?d=1)\n'],
    ['a table of one row', '<table><tr><td>أ<td>ب</table><b>ج</b>', 'أ\n\nب\n\n**ج**\n'],
    [
      'tables, with their caption before them',
      '<table><caption>أسعار</caption><tr><th>صنف<th align="center">سعر<tr><td><p>خبز</p><td>3 | 4</table>',
      'أسعار\n\n| صنف | سعر |\n| - | :-: |\n| خبز | 3 \\| 4 |\n',
    ],
    [
      'tables without a head, with cells that span others',
      '<table><tr><td colspan="2">أ<br>ب<tr><td>ج<td>د</table>',
      '| | |\n| - | - |\n| أ ب | |\n| ج | د |\n',
    ],
    ['marks around blocks', '<b><p>أ</p><ul><li>ب</li></ul></b>', '**أ**\n\n- **ب**\n'],
    ['lines of verse', '<p><b>أ<br>ب</b></p><p>ج<s>د</s></p>', '**أ**\\\n**ب**\n\nج~~د~~\n'],
    [
      'films and frames as links',
      '<p>نص<iframe src="//v.example/1" title="فيلم"></iframe></p><video><source src="/a.mp4"></video>',
      'نص\n\n[فيلم](https://v.example/1)\n\n<https://w.example/a.mp4>\n',
    ],
    [
      'images that are loaded late, and emoji as letters',
      '<img src="data:image/gif;base64,R" data-src="م.jpg" alt="السد"><img class="emoji" alt="🌹" src="e.png"><img width="1" src="c.gif">',
      '![السد](م.jpg)🌹\n',
    ],
    [
      'a page laid out by a table',
      '<table><tr><td><p>أ</p><h2>ب</h2></td><td>ج</td></tr></table>',
      'أ\n\n## ب\n\nج\n',
    ],
    [
      'captions',
      '<figure><img src="a"><figcaption><i>صورة</i></figcaption></figure>',
      '![](a "صورة")\n',
    ],
    [
      'captions with links, which a title cannot hold',
      '<figure><img src="a"><figcaption>من <a href="https://example.org/">الأرشيف</a></figcaption></figure>',
      '![](a)\n\nمن [الأرشيف](https://example.org/)\n',
    ],
    [
      'captions of WordPress',
      '<div class="wp-caption alignleft"><a href="b.jpg"><img src="a.jpg" alt="ميناء"></a><p class="wp-caption-text">الميناء</p></div>',
      '![ميناء](a.jpg "الميناء")\n',
    ],
    [
      'a figure without a picture',
      '<figure><blockquote>قول</blockquote><figcaption>قائله</figcaption></figure>',
      '> قول\n\nقائله\n',
    ],
  ];
  test.each(cases)('%s', (_, html, body) => {
    expect(read(html)).toEqual({ body, format: 'markdown' });
  });
});

describe('paragraphs without marks become plain text', () => {
  test('from elements, double line breaks, and blank lines of programs that use them', () => {
    const plain = { body: 'أول\n\nثان\nثالث\n', format: 'text' };
    expect(read('<p>أول</p>\n<div>ثان<br>ثالث</div>')).toEqual(plain);
    expect(read('أول<br>\n<br>ثان<br />ثالث')).toEqual(plain);
    expect(read('أول\n\nثان\nثالث', 'lines')).toEqual(plain);
    expect(read('أول\n \n&nbsp;\nثان\nثالث', 'paragraphs').body).toBe('أول\n\nثان ثالث\n');
  });

  test('without scripts, styles and controls', () => {
    const html =
      '<script>x()</script><style>p{}</style><p onclick="x()">نص</p><iframe src="about:blank">إطار</iframe><!-- تعليق --><noscript>بلا</noscript>';
    expect(read(html)).toEqual({ body: 'نص\n', format: 'text' });
    expect(read('<p> &nbsp; </p><div> </div>').body).toBe('');
  });

  test('a link that cannot be followed becomes its text', () => {
    const html = '<a href="javascript:x()">أ</a> <a href="#n">ب</a> <a href="data:,x">ج</a>';
    expect(read(html)).toEqual({ body: 'أ ب ج\n', format: 'text' });
  });

  test('Markdown over the size limit of builds becomes plain text', () => {
    const { format, body } = read(`<h2>عنوان</h2>${'<p>فقرة <b>طويلة</b></p>'.repeat(25_000)}`);
    expect(format).toBe('text');
    expect(body.startsWith('عنوان\n\nفقرة طويلة\n\n')).toBe(true);
  });
});

test('no words are lost or added in the conversion to Markdown', () => {
  const words = fc.stringMatching(/^[ابتثجـ *_#[\]`\\<>&!.()\d+«»:|~-]{1,12}$/);
  const inline = fc.tuple(fc.constantFrom('b', 'i', 'span', 'a'), words).map(([tag, text]) => {
    const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return { html: `<${tag} href="https://w.example/">${safe}</${tag}>`, text };
  });
  const paragraph = fc.array(inline, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), (paragraphs) => {
      const html = paragraphs.map((one) => `<p>${one.map(({ html: h }) => h).join('')}</p>`);
      const { body, format } = read(`${html.join('')}<h2>ختام</h2>`);
      expect(format).toBe('markdown');
      const bare = (text: string): string => text.replace(/\s+/g, '');
      const expected = paragraphs
        .flat()
        .map(({ text }) => text)
        .join('');
      const parsed = parseMarkdown(body);
      expect(bare(textOf(parsed?.root))).toBe(bare(`${expected}ختام`));
    }),
    { numRuns: 200 },
  );
});

describe('hostile HTML', () => {
  test.each(['<div>', '<b><i>', '<ul><li>', '<blockquote>', '<table><tr><td>', '<a href=x>'])(
    'a hundred thousand nested %s are read in linear time, with their text',
    (tag) => {
      const started = performance.now();
      const options = { base: undefined, lineEnds: 'space' } as const;
      const { body, isReduced } = htmlBody(`${tag.repeat(100_000)}نص`, options);
      expect([body, isReduced]).toEqual(['نص\n', true]);
      expect(performance.now() - started).toBeLessThan(5000);
    },
  );

  test('unclosed shortcodes are removed in linear time', () => {
    const started = performance.now();
    withoutShortcodes('[audio][video x="1"'.repeat(50_000));
    withoutShortcodes('[audio]'.repeat(50_000) + '[/audio]'.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

test('titles are reduced to their text', () => {
  expect(htmlLine('أخبار &amp; <b>آراء</b> &#8211; \n أ < ب')).toBe('أخبار & آراء – أ < ب');
});

test('shortcodes are removed; their text and other brackets stay', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['[caption id="a" width="3"]تعليق[/caption]', 'تعليق'],
    ['[su_quote]قول[/su_quote] [1] [sic] [المصدر]', 'قول [1] [sic] [المصدر]'],
    ['[gallery]نص[video]https://v.example/1[/video]', 'نص'],
    ['[contact-form-7 id="1" title="مراسلة"]نص[vc_row/]', 'نص'],
  ];
  for (const [content, text] of cases) expect(withoutShortcodes(content).trim()).toBe(text);
});
