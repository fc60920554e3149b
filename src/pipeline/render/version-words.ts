import { formatDate } from '../../calendar/dates.ts';
import { compareDates, parseEdtf } from '../../calendar/edtf.ts';
import { newestDates } from '../../catalogue/archive.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { siteMessages } from '../../i18n/site-messages.ts';
import type { Config } from '../../model/config.ts';
import { calendarDate, regionOf } from '../../pages/calendar.ts';

/**
 * Returns how a citation names the version of the archive: «نسخة الأرشيف {version} (12 ديسمبر 2017)». The day is the
 * newest on which an article was published or changed, since a build must not depend on the clock.
 */
export function versionWords(config: Config, catalogue: Catalogue): string {
  const messages = siteMessages(config);
  const { archiveVersionNamed, archiveVersionOf } = messages.article;
  const { published, changed } = newestDates(catalogue);
  const date = [calendarDate(published), changed === undefined ? undefined : parseEdtf(changed)]
    .filter((known) => known !== undefined)
    .toSorted(compareDates)
    .at(-1);
  if (date === undefined) return archiveVersionNamed;
  const day = formatDate(date, regionOf(config), messages);
  return archiveVersionOf.replace('{date}', () => day);
}
