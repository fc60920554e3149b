import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/**
 * Links to the days of each month through the years.
 *
 * @param current month of the page
 */
export const monthLinks = (
  months: readonly { readonly month: number; readonly outputPath: string }[],
  current: number | undefined,
  site: Site,
): Html => html`<nav class="months" aria-label="${site.messages.months}">${months.map(
  ({ month, outputPath }) =>
    html`<a href="${site.href(outputPath)}"${month === current && html` aria-current="page"`}>${site.month(month)}</a> `,
)}</nav>
`;
