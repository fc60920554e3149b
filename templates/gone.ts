import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';

/** The page at the address of a deleted article. */
export function gone(_data: Record<never, never>, site: Site): Html {
  const { messages } = site;
  return html`<header class="front">
<h1>${messages.goneTitle}</h1>
<p class="front-purpose">${messages.goneText}</p>
<p class="more"><a href="${site.href('index.html')}">${messages.home}</a></p>
</header>`;
}
