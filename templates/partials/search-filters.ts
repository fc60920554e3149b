import type { SearchFacet, SearchPage } from '../../src/model/search-page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { nameAttributes } from './language.ts';

/** A filter by the terms of one kind; the script adds numbers, and lists the most frequent terms below it. */
const facet = ({ kind, total, terms }: SearchFacet, site: Site): Html =>
  html`<div class="search-choice" data-facet="${kind}" data-terms="${total}">
<label for="filter-${kind}">${site.termWords(kind).all}</label>
<select id="filter-${kind}" name="${kind}" form="search">
<option value="">${site.messages.search.any}</option>
${terms.map(
  ({ slug, name, articles }) =>
    html`<option value="${slug}"${nameAttributes(name, site)} data-articles="${articles}">${name}</option>
`,
)}</select>
<ul class="facet-top" data-top></ul>
</div>
`;

/** The range of years as a slider with two handles; the script links them with the fields of dates. */
const yearSlider = (first: number, last: number, site: Site): Html => {
  const { searchPage } = site.messages;
  const handle = (end: 'from' | 'to', label: string, year: number): Html =>
    html`<input type="range" data-slider="${end}" aria-label="${label}" min="${first}" max="${last}" step="1" value="${year}">`;
  return html`<div class="year-slider" data-years-slider>
<p class="year-slider-span" data-slider-span>${site.years(first, last)}</p>
<div class="year-slider-track">${handle('from', searchPage.fromYear, first)}${handle('to', searchPage.toYear, last)}</div>
</div>
`;
};

/** A field of a date, written as the site writes dates. */
const dateField = (name: 'from' | 'to', label: string): Html =>
  html`<div class="search-date"><label for="filter-${name}">${label}</label>
<input id="filter-${name}" name="${name}" form="search" type="text" dir="auto" autocomplete="off" maxlength="60" aria-describedby="date-help" data-date></div>
`;

/** The filters by date. */
const dates = ({ span, periods }: SearchPage, site: Site): Html | false => {
  const { search, searchPage } = site.messages;
  const [firstYear, lastYear] = [periods[0]?.[0], periods.at(-1)?.[0]];
  if (span === undefined || firstYear === undefined || lastYear === undefined) return false;
  return html`<fieldset class="search-choice search-dates">
<legend>${searchPage.dates}</legend>
${firstYear < lastYear && yearSlider(firstYear, lastYear, site)}<div class="search-date-fields">
${dateField('from', search.from)}${dateField('to', search.to)}</div>
<p class="search-date-help" id="date-help" data-date-help></p>
<p class="search-date-trouble" role="alert" data-date-trouble hidden></p>
</fieldset>
`;
};

/** The filters of the search: a column on wide screens, a drawer on phones. */
export function searchFilters(data: SearchPage, site: Site): Html {
  const words = site.messages.search;
  return html`<details class="search-filters" data-filters>
<summary>${words.filters}</summary>
<div class="search-choices" role="group" aria-label="${words.filters}">
<div class="search-choice"><label for="filter-sort">${words.sort}</label>
<select id="filter-sort" name="sort" form="search">
<option value="">${words.sorts.best}</option>
<option value="newest">${words.sorts.newest}</option>
<option value="oldest">${words.sorts.oldest}</option>
</select></div>
${dates(data, site)}${data.facets.map((filter) => facet(filter, site))}<div class="search-choice search-exact"><input id="filter-exact" name="exact" type="checkbox" value="1" form="search"><label for="filter-exact">${words.exact}</label></div>
</div>
</details>
`;
}
