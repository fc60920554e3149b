import type { Listing } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolateName } from './language.ts';

/** The heading of a listing: its name, and the source where it shows only the articles of one. */
export function listHeading(name: string | Html, { part }: Listing, site: Site): Html {
  if (part === undefined) return html`<h1>${name}</h1>`;
  const { lists } = site.messages;
  const { source } = part;
  const words = lists.ofSource.split(/\{(list|source)\}/);
  const ofSource = source === undefined ? lists.noSource : isolateName(source);
  return html`<h1>${words.map((word, i) =>
    i % 2 === 0 ? word : word === 'list' ? name : ofSource,
  )}</h1>`;
}
