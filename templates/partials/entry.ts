import type { Entry } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { thumbnail } from './figure.ts';
import { heldLabel } from './held-label.ts';
import { cardDirection, isolateName, langAttributes, lineOf } from './language.ts';
import { readingTime } from './reading-time.ts';
import { timeElement } from './time-element.ts';

/** What the heading of a listing says of its articles; an entry says it again only where it differs. */
export interface KnownFacts {
  /** The date, as EDTF; empty for a listing of undated articles. */
  readonly date?: string | undefined;
  /** Name of the source. */
  readonly source?: string | undefined;
}

/** Date, source and reading time of an article, without those of `known`; empty where nothing is left. */
function entryFacts(article: Entry, site: Site, known: KnownFacts): Html {
  const { date, source, held, readingMinutes } = article;
  const dated =
    date === undefined ? html`<span>${site.messages.undated}</span>` : timeElement(date, site);
  return html`${heldLabel(held, site)}${known.date !== (date?.edtf ?? '') && html`${dated} `}${
    source !== undefined && source !== known.source && html`<span>${isolateName(source)}</span> `
  }${readingTime(readingMinutes, site)}`;
}

/**
 * An article in a listing: title, date, source, reading time of a long one, description.
 *
 * @param heading element of the title, one level below the heading of the listing
 * @param anchor fragment of the entry
 * @param known what the heading of the listing says already
 */
export function entry(
  article: Entry,
  site: Site,
  heading: 'h2' | 'h3',
  anchor?: string,
  known: KnownFacts = {},
): Html {
  const language = langAttributes(article.language, site);
  const facts = entryFacts(article, site, known);
  return html`<li class="entry" data-entry="${article.id}"${cardDirection(article.language, site)}>
${thumbnail(article.picture, site)}<${heading} class="entry-title"${language}><a href="${site.href(article.outputPath)}">${isolateName(article.title, article.language)}</a></${heading}>
${
  (facts.source !== '' || anchor !== undefined) &&
  html`<p class="entry-facts"${anchor !== undefined && html` id="${anchor}"`}>${facts}</p>
`
}<p class="entry-description"${language}>${lineOf(article.description, article.language)}</p>
</li>
`;
}
