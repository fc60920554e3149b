import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { searchBox } from './partials/search-box.ts';

/** The page for addresses that do not exist. */
export function notFound(_data: Record<never, never>, site: Site): Html {
  const { messages } = site;
  return html`<header class="front">
<h1>${messages.notFoundTitle}</h1>
<p class="front-purpose">${messages.notFoundText}</p>
${searchBox(site)}<p class="more"><a href="${site.href('index.html')}">${messages.home}</a></p>
</header>`;
}
