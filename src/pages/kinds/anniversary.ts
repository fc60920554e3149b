import { type AnniversaryData, anniversary } from '../../../templates/anniversary.ts';
import { localDigits } from '../../calendar/numerals.ts';
import type { ArchiveDate } from '../../model/archive.ts';
import { regionOf } from '../calendar.ts';
import { evenly } from '../calendar-titles.ts';
import { anniversaryPath } from '../output-paths.ts';
import type { OverviewKind } from '../page-kind.ts';
import { type DaysThroughYears, throughYears } from '../through-years.ts';
import { datesTrail } from '../trail.ts';

/** Years of one day that have a title on the page; the others have a link. */
const titledYears = 8;

/**
 * Tells whether the page of a month may differ: it shows its own days, and links to all months that have articles.
 *
 * @param changed dates whose articles have changed
 */
function isUnchanged(
  month: number,
  months: ReadonlyMap<number, DaysThroughYears>,
  changed: readonly ArchiveDate[] | undefined,
): boolean {
  if (changed === undefined || changed.some((date) => date.month === month)) return false;
  const keys = new Set(changed.map((date) => `${date.year} ${date.month} ${date.day}`));
  // A month that has other dates than changed ones was there before, and is there now.
  return changed.every((date) => {
    const days = [...(months.get(date.month)?.values() ?? [])].flat();
    return (
      date.day === 0 || days.some(({ year, month: m, day }) => !keys.has(`${year} ${m} ${day}`))
    );
  });
}

/**
 * The articles of each day of the year through the years, one page a month: a static page cannot know
 * the reader's current day.
 */
export const anniversaryPage: OverviewKind<'anniversary', AnniversaryData> = {
  kind: 'anniversary',
  template: anniversary,
  of: 'archive',
  *pages(site) {
    const { archive, config, messages, changes } = site;
    const region = regionOf(config);
    const months = throughYears(archive.dates());
    const monthLinks = [...months.keys()].map((month) => ({
      month,
      outputPath: anniversaryPath(month),
    }));
    for (const [month, daysOfMonth] of months) {
      const name = region.months[month - 1] ?? '';
      const title = messages.onDaysOf.replace('{month}', name);
      yield {
        ...{ kind: 'anniversary', outputPath: anniversaryPath(month), title, description: title },
        trail: datesTrail(site),
        isUnchanged: isUnchanged(month, months, changes?.dates),
        get data() {
          const days = [...daysOfMonth]
            .sort(([a], [b]) => a - b)
            .map(([day, newestFirst]) => {
              const years = newestFirst.toReversed();
              const titled = new Set(evenly(years, titledYears));
              return {
                day,
                name: localDigits(`${day} ${name}`, region.digits),
                years: years.map((date) => ({
                  ...date,
                  entry: titled.has(date) ? archive.leading(date, 1)[0] : undefined,
                })),
              };
            });
          return { title, month, days, months: monthLinks };
        },
      };
    }
  },
};
