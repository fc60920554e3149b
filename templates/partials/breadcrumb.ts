import type { CalendarKey } from '../../src/model/calendar.ts';
import type { PageLink } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/** A link to the page above: from a date to its month, its year, or all dates. */
export const breadcrumb = ({ name, outputPath }: PageLink, site: Site): Html =>
  html`<nav class="within" aria-label="${site.messages.within}"><a href="${site.href(outputPath)}">${name}</a></nav>
`;

/** A link from a date to its month's page, else its year's; nothing where `up` is undefined. */
export function dateBreadcrumb(
  date: CalendarKey,
  up: string | undefined,
  site: Site,
): Html | false {
  if (up === undefined) return false;
  const { day: _, ...parent } = date;
  return breadcrumb({ name: site.calendarName(parent), outputPath: up }, site);
}
