import type { ListingPages } from '../../src/model/listing-pages.ts';
import type { Listing } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/** Fewest older pages that are given by number: the pager leads to the nearest and the oldest. */
const fewestNumbers = 3;

/** The numbers of older pages, opened by the reader; nothing where the pager leads to all of them. */
export const jump = ({ older }: ListingPages, site: Site): Html | false =>
  older.length >= fewestNumbers &&
  html`
<details class="jump"><summary>${site.messages.lists.jump}</summary>
<nav aria-label="${site.messages.lists.jump}">${older.map(
    ({ number, outputPath }) =>
      html`<a href="${site.href(outputPath)}">${site.number(number)}</a> `,
  )}</nav></details>`;

/** A link of the pager; nothing where it would lead where `neighbour` leads. */
const end = (
  outputPath: string | undefined,
  neighbour: string | undefined,
  words: string,
  site: Site,
): Html | false =>
  outputPath !== undefined &&
  outputPath !== neighbour &&
  html`
<a href="${site.href(outputPath)}">${words}</a>`;

/** Links from a page of a listing to its neighbours, the newest page and the oldest; nothing in a listing of one page. */
export function pager({ newer, older, pages }: Listing, site: Site): Html | false {
  if (newer === undefined && older === undefined) return false;
  const { messages } = site;
  const { newest, oldest } = messages.lists;
  return html`<nav class="pager" aria-label="${messages.listingPages}">
<span>${end(pages?.newest, newer, newest, site)}${
    newer !== undefined &&
    html`
<a rel="prev" href="${site.href(newer)}">${messages.newerArticles}</a>
`
  }</span>
<span>${
    older !== undefined &&
    html`
<a rel="next" href="${site.href(older)}">${messages.olderArticles}</a>`
  }${end(pages?.oldest, older, oldest, site)}
</span>
</nav>`;
}
