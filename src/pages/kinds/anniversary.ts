import { type AnniversaryData, anniversary } from '../../../templates/anniversary.ts';
import { localDigits } from '../../calendar/numerals.ts';
import { regionOf } from '../calendar.ts';
import { anniversaryPath } from '../output-paths.ts';
import type { OverviewKind } from '../page-kind.ts';
import { throughYears } from '../through-years.ts';
import { datesTrail } from '../trail.ts';

/**
 * The articles of each day of the year through the years, one page a month: a static page cannot know
 * the reader's current day.
 */
export const anniversaryPage: OverviewKind<'anniversary', AnniversaryData> = {
  kind: 'anniversary',
  template: anniversary,
  of: 'archive',
  *pages(site) {
    const { archive, config, messages } = site;
    const region = regionOf(config);
    const months = throughYears(archive.dates());
    const monthLinks = [...months.keys()].map((month) => ({
      month,
      outputPath: anniversaryPath(month),
    }));
    for (const [month, daysOfMonth] of months) {
      const name = region.months[month - 1] ?? '';
      const title = messages.onDaysOf.replace('{month}', name);
      const days = [...daysOfMonth]
        .sort(([a], [b]) => a - b)
        .map(([day, years]) => ({
          name: localDigits(`${day} ${name}`, region.digits),
          years: years.toReversed(),
        }));
      const data = { title, month, days, months: monthLinks };
      yield {
        kind: 'anniversary',
        outputPath: anniversaryPath(month),
        title,
        description: title,
        trail: datesTrail(site),
        data,
      };
    }
  },
};
