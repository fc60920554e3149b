import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { feedArticles } from '../../../src/import/feed-items.ts';
import type { ImportResult } from '../../../src/import/imported-article.ts';
import { fixture } from '../../support/paths.ts';

/** The items of a feed, read in chunks of a size. */
function read(text: string, size = text.length): readonly ImportResult[] {
  const reader = feedArticles('feed.xml');
  const results: ImportResult[] = [];
  for (let at = 0; at < text.length; at += size) {
    results.push(...reader.push(text.slice(at, at + size)));
  }
  return [...results, ...reader.end()];
}

const rss = (items: string): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>الواحة</title>${items}</channel></rss>`;
const articles = (text: string) => read(text).flatMap(({ article }) => article ?? []);
const rules = (text: string) =>
  read(text).flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));

test('the items do not depend on chunk sizes', () => {
  const text = rss(
    '<item><title>أ</title><link>https://w.example/1</link><description><![CDATA[<p>نص]]]]><![CDATA[></p>]]></description></item>'.repeat(
      3,
    ),
  );
  const expected = read(text);
  for (const size of [1, 7, 64]) expect(read(text, size)).toEqual(expected);
  expect(expected[0]?.article?.body).toBe('نص]]>\n');
});

describe('XML that is not well-formed', () => {
  test('is read as far as possible and reported', () => {
    const text = rss(
      '<item><title>بيع & شراء</title><link>https://w.example/?a=1&b=2</link><description>نص&nbsp;أول <b>غامق</description></item><item><title>ب</title><description>سليم</description></item>',
    );
    expect(articles(text).map(({ metadata }) => metadata.title)).toEqual(['بيع & شراء', 'ب']);
    expect(rules(text)).toEqual(['import-malformed']);
  });

  test('has control characters replaced by spaces and lost letters reported', () => {
    const text = rss('<item><title>أ</title><description>نص\u0003أول \ufffd</description></item>');
    expect(articles(text)[0]?.body).toBe('نص أول \ufffd\n');
    expect(rules(text)).toEqual(['import-replaced', 'import-controls']);
  });

  test('leaves an item whose text never ends, before memory is exhausted, and reads the next', () => {
    const reader = feedArticles('feed.xml');
    const results = [...reader.push('<rss><channel><item><title><![CDATA[')];
    const size = 'ا'.repeat(1 << 20);
    for (let i = 0; i < 66; i += 1) results.push(...reader.push(size));
    const next = '\n<item><title>ب</title><description>سليم</description></item>';
    results.push(...reader.push(`]]></title></item>${next}</channel></rss>`));
    results.push(...reader.end());
    expect(results.flatMap(({ diagnostics }) => diagnostics)).toMatchObject([
      { rule: 'import-item-too-large', line: 1 },
    ]);
    const imported = results.filter(({ article }) => article !== undefined);
    expect(imported).toMatchObject([{ line: 2, article: { metadata: { title: 'ب' } } }]);
  });

  test('may have a document type without declarations, which is never fetched', () => {
    const doctype =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd">';
    expect(
      articles(doctype + rss('<item><title>أ</title><description>نص</description></item>')),
    ).toHaveLength(1);
  });
});

test('elements and authors named like members of Object.prototype are ordinary names', () => {
  const text = rss(
    '<item><__proto__>x</__proto__><constructor>y</constructor><author>__proto__</author><title>أ</title><description>نص</description></item>',
  );
  expect(articles(text)[0]?.metadata).toEqual({
    title: 'أ',
    authors: ['__proto__'],
    source: 'الواحة',
  });
});

test('a summary that is the beginning of the text is dropped', () => {
  const item = (short: string) =>
    `<item><title>أ</title><description>${short}</description><content:encoded>وصل الوفد صباح اليوم إلى العاصمة.</content:encoded></item>`;
  expect(articles(rss(item('وصل الوفد صباح […]')))[0]?.metadata.standfirst).toBeUndefined();
  expect(articles(rss(item('زيارة تدوم يومين')))[0]?.metadata.standfirst).toBe('زيارة تدوم يومين');
});

test('the dates of a feed are read in every form, and a Hijri date is kept as written', () => {
  const text = readFileSync(
    fixture('cases', '12-hijri-year-taken-as-gregorian', 'feed-dates.xml'),
    'utf8',
  );
  const dates = articles(text).map(({ metadata: { date, hijri } }) => date ?? hijri);
  expect(dates).toEqual([
    ...['2018-09-18', '2022-10-07', '2019-08-15', '2018-09-18', '2018-09-18', '2018-09-18'],
    ...['2018-09-18', '2018-09-18', '2018-09-18', '2018-09-18', '2018-09-18', '2018-09-18'],
    ...['8 محرم 1440', '1440-01-08', '2018-09-18'],
  ]);
  expect(rules(text)).toEqual([]);
});
