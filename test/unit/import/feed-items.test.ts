import { describe, expect, test } from 'vitest';
import { feedArticles } from '../../../src/import/feed-items.ts';
import type { ImportResult } from '../../../src/import/imported-article.ts';

/** What a feed holds, read in pieces of a size. */
function read(text: string, piece = text.length): readonly ImportResult[] {
  const reader = feedArticles('feed.xml');
  const found: ImportResult[] = [];
  for (let at = 0; at < text.length; at += piece) {
    found.push(...reader.push(text.slice(at, at + piece)));
  }
  return [...found, ...reader.end()];
}

const rss = (items: string): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>الواحة</title>${items}</channel></rss>`;
const articles = (text: string) => read(text).flatMap(({ article }) => article ?? []);
const rules = (text: string) =>
  read(text).flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));

test('what comes does not depend on how the file is cut into pieces', () => {
  const text = rss(
    '<item><title>أ</title><link>https://w.example/1</link><description><![CDATA[<p>نص]]]]><![CDATA[></p>]]></description></item>'.repeat(
      3,
    ),
  );
  const whole = read(text);
  for (const piece of [1, 7, 64]) expect(read(text, piece)).toEqual(whole);
  expect(whole[0]?.article?.body).toBe('نص]]>\n');
});

describe('what is no sound XML', () => {
  test('is read as well as can be, and told where words may be wrong', () => {
    const text = rss(
      '<item><title>بيع & شراء</title><link>https://w.example/?a=1&b=2</link><description>نص&nbsp;أول <b>غامق</description></item><item><title>ب</title><description>سليم</description></item>',
    );
    expect(articles(text).map(({ metadata }) => metadata.title)).toEqual(['بيع & شراء', 'ب']);
    expect(rules(text)).toEqual(['import-malformed']);
  });

  test('control characters become spaces, and a lost letter is told', () => {
    const text = rss('<item><title>أ</title><description>نص\u0003أول \ufffd</description></item>');
    expect(articles(text)[0]?.body).toBe('نص أول \ufffd\n');
    expect(rules(text)).toEqual(['import-replaced', 'import-controls']);
  });

  test('text that never ends is given up before memory is', () => {
    const reader = feedArticles('feed.xml');
    const found = [...reader.push('<rss><channel><item><title><![CDATA[')];
    const piece = 'ا'.repeat(1 << 20);
    for (let i = 0; i < 66; i += 1) found.push(...reader.push(piece));
    found.push(...reader.end());
    expect(found.flatMap(({ diagnostics }) => diagnostics)).toMatchObject([
      { rule: 'import-abandoned' },
    ]);
  });

  test('a document type without declarations is old, not hostile, and is never fetched', () => {
    const doctype =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd">';
    expect(
      articles(doctype + rss('<item><title>أ</title><description>نص</description></item>')),
    ).toHaveLength(1);
  });
});

test('names of elements and people that JavaScript knows are nothing special', () => {
  const text = rss(
    '<item><__proto__>x</__proto__><constructor>y</constructor><author>__proto__</author><title>أ</title><description>نص</description></item>',
  );
  expect(articles(text)[0]?.metadata).toEqual({
    title: 'أ',
    authors: ['__proto__'],
    source: 'الواحة',
  });
});

test('a summary that only begins the text is none', () => {
  const item = (short: string) =>
    `<item><title>أ</title><description>${short}</description><content:encoded>وصل الوفد صباح اليوم إلى العاصمة.</content:encoded></item>`;
  expect(articles(rss(item('وصل الوفد صباح […]')))[0]?.metadata.standfirst).toBeUndefined();
  expect(articles(rss(item('زيارة تدوم يومين')))[0]?.metadata.standfirst).toBe('زيارة تدوم يومين');
});
