import type { PageData } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolate } from './foreign.ts';

/** How an article is cited: a line that one click selects, and files for programs that keep bibliographies. */
export function citation(data: PageData['article'], site: Site): Html {
  const { messages } = site;
  const { article, permalink, citations } = data;
  const { title, metadata } = article;
  const { authors = [], source, date, issue, page, url } = metadata;
  const address = permalink ?? url;
  const parts = [
    authors.length > 0 &&
      html`${authors.map((name, i) => html`${i > 0 && messages.listSeparator}${isolate(name)}`)}`,
    html`${messages.citedTitle[0]}${isolate(title)}${messages.citedTitle[1]}`,
    source !== undefined && isolate(source),
    date !== undefined && site.date(date),
    issue !== undefined && html`${messages.issue} ${isolate(site.numerals(issue))}`,
    page !== undefined && html`${messages.page} ${isolate(site.numerals(page))}`,
    address !== undefined && html`<bdi dir="ltr">${address}</bdi>`,
  ].filter((part) => part !== false);
  return html`<section class="citation" aria-labelledby="citation">
<h2 id="citation">${messages.citation}</h2>
<p class="citation-text">${parts.map((part, i) => html`${i > 0 && messages.listSeparator}${part}`)}</p>
<p class="citation-files">${citations.map(
    ({ name, href }, i) =>
      html`${i > 0 && ' '}<a download="${name}" href="${href}">${citationNames[i]}</a>`,
  )}</p>
</section>
`;
}

const citationNames = ['BibTeX', 'RIS', 'CSL-JSON'];
