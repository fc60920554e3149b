import { type DatesData, dates } from '../../../templates/dates.ts';
import { countYears } from '../calendar-sums.ts';
import { withHeatLevels } from '../heat-level.ts';
import { datePath, datesPath, hijriPath } from '../output-paths.ts';
import type { OverviewKind } from '../page-kind.ts';

/** The index of all dates: its years. */
export const datesPage: OverviewKind<'dates', DatesData> = {
  kind: 'dates',
  template: dates,
  of: 'archive',
  reserves: /^dates$/,
  *pages({ archive, messages }) {
    let articles = 0;
    let hasDays = false;
    const counted = function* () {
      for (const date of archive.dates()) {
        if (date.year === 0) articles += date.articles;
        hasDays ||= date.day > 0;
        yield date;
      }
    };
    const years = withHeatLevels([...countYears(counted())].reverse());
    if (years.length === 0) return;
    const undated = articles > 0 ? { articles, outputPath: datePath({}) } : undefined;
    const title = messages.dates;
    const data = { years, undated, hijri: hasDays ? hijriPath : undefined };
    yield { kind: 'dates', outputPath: datesPath, title, description: title, data };
  },
};
