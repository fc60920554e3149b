import { type AnniversaryData, anniversary } from '../../../templates/anniversary.ts';
import { localDigits } from '../../calendar/numerals.ts';
import { regionOf } from '../calendar.ts';
import type { OverviewKind } from '../define-page.ts';
import { anniversaryPath } from '../output-paths.ts';
import { throughYears } from '../through-years.ts';

/**
 * What was printed on a day of the year through the years, a month on one page: nothing that is
 * published once can know which day its reader has.
 */
export const anniversaryPage: OverviewKind<'anniversary', AnniversaryData> = {
  kind: 'anniversary',
  template: anniversary,
  of: 'archive',
  *pages({ archive, config, messages }) {
    const region = regionOf(config);
    const months = throughYears(archive.dates());
    const places = [...months.keys()].map((month) => ({
      month,
      outputPath: anniversaryPath(month),
    }));
    for (const [month, printed] of months) {
      const name = region.months[month - 1] ?? '';
      const title = messages.onDaysOf.replace('{month}', name);
      const days = [...printed]
        .sort(([a], [b]) => a - b)
        .map(([day, years]) => ({
          name: localDigits(`${day} ${name}`, region.digits),
          years: years.toReversed(),
        }));
      const data = { title, month, days, months: places };
      yield {
        kind: 'anniversary',
        outputPath: anniversaryPath(month),
        title,
        description: title,
        data,
      };
    }
  },
};
