import { expect, test } from 'vitest';
import { defineConfig } from '../../../src/config/define.ts';
import { siteMessages } from '../../../src/i18n/site-messages.ts';
import type { Chart, ChartBar } from '../../../src/model/chart.ts';
import type { Config } from '../../../src/model/config.ts';
import type { Entry, Listing } from '../../../src/model/page.ts';
import { calendarDate } from '../../../src/pages/calendar.ts';
import { listingKindOf, overviewKinds, type Page } from '../../../src/pages/kinds.ts';
import type { Collection } from '../../../src/pages/page-kind.ts';
import { renderPage, siteFor } from '../../../src/pages/render-page.ts';
import { builtInTemplates } from '../../../src/pages/templates.ts';
import {
  type Sample,
  sampleContext,
  sampleEntry,
  sampleTerm,
} from '../../support/sample-archive.ts';

function html(page: Page, settings: Partial<Config> = {}): string {
  const site = siteFor(defineConfig(settings), { styles: [], preloads: [] });
  return renderPage(page, builtInTemplates, site(page));
}

function overview(outputPath: string, sample: Sample): string {
  const pages = overviewKinds.flatMap((kind): Page[] => [...kind.pages(sampleContext(sample))]);
  const page = pages.find((found) => found.outputPath === outputPath);
  return page === undefined ? '' : html(page);
}

const text = (source: string): string => source.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

const bar = (place: number, year: number, articles: number): ChartBar => ({
  ...{ place, date: { year }, articles, outputPath: `subjects/x/${place + 1}.html` },
});

const chart = (bars: readonly ChartBar[], unit: Chart['unit'] = 'year'): Chart => ({
  ...{ unit, bars, most: Math.max(...bars.map(({ articles }) => articles)) },
  places: (bars.at(-1)?.place ?? 0) + 1,
  first: bars[0]?.date ?? {},
  last: bars.at(-1)?.date ?? {},
});

/** The page of a subject with a chart. */
function subject(
  wide: Chart,
  narrow: Chart | undefined,
  settings: Partial<Config> = {},
  entries: readonly Entry[] = [],
): string {
  const collection: Collection = { of: 'term', term: 'subject', slug: 'x', name: 'السدود' };
  const kind = listingKindOf(collection);
  const listing: Listing = {
    ...{ entries, number: 1, extent: { articles: 9 }, newer: undefined, older: undefined },
    charts: { wide, narrow },
  };
  const config = defineConfig(settings);
  const site = { config, messages: siteMessages(config) };
  return html(kind.page(collection, 'subjects/x.html', listing, site), settings);
}

/** Place, width and height of the bars of a drawing. */
const bars = (source: string): readonly (readonly string[])[] =>
  [
    ...source.matchAll(/<rect x="([\d.]+)%" width="([\d.]+)%" y="[\d.]+" height="([\d.]+)"\/>/g),
  ].map((found) => found.slice(1));

test('a chart has a linked bar of true height for each year with articles, and the site’s digits', () => {
  const years = Array.from({ length: 14 }, (_, i) => bar(i, 2001 + i, i === 3 ? 40 : 10));
  const source = subject(chart(years.filter(({ place }) => place !== 5)), undefined);
  const figure = /<figure class="chart".*?<\/figure>/s.exec(source)?.[0] ?? '';
  const heights = bars(figure).map(([, , height]) => Number(height));
  expect(heights).toHaveLength(13);
  expect(heights.filter((height) => height === 96)).toHaveLength(1);
  expect(new Set(heights)).toEqual(new Set([24, 96]));
  expect(figure).toContain('<a href="x/4.html"><title>٢٠٠٤: ٤٠ مقالًا</title>');
  expect(text(figure)).toContain('المقالات بحسب السنوات أكثرها: ٢٠٠٤ (٤٠ مقالًا)');
  expect(figure).not.toContain('style=');
  // The same numbers as a list, for touch and for those who do not see the drawing.
  expect(figure.match(/<li><a href="x\/\d+\.html">/g)).toHaveLength(13);
});

test('a bar leads to the first article of its year on the page of the list', () => {
  const years = [2003, 2003, 2001, undefined];
  const entries = years.map((year, i) => ({
    ...sampleEntry(i),
    date: year === undefined ? undefined : calendarDate({ year }),
  }));
  const wide = chart([
    { ...bar(0, 2001, 1), year: 2001 },
    { ...bar(2, 2003, 2), year: 2003 },
  ]);
  const source = subject(wide, undefined, {}, entries);
  expect(source).toContain('<a href="x/3.html#y2003"><title>');
  expect(source.match(/<p class="entry-facts"(?: id="y\d+")?>/g)).toEqual([
    ...['<p class="entry-facts" id="y2003">', '<p class="entry-facts">'],
    ...['<p class="entry-facts" id="y2001">', '<p class="entry-facts">'],
  ]);
});

test('time runs from right to left in Arabic and from left to right in English', () => {
  const wide = chart([bar(0, 1991, 1), bar(19, 2010, 2)]);
  const left = (source: string): readonly number[] => bars(source).map(([x]) => Number(x));
  const [first = 0, last = 0] = left(subject(wide, undefined));
  expect(first).toBeGreaterThan(last);
  const [start = 0, end = 0] = left(subject(wide, undefined, { language: 'en' }));
  expect(start).toBeLessThan(end);
  expect(end).toBeLessThan(100);
});

test('a chart of many years has decades for narrow screens and a link past it', () => {
  const wide = chart(Array.from({ length: 60 }, (_, i) => bar(i, 1950 + i, 1)));
  const narrow = chart([bar(0, 1950, 10), bar(1, 1960, 10)], 'decade');
  const source = subject(wide, narrow, { language: 'en' });
  expect(source).toContain('<a class="skip" href="#after-chart">Skip the chart</a>');
  expect(source.match(/<svg class="chart-(?:wide|narrow)"/g)).toHaveLength(2);
  expect(source).toContain('<title>1960–1969: 10 articles</title>');
  const even = subject(chart([bar(0, 2001, 1), bar(2, 2003, 1)]), undefined);
  expect(even).not.toContain('skip" href="#a');
  // No year has more than the others.
  expect(even).not.toContain('أكثرها');
});

test('tints of days and a legend say how many articles there are; a single year is no box', () => {
  const dates = [
    [2015, 7, 21, 1461],
    [2015, 7, 20, 1],
    [2015, 7, 22, 60],
  ] as const;
  const month = overview('dates/2015/07/index.html', { dates });
  expect([...month.matchAll(/<td data-heat="(\d)">/g)].map(([, heat]) => heat)).toEqual([
    '1',
    '5',
    '3',
  ]);
  expect(text(month)).toContain('عدد المقالات: ١–٣ ٤–١٩ ٢٠–٧٩ ٨٠–٢٩٩ ٣٠٠ فأكثر');
  const index = overview('dates/index.html', { dates });
  expect(index).toContain('<p class="lone-part"><a href="2015/index.html"><b>٢٠١٥</b>');
  expect(index).toContain('<ol class="heat heat-months">');
});

test('titles under a month name source and page, and the day says how many more there are', () => {
  const dates = [[2015, 7, 21, 90]] as const;
  const month = overview('dates/2015/07/index.html', { dates });
  expect(month.match(/<li data-entry="/g)).toHaveLength(40);
  expect(month).toContain(
    '<h2><a href="21.html">٢١ يوليو ٢٠١٥</a> <span class="count">٩٠ مقالًا</span></h2>',
  );
  expect(month).toContain('<a href="21.html">عرض الكل (٩٠ مقالًا)</a>');
});

test('days through the years list titles with their years, and links where the years are many', () => {
  const years = Array.from({ length: 12 }, (_, i): [number, number, number, number] => [
    ...([2012 - i, 12, 12, 2] as const),
  ]);
  const page = overview('dates/through-years/12.html', { dates: years });
  expect(page.match(/<li data-entry="/g)).toHaveLength(8);
  expect(text(page)).toContain('٢٠٠١ مقال 0 (مقالان)');
  expect(text(page)).toMatch(/وفي سنوات أخرى: (?:٢٠\d\d|[٠-٩]+ ){4}/);
});

test('an index has its letters, on the pages where they begin, and the other order', () => {
  const names = ['أحمد', 'آدم', 'بدر', 'تميم', 'Omar', '1967'];
  const terms = names.map((name, i) => sampleTerm({ slug: `s${i}`, name, articles: i + 1 }));
  const index = overview('sources/index.html', { terms });
  expect(
    /<nav class="letters".*/
      .exec(index)?.[0]
      .match(/>[^<]+</g)
      ?.filter((part) => part !== '> <'),
  ).toEqual([...['>٠–٩<', '>ا<', '>ب<', '>ت<', '>O<']]);
  expect(index).toContain('href="index.html#%D8%A7"');
  expect(index).toContain('<h2 id="ا">ا</h2>');
  expect(index).toContain('<a href="index/by-count.html">');
  const byCount = overview('sources/index/by-count.html', { terms });
  expect([...byCount.matchAll(/href="\.\.\/s(\d)\.html"/g)].map(([, n]) => n).join('')).toBe(
    '543210',
  );
  expect(overview('sources/index.html', { terms: terms.slice(0, 1) })).not.toMatch(
    /letters|orders/,
  );
});

test('an index of dates without dates says what to do', () => {
  const page = overview('dates/index.html', { dates: [[0, 0, 0, 3]] });
  expect(text(page)).toContain('ليس لأي مقال في هذا الأرشيف تاريخ معروف');
  expect(page).toContain('href="../all/index.html"');
});
