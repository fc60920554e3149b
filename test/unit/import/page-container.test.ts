import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { pageArticle } from '../../../src/import/page-article.ts';
import { textBelow } from '../../../src/sources/html/tree.ts';

const paragraphs = [
  'وصلت إلى ميناء الصيادين فجر أمس خمس سفن محملة بالملح، بعد أن حبستها الريح أسبوعين وراء الجزيرة.',
  'وقال شيخ البحارة إن الموسم لم يضع، وإن الأسواق تنتظر الملح من أول الخريف كما انتظرته في كل عام.',
  'وتعود السفن إلى عرض البحر بعد ثلاثة أيام، ما لم تتبدل الريح، وقد حمل أصحابها إليها الماء والتمر.',
];
const body = paragraphs.map((one) => `<p>${one}</p>`).join('');
const notice =
  'نستعين بملفات تعريف الارتباط لنعرف ما تقرأ ونعرض لك ما يناسبك من الإعلانات، فإذا تابعت التصفح فأنت موافق على ذلك، ولك أن تغير رأيك في أي وقت من صفحة الخصوصية أسفل الموقع.';
const page = (inside: string, head = '') =>
  `<!DOCTYPE html><html><head><title>سفن الملح</title>${head}</head><body>${inside}</body></html>`;
const read = (html: string) => pageArticle(html, { file: 'a.html', name: 'a.html' });
const squeezed = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

describe('a notice is never the article, nor a part of it', () => {
  const shells: readonly (readonly [what: string, html: string])[] = [
    [
      'behind a hidden main',
      page(
        `<main aria-hidden="true"><article><h1>سفن الملح</h1>${body}</article></main><div role="dialog"><p>${notice}</p></div>`,
      ),
    ],
    [
      'in a wrapper called menu',
      page(
        `<div class="side-menu-wrapper"><article>${body}</article></div><div id="CybotCookiebotDialog"><p>${notice}${notice}</p></div>`,
      ),
    ],
    [
      'before the article',
      page(
        `<section class="privacy-bar"><p>${notice}</p></section><div class="story-body">${body}</div>`,
      ),
    ],
    [
      'with no telling name',
      page(
        `<div class="x7"><h1>سفن الملح</h1>${body}</div><div class="x9"><p>${notice}</p><button>موافق</button></div>`,
      ),
    ],
    [
      'within the article',
      page(
        `<article><h1>سفن الملح</h1>${body}<div class="gdpr-box"><p>${notice}</p></div></article>`,
      ),
    ],
    [
      'on a page that is not shown until one agrees',
      page(
        `<div style="display:none"><div itemprop="articleBody">${body}</div></div><div class="cmp-root">${notice}</div>`,
      ),
    ],
  ];
  test.each(shells)('%s', async (_, html) => {
    const { article } = await read(html);
    expect(article?.body).toBe(`${paragraphs.join('\n\n')}\n`);
    expect(article?.metadata.title).toBe('سفن الملح');
  });

  test('and a page that holds nothing else is named', async () => {
    for (const html of [
      page(`<div class="consent-layer"><p>${notice}</p><p>${notice}</p></div>`),
      page(`<div><p>${notice}</p></div>`),
      page(`<div class="cookie-page-wrapper"><p>${notice}</p><p>${notice}</p></div>`),
      page(
        `<dialog open><p>${paragraphs[0]}</p><p>${paragraphs[1]}</p><p>${paragraphs[2]}</p></dialog>`,
      ),
    ]) {
      const { article, excluded, diagnostics } = await read(html);
      expect([article, excluded]).toEqual([undefined, 'other']);
      expect(diagnostics).toMatchObject([{ rule: 'import-no-main-text', file: 'a.html' }]);
    }
  });
});

describe('all of the container is kept', () => {
  const extra = 'وكانت سفينة سادسة قد عادت من نصف الطريق لكسر في صاريها.';
  const parts: readonly (readonly [what: string, html: string])[] = [
    ['closed tabs', `${body}<div class="tab-pane" hidden><p>${extra}</p></div>`],
    ['panels that are not displayed', `${body}<div style="display:none"><p>${extra}</p></div>`],
    ['details', `${body}<details><summary>السفينة السادسة</summary><p>${extra}</p></details>`],
    [
      'an accordion',
      `${body}<button aria-expanded="false">السفينة السادسة</button><div aria-hidden="true"><p>${extra}</p></div>`,
    ],
    [
      'a lead of links',
      `<p><a href="/a">${extra.slice(0, 30)}</a><a href="/b">${extra.slice(30)}</a></p>${body}`,
    ],
    ['a list', `${body}<ul><li>${extra}</li><li><a href="/b">مصدر الخبر</a></li></ul>`],
    ['a note', `${body}<aside><p>${extra}</p></aside>`],
    ['text without paragraphs', `${body}${extra}<br><br>`],
    ['a form around all', `<form action="a.aspx">${body}<p>${extra}</p></form>`],
  ];
  test.each(parts)('%s', async (_, inside) => {
    const { article, diagnostics } = await read(
      page(`<article class="post"><h1>سفن الملح</h1>${inside}</article>`),
    );
    for (const one of paragraphs) expect(article?.body).toContain(one);
    expect(squeezed(article?.body.replace(/\(http[^)]*\)/g, '') ?? '')).toContain(squeezed(extra));
    expect(diagnostics).toEqual([]);
  });

  test('also outside its marked text: a lead, a picture; lines of metadata are left out and told', async () => {
    const { article, diagnostics } = await read(
      page(
        `<article><header><h1>سفن الملح</h1><p class="byline">كتبت: هند الراوي</p></header><div class="standfirst">${extra}</div><figure><img src="m.jpg" alt="الميناء"><figcaption>الميناء فجرًا</figcaption></figure><div itemprop="articleBody">${body}</div></article>`,
      ),
    );
    expect(article?.body.startsWith(`${extra}\n\n![الميناء](m.jpg "الميناء فجرًا")\n\nوصلت`)).toBe(
      true,
    );
    expect(diagnostics).toMatchObject([
      {
        rule: 'import-left-out',
        values: { letters: 14, kinds: 'details', text: 'كتبت: هند الراوي' },
      },
    ]);
  });
});

test('what stands between paragraphs is left out, counted and told', async () => {
  const inside = `<div class="social-share"><a href="#">شارك</a></div>${body.replace('</p>', '</p><div class="related-posts"><h3>من الأخبار</h3><a href="/1">سوق التمر</a></div>')}<form class="mc4wp-form"><p>اشترك في النشرة</p></form><h4>اقرأ أيضا</h4><ul><li><a href="/2">قافلة الشتاء</a></li></ul>`;
  const { article, diagnostics } = await read(page(`<div class="entry-content">${inside}</div>`));
  expect(article?.body).toBe(`${paragraphs.join('\n\n')}\n`);
  const left = ['شارك', 'من الأخبار', 'سوق التمر', 'اشترك في النشرة', 'اقرأ أيضا', 'قافلة الشتاء'];
  const letters = left.join('').replace(/\s/g, '').length;
  expect(diagnostics).toMatchObject([
    { rule: 'import-left-out', values: { letters, kinds: 'newsletter related share' } },
  ]);
});

test('every letter of a container is published or counted as left out', async () => {
  const pieces = [
    body,
    '<div class="share-bar">شارك المقال</div>',
    '<section><h2>عودة الريح</h2><div><div>سطر في صندوق</div><span>وآخر</span></div></section>',
    '<blockquote>قول مأثور</blockquote>',
    '<table><tr><th>سفينة</th><th>حمل</th></tr><tr><td>الأولى</td><td>مئة</td></tr></table>',
    '<div class="author-box">عن الكاتب</div>',
    '<nav><a href="/">الأولى</a></nav>',
    '<div class="comments">تعليق قارئ</div>',
    '<dl><dt>الملح</dt><dd>من البحر</dd></dl>',
    '<pre>بيت أول\nبيت ثان</pre>',
    '<ol><li>بند<ul><li>فرع</li></ul></li></ol>',
  ];
  for (let seed = 1; seed <= 40; seed += 1) {
    const chosen = pieces.filter((_, i) => i === 0 || ((seed * 2654435761) >>> (i * 2)) % 2 === 0);
    const html = page(`<main><article>${chosen.join('')}</article></main>`);
    const { article, diagnostics } = await read(html);
    const whole = squeezed(textBelow(parse(`<body>${chosen.join('')}`).childNodes)).length;
    const left = diagnostics.reduce(
      (sum, { rule, values }) =>
        sum + (rule === 'import-left-out' ? Number('letters' in values && values.letters) : 0),
      0,
    );
    const published = squeezed(article?.body.replace(/\d+\. |\(http[^)]*\)/g, '') ?? '').length;
    expect(published + left, html).toBe(whole);
  }
});

describe('the page chooses the container', () => {
  const teasers = [1, 2, 3, 4]
    .map(
      (i) =>
        `<article><h2><a href="/${i}">خبر رقم ${i} من أخبار هذا اليوم</a></h2><p>${paragraphs[0]}</p></article>`,
    )
    .join('');

  test('a front page of several articles is a list', async () => {
    const { article, excluded } = await read(page(`<main>${teasers}</main>`));
    expect([article, excluded]).toEqual([undefined, 'other']);
  });

  test('the article with the headline is taken, not the teasers beside it', async () => {
    const { article } = await read(
      page(`<main><article><h1>سفن الملح</h1>${body}</article>${teasers}</main>`),
    );
    expect(article?.body).toBe(`${paragraphs.join('\n\n')}\n`);
  });

  test('where the container holds only the beginning, all is taken', async () => {
    const more = `${body.replaceAll('الملح', 'التمر')}${body.replaceAll('الملح', 'الخشب')}`;
    const { article } = await read(
      page(
        `<div class="p"><article><h1>سفن الملح</h1><p>${paragraphs[0]}</p></article><div class="t"><p>${paragraphs[0]}</p>${body}${more}</div></div>`,
      ),
    );
    expect(article?.body).toContain('الخشب');
  });

  test('a page that scripts fill gives the text of its JSON-LD', async () => {
    const json = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'سفن الملح',
      articleBody: paragraphs.join('\n'),
    });
    const { article } = await read(
      page('<div id="app"></div>', `<script type="application/ld+json">${json}</script>`),
    );
    expect(article?.body).toBe(`${paragraphs.join('\n\n')}\n`);
  });
});
