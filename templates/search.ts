import type { SearchPage } from '../src/model/search-page.ts';
import type { SearchWords } from '../src/model/search-words.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html, trusted } from '../src/render/html.ts';
import { searchFilters } from './partials/search-filters.ts';

/** The texts of the search that the script shows. */
const scriptWords = ({
  results,
  alsoSearched,
  passedOver,
  missing,
  near,
  none,
  noneHelp,
  searching,
  failed,
  reload,
}: SearchWords) => ({
  ...{ results, alsoSearched, passedOver, missing, near },
  ...{ none, noneHelp, searching, failed, reload },
});

/** The settings of the script as JSON: the index manifest, the archive's dates, texts of the interface. */
function searchSettings({ directory, periods, span, exports }: SearchPage, site: Site): Html {
  const { search, searchPanel, language, direction, articles } = site.messages;
  const { listSeparator, previousPage, nextPage } = site.messages;
  const settings = {
    ...{ directory, digits: site.digits, language, direction, listSeparator },
    ...{ previousPage, nextPage, articles, periods, span: span ?? [] },
    panels: site.search && site.href(site.search.panels),
    months: Array.from({ length: 12 }, (_, month) => site.month(month + 1)),
    exports: Object.fromEntries(
      exports.map(({ form, outputPath }) => [form, site.href(outputPath)]),
    ),
    words: scriptWords(search),
    panel: searchPanel,
  };
  // Only `<` can start the end tag of a script element (WHATWG 13.1.2.1).
  return trusted(JSON.stringify(settings).replaceAll('<', '\\u003c'));
}

/** Links to the indexes, which work without a script. */
const browseLinks = ({ dateIndex, indexes }: SearchPage, site: Site): Html =>
  html`${
    dateIndex !== undefined && html`<a href="${site.href(dateIndex)}">${site.messages.dates}</a> `
  }${indexes.map(
    ({ kind, outputPath }) =>
      html`<a href="${site.href(outputPath)}">${site.termWords(kind).all}</a> `,
  )}<a href="${site.href('all/index.html')}">${site.messages.allArticles}</a>`;

/** What a query can say, shown until there is one. */
const searchStart = (browse: Html, { messages: { searchPage } }: Site): Html =>
  html`<section class="search-start" aria-labelledby="search-start" data-start hidden>
<h2 id="search-start">${searchPage.start}</h2>
<dl class="search-examples">
${searchPage.examples.map(
  ([query, meaning]) =>
    html`<div><dt><bdi>${query}</bdi></dt><dd>${meaning}</dd></div>
`,
)}</dl>
<p class="search-browse">${searchPage.startBrowse}</p>
<p class="more">${browse}</p>
</section>
`;

/** The search page. Without JavaScript it links to the indexes. */
export function search(data: SearchPage, site: Site): Html {
  const { messages } = site;
  const words = messages.search;
  const browse = browseLinks(data, site);
  return html`<header class="front search-front">
<h1>${words.title}</h1>
</header>
<form class="search" id="search" role="search" action="search.html" data-search>
<label for="q" class="search-label">${words.label}</label>
<div class="search-line"><div class="search-field"><input id="q" name="q" type="search" dir="auto" placeholder=" " autocomplete="off" spellcheck="false" enterkeyhint="search" maxlength="1000">
<ul class="search-suggestions" id="suggestions" role="listbox" aria-label="${messages.searchPage.suggestions}" data-suggestions hidden></ul></div><button>${words.button}</button></div>
</form>
<div class="search-below">
<p class="search-status" role="status" data-status></p>
<p class="search-hint">${words.hint}</p>
</div>
<noscript><p class="search-said">${words.noScript}</p><p class="more">${browse}</p></noscript>
<p class="search-said" role="alert" data-trouble hidden></p>
<div class="search-layout" data-layout>
${searchFilters(data, site)}<div class="search-column">
${searchStart(browse, site)}<p class="search-printed" data-printed></p>
<div class="search-chips" data-chips hidden></div>
<div class="search-export" role="status" data-download-panel hidden></div>
<section class="search-results" aria-label="${words.pages}" data-results hidden>
<p class="search-total"><output data-total for="q"></output></p>
<div class="search-notes" data-notes></div>
<div class="search-years" data-years></div>
<ol class="entries results" data-list></ol>
<nav class="pager" aria-label="${words.pages}" data-pages></nav>
<p class="more" data-browse hidden>${browse}</p>
<div class="search-tools" data-tools></div>
</section>
</div>
</div>
<script type="application/json" id="search-settings">${searchSettings(data, site)}</script>`;
}
