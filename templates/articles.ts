import type { Listing } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { listing, listingFacts } from './partials/listing.ts';

/** The data of the list of all articles. */
export interface ArticlesData {
  readonly listing: Listing;
}

/** One page of the list of all articles, newest first. */
export const articles = (data: ArticlesData, site: Site): Html => html`<header class="front">
<h1>${site.messages.allArticles}</h1>
${listingFacts(data.listing, site)}
</header>
${listing(data.listing, site)}`;
