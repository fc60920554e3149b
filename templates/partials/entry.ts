import type { Entry } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { escapeHtml, type Html, trusted } from '../../src/render/html.ts';
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
function entryFacts(article: Entry, site: Site, known: KnownFacts): string {
  const { date, source, held, readingMinutes } = article;
  const label = heldLabel(held, site);
  const time = readingTime(readingMinutes, site);
  let facts = label === false ? '' : label.source;
  if (known.date !== (date?.edtf ?? '')) {
    facts +=
      date === undefined
        ? `<span>${escapeHtml(site.messages.undated)}</span> `
        : `${timeElement(date, site).source} `;
  }
  if (source !== undefined && source !== known.source) {
    facts += `<span>${isolateName(source).source}</span> `;
  }
  return time === false ? facts : facts + time.source;
}

/**
 * An article in a listing: title, date, source, reading time of a long one, description. Built without `html`, for
 * speed: lists have a hundred.
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
  const { id, title, description, picture, outputPath, language: written } = article;
  const language = langAttributes(written, site) || '';
  const facts = entryFacts(article, site, known);
  let source = `<li class="entry" data-entry="${escapeHtml(id)}"${cardDirection(written, site) || ''}>\n`;
  source += thumbnail(picture, site) || '';
  source += `<${heading} class="entry-title"${language}><a href="${escapeHtml(site.href(outputPath))}">${isolateName(title, written)}</a></${heading}>\n`;
  if (facts !== '' || anchor !== undefined) {
    const fragment = anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`;
    source += `<p class="entry-facts"${fragment}>${facts}</p>\n`;
  }
  source += `<p class="entry-description"${language}>${lineOf(description, written)}</p>\n</li>\n`;
  return trusted(source);
}
