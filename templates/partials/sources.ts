import type { SourcePart, SourceParts } from '../../src/model/listing-pages.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolateName } from './language.ts';

/** Sources that are shown at once; the reader opens the others. */
const shownSources = 12;

/** Sources with their numbers of articles. */
const sourceCounts = (parts: readonly SourcePart[], site: Site): Html => html`<ul class="tally">
${parts.map(
  ({ name, outputPath, articles }) =>
    html`<li><a href="${site.href(outputPath)}">${name === undefined ? site.messages.lists.noSource : isolateName(name)}</a> <span>${site.count(articles, site.messages.articles)}</span></li>
`,
)}</ul>
`;

/** The sources of a list, each with its number of articles and a link to these. */
export function listSources({ parts, index }: SourceParts, site: Site): Html {
  const { lists } = site.messages;
  const others = parts.slice(shownSources);
  const words = lists.otherSources.replace('{sources}', site.number(others.length));
  return html`<nav class="part sources" aria-labelledby="by-source">
<h2 id="by-source">${lists.bySource}</h2>
${sourceCounts(parts.slice(0, shownSources), site)}${
  others.length > 0 &&
  html`<details><summary>${words}</summary>
${sourceCounts(others, site)}</details>
`
}${
  index !== undefined &&
  html`<p class="more"><a href="${site.href(index)}">${lists.allSources}</a></p>
`
}</nav>
`;
}
