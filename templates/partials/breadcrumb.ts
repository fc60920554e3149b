import type { CalendarKey } from '../../src/model/calendar.ts';
import type { PageLink } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/** What a page is a part of: the link from a date to its month, its year, all dates. */
export const breadcrumb = ({ name, outputPath }: PageLink, site: Site): Html =>
  html`<nav class="within" aria-label="${site.messages.within}"><a href="${site.href(outputPath)}">${name}</a></nav>
`;

/** The link to the month, or year, that a date belongs to. */
export function dateBreadcrumb(
  date: CalendarKey,
  up: string | undefined,
  site: Site,
): Html | false {
  if (up === undefined) return false;
  const { day: _, ...above } = date;
  return breadcrumb({ name: site.calendarName(above), outputPath: up }, site);
}
