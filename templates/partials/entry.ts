import type { Entry } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { thumbnail } from './figure.ts';
import { heldLabel } from './held-label.ts';
import { cardDirection, isolateName, langAttributes, lineOf } from './language.ts';
import { readingTime } from './reading-time.ts';
import { timeElement } from './time-element.ts';

/**
 * An article in a listing: title, date, source, reading time of a long one, description.
 *
 * @param heading element of the title, one level below the heading of the listing
 * @param anchor fragment of the entry
 */
export function entry(article: Entry, site: Site, heading: 'h2' | 'h3', anchor?: string): Html {
  const { date, source } = article;
  const language = langAttributes(article.language, site);
  return html`<li class="entry" data-entry="${article.id}"${cardDirection(article.language, site)}>
${thumbnail(article.picture, site)}<${heading} class="entry-title"${language}><a href="${site.href(article.outputPath)}">${isolateName(article.title, article.language)}</a></${heading}>
<p class="entry-facts"${anchor !== undefined && html` id="${anchor}"`}>${heldLabel(article.held, site)}${
    date === undefined ? html`<span>${site.messages.undated}</span>` : timeElement(date, site)
  } ${source !== undefined && html`<span>${isolateName(source)}</span> `}${readingTime(article.readingMinutes, site)}</p>
<p class="entry-description"${language}>${lineOf(article.description, article.language)}</p>
</li>
`;
}
