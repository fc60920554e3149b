import type { Site } from '../src/model/site.ts';
import type { Withdrawal } from '../src/model/withdrawal.ts';
import { type Html, html } from '../src/render/html.ts';
import { isolateName } from './partials/language.ts';
import { timeElement } from './partials/time-element.ts';

/** What the page at an address without its article shows. */
export interface WithheldData {
  /** Undefined for an address that would show a withheld name. */
  readonly withdrawal: Withdrawal | undefined;
}

/** The page at an address whose article was withdrawn, or has moved from it: nothing of the article is on it. */
export function withheld({ withdrawal }: WithheldData, site: Site): Html {
  const { messages } = site;
  const { title, text } = withdrawal === undefined ? messages.unavailable : messages.withdrawn;
  return html`<header class="front" data-withheld="${withdrawal === undefined ? 'address' : 'withdrawn'}">
<h1>${title}</h1>
<p class="front-purpose">${text}</p>
</header>
${
  withdrawal !== undefined &&
  (withdrawal.date !== undefined || withdrawal.reason !== undefined) &&
  html`<dl class="gathered">
${
  withdrawal.date !== undefined &&
  html`<dt>${messages.withdrawn.date}</dt><dd>${timeElement(withdrawal.date, site)}</dd>
`
}${
  withdrawal.reason !== undefined &&
  html`<dt>${messages.withdrawn.reason}</dt><dd>${isolateName(withdrawal.reason)}</dd>
`
}</dl>
`
}<p class="more"><a href="${site.href('index.html')}">${messages.home}</a></p>`;
}
