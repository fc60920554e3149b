import { type HijriYearData, hijriYear } from '../../../templates/hijri-year.ts';
import { hijriName, hijriTitle, regionOf } from '../calendar.ts';
import { withHeatLevels } from '../heat-level.ts';
import { type HijriSum, sumHijriMonths } from '../hijri-sums.ts';
import { hijriMonthPath, hijriPath, hijriYearPath } from '../output-paths.ts';
import type { OverviewKind } from '../page-kind.ts';
import { datesTrail, hijriTrail } from '../trail.ts';

/** Yields runs of neighbouring months of one year. */
function* groupByYear(months: Iterable<HijriSum>): Generator<readonly [HijriSum, ...HijriSum[]]> {
  let group: [HijriSum, ...HijriSum[]] | undefined;
  for (const month of months) {
    if (group !== undefined && group[0].year === month.year) group.push(month);
    else {
      if (group !== undefined) yield group;
      group = [month];
    }
  }
  if (group !== undefined) yield group;
}

const countArticles = (months: readonly HijriSum[]): number =>
  months.reduce((sum, { articles }) => sum + articles, 0);

/** The months of each year of the Hijri calendar, and the index of these years. */
export const hijriYearPage: OverviewKind<'hijri-year', HijriYearData> = {
  kind: 'hijri-year',
  template: hijriYear,
  of: 'archive',
  reserves: /^hijri$/,
  *pages(site) {
    const { archive, config, messages } = site;
    const region = regionOf(config);
    const all: { readonly year: number; readonly articles: number; readonly outputPath: string }[] =
      [];
    for (const group of groupByYear(sumHijriMonths(archive.dates()))) {
      const [{ year }] = group;
      const articles = countArticles(group);
      const title = hijriTitle({ year }, region, messages);
      const outputPath = hijriYearPath(year);
      const byMonth = new Map(
        withHeatLevels(
          group.map(({ month, articles: n }) => ({
            month,
            articles: n,
            outputPath: hijriMonthPath(year, month),
          })),
        ).map((entry) => [entry.month, entry]),
      );
      const parts = messages.hijriMonths.map((name, i) => ({ name, entry: byMonth.get(i + 1) }));
      const trail = hijriTrail(site);
      const data = { title, parts, extent: { articles } };
      yield { kind: 'hijri-year', outputPath, title, description: title, trail, data };
      all.push({ year, articles, outputPath });
    }
    if (all.length === 0) return;
    const title = messages.hijriYears;
    const parts = withHeatLevels(all.reverse()).map((entry) => ({
      name: hijriName({ year: entry.year ?? 0 }, region, messages),
      entry,
    }));
    const trail = datesTrail(site);
    const data = { title, parts, extent: undefined };
    yield { kind: 'hijri-year', outputPath: hijriPath, title, description: title, trail, data };
  },
};
