import { expect, test } from 'vitest';
import { defineConfig } from '../../../src/config/define.ts';
import type { Entry } from '../../../src/model/page.ts';
import { calendarDate } from '../../../src/pages/calendar.ts';
import { listingKindOf } from '../../../src/pages/kinds.ts';
import type { Collection } from '../../../src/pages/page-kind.ts';
import { renderPage, siteFor } from '../../../src/pages/render-page.ts';
import { builtInTemplates } from '../../../src/pages/templates.ts';
import { titleGroups } from '../../../templates/partials/title-groups.ts';
import { sampleContext, sampleEntry } from '../../support/sample-archive.ts';

const day = { year: 2015, month: 7, day: 21 };
const certain = calendarDate(day);
const doubtful = certain && { ...certain, edtf: '2015-07-21?', uncertain: true };

/** Articles of a day: one of the source «البيدر», one without a source, one of which the day is in doubt. */
const entries: readonly Entry[] = [
  { ...sampleEntry(1), date: certain, source: 'البيدر' },
  { ...sampleEntry(2), date: certain },
  { ...sampleEntry(3), date: doubtful, source: 'البيدر' },
];

/** The facts of the entries of a list, without marks. */
function factsOf(collection: Collection): readonly string[] {
  const kind = listingKindOf(collection);
  const listing = { entries, number: 1, extent: { articles: 3 } };
  const ways = { newer: undefined, older: undefined };
  const page = kind.page(
    collection,
    kind.outputPath(collection, undefined),
    { ...listing, ...ways },
    sampleContext(),
  );
  const site = siteFor(defineConfig({}), { styles: [], preloads: [] });
  const source = renderPage(page, builtInTemplates, site(page));
  return source
    .split('<li class="entry"')
    .slice(1)
    .map((item) => /<p class="entry-facts"[^>]*>(.*)<\/p>/.exec(item)?.[1] ?? '')
    .map((facts) => facts.replace(/<[^>]+>/g, '').trim());
}

const term = (kind: 'source' | 'subject', name: string): Collection => {
  return { of: 'term', term: kind, slug: 'x', name };
};

test('entries do not repeat the date of a day’s list, or the source of a source’s list', () => {
  expect(factsOf(term('subject', 'السوق'))).toEqual([
    '٢١ يوليو ٢٠١٥ البيدر',
    '٢١ يوليو ٢٠١٥',
    '٢١ يوليو ٢٠١٥ (على الأرجح) البيدر',
  ]);
  expect(factsOf({ of: 'date', date: day })).toEqual([
    'البيدر',
    '',
    '٢١ يوليو ٢٠١٥ (على الأرجح) البيدر',
  ]);
  expect(factsOf(term('source', 'البيدر'))[0]).toBe('٢١ يوليو ٢٠١٥');
  const source = { slug: 'x', name: 'البيدر' };
  expect(factsOf({ of: 'date', date: day, source })).toEqual([
    '',
    '',
    '٢١ يوليو ٢٠١٥ (على الأرجح)',
  ]);
});

test('titles under a month have day and month; whole dates where the month is in doubt or Hijri', () => {
  const frame = { kind: 'year', outputPath: 'dates/2015/index.html', title: '', description: '' };
  const site = siteFor(defineConfig({}), { styles: [], preloads: [] })(frame);
  const group = { name: 'يوليو ٢٠١٥', outputPath: 'a.html', articles: 3, entries };
  const times = (dates: 'none' | 'days' | 'whole'): readonly (string | undefined)[] =>
    [...titleGroups([group], site, dates).source.matchAll(/<time datetime="[^"]+">([^<]+)</g)].map(
      ([, words]) => words,
    );
  expect(times('days')).toEqual(['٢١ يوليو', '٢١ يوليو', '٢١ يوليو ٢٠١٥ (على الأرجح)']);
  expect(times('whole')[0]).toBe('٢١ يوليو ٢٠١٥');
  expect(times('none')).toEqual([]);
});
