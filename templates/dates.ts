import type { PageData } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { calendarTally, yearName } from './partials/tally.ts';

/** The years that have articles, and the way to the undated ones. */
export function dates({ years, undated }: PageData['dates'], site: Site): Html {
  const { messages } = site;
  const entries = undated === undefined ? years : [...years, undated];
  return html`<header class="front">
<h1>${messages.dates}</h1>
</header>
<section class="part" aria-labelledby="years">
<h2 id="years">${messages.years}</h2>
${calendarTally(entries, (entry) => yearName(entry, site), site)}</section>`;
}
