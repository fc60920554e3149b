import type { CalendarNeighbours } from '../../src/model/calendar-page.ts';
import type { PageLink } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

const link = (page: PageLink | undefined, rel: string, label: string, site: Site): Html | false =>
  page !== undefined &&
  html`<a rel="${rel}" href="${site.href(page.outputPath)}"><span>${label}</span> ${page.name}</a>
`;

/** Links to the nearest years or months with articles before and after one; nothing without either. */
export function calendarNeighbours(
  { earlier, later }: CalendarNeighbours,
  site: Site,
): Html | false {
  const { calendar } = site.messages;
  return (
    (earlier !== undefined || later !== undefined) &&
    html`<nav class="beside" aria-label="${calendar.neighbours}">
${link(earlier, 'prev', calendar.earlier, site)}${link(later, 'next', calendar.later, site)}</nav>
`
  );
}
