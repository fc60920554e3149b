import { type TermData, term } from '../../../templates/term.ts';
import { authorityOf } from '../../arabic/authority.ts';
import { termKinds } from '../../model/term-kind.ts';
import { listingHead } from '../listing-head.ts';
import { listingTitle } from '../listing-title.ts';
import { fieldsFolder, termFeedPath, termFolders, termPath } from '../output-paths.ts';
import type { Collection, ListingKind } from '../page-kind.ts';
import { termWords } from '../term-words.ts';
import { termTrail } from '../trail.ts';

/** The articles of each source, author, subject, person, place and newspaper section. */
export const termPage: ListingKind<'term', TermData, Extract<Collection, { of: 'term' }>> = {
  kind: 'term',
  template: term,
  of: 'term',
  // Whole folders: slugs of terms are arbitrary.
  reserves: new RegExp(
    `^(?:${[...termKinds.map((kind) => termFolders[kind]), fieldsFolder].join('|')})$`,
  ),
  outputPath: ({ term, slug }, number) => termPath(term, slug, number),
  feedPath: ({ term, slug }) => termFeedPath(term, slug),
  page({ term: kind, slug, name }, outputPath, listing, site) {
    const { messages, config } = site;
    const title = listingTitle(name, listing, site);
    const description = termWords(messages, kind).articlesOf.replace('{name}', () => name);
    const authority = authorityOf(config.authority, kind, name);
    const feed = config.baseUrl === undefined ? undefined : termFeedPath(kind, slug);
    // Above an older page stands the newest one.
    const newest = { name, outputPath: termPath(kind, slug) };
    const trail = [...termTrail(kind, site), ...(listing.extent === undefined ? [newest] : [])];
    const data = { term: { kind, slug, name }, listing, authority, feed };
    const head = listingHead({ outputPath, title }, listing, site, feed);
    return { kind: 'term', outputPath, title, description, head, trail, data };
  },
};
