import type { Article } from '../../src/model/article.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolateName, lineDirection } from './language.ts';
import { timeElement } from './time-element.ts';

/** The corrections of an article, above its text, in the order of its metadata; nothing where it has none. */
export function corrections({ metadata }: Article, site: Site): Html {
  const { corrections: list = [] } = metadata;
  if (list.length === 0) return html``;
  return html`<aside class="corrections" aria-labelledby="corrections" data-corrections>
<h2 id="corrections">${site.count(list.length, site.messages.notices.corrections)}</h2>
${list.map(
  ({ date, text }) =>
    html`<p${lineDirection(text, site)}>${date !== undefined && html`<bdi>${timeElement(date, site)}</bdi>: `}${isolateName(text)}</p>
`,
)}</aside>
`;
}
