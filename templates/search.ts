import type { SearchFacet, SearchPage } from '../src/model/search-page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html, trusted } from '../src/render/html.ts';

/** A filter by the terms of one kind that have most articles. */
const facet = ({ kind, terms }: SearchFacet, site: Site): Html => {
  const { messages } = site;
  return html`<label class="search-choice"><span>${site.termWords(kind).all}</span>
<select name="${kind}">
<option value="">${messages.search.any}</option>
${terms.map(
  ({ slug, name, articles }) =>
    html`<option value="${slug}">${name} (${site.number(articles)})</option>
`,
)}</select></label>
`;
};

/** The settings of the script as JSON: the index manifest, and texts of the interface. */
function searchSettings({ directory }: SearchPage, { messages, digits }: Site): Html {
  const { search, language, listSeparator, previousPage, nextPage } = messages;
  const settings = {
    directory,
    digits,
    language,
    listSeparator,
    previousPage,
    nextPage,
    words: search,
  };
  // Only `<` can start the end tag of a script element (WHATWG 13.1.2.1).
  return trusted(JSON.stringify(settings).replaceAll('<', '\\u003c'));
}

/** The search page. Without JavaScript it links to the indexes. */
export function search(data: SearchPage, site: Site): Html {
  const { messages } = site;
  const words = messages.search;
  const browse = html`${
    data.dateIndex !== undefined &&
    html`<a href="${site.href(data.dateIndex)}">${messages.dates}</a> `
  }${data.indexes.map(
    ({ kind, outputPath }) =>
      html`<a href="${site.href(outputPath)}">${site.termWords(kind).all}</a> `,
  )}<a href="${site.href('all/index.html')}">${messages.allArticles}</a>`;
  return html`<header class="front">
<h1>${words.title}</h1>
</header>
<form class="search" role="search" action="search.html" data-search>
<label for="q" class="search-label">${words.label}</label>
<div class="search-line"><input id="q" name="q" type="search" dir="auto" placeholder=" " autocomplete="off" spellcheck="false" enterkeyhint="search" maxlength="1000"><button>${words.button}</button></div>
<p class="search-hint">${words.hint}</p>
<details class="search-filters">
<summary>${words.filters}</summary>
<div class="search-choices">
<label class="search-choice"><span>${words.sort}</span>
<select name="sort">
<option value="">${words.sorts.best}</option>
<option value="newest">${words.sorts.newest}</option>
<option value="oldest">${words.sorts.oldest}</option>
</select></label>
${
  data.isDated &&
  html`<label class="search-choice"><span>${words.from}</span><input name="from" type="date"></label>
<label class="search-choice"><span>${words.to}</span><input name="to" type="date"></label>
`
}${data.facets.map((filter) => facet(filter, site))}<label class="search-choice search-exact"><input name="exact" type="checkbox" value="1"><span>${words.exact}</span></label>
</div>
</details>
</form>
<noscript><p class="search-said">${words.noScript}</p><p class="more">${browse}</p></noscript>
<section class="search-results" aria-label="${words.pages}" data-results hidden>
<p class="search-total"><output data-total for="q"></output></p>
<div class="search-notes" data-notes></div>
<div class="search-years" data-years></div>
<ol class="entries results" data-list></ol>
<nav class="pager" aria-label="${words.pages}" data-pages></nav>
<p class="more" data-browse hidden>${browse}</p>
</section>
<p class="search-said" role="alert" data-trouble hidden></p>
<script type="application/json" id="search-settings">${searchSettings(data, site)}</script>`;
}
