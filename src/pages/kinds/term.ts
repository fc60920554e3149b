import { type TermData, term } from '../../../templates/term.ts';
import { authorityOf } from '../../arabic/authority.ts';
import { termKinds } from '../../model/term-kind.ts';
import { partOf, partTitle } from '../list-part.ts';
import { listingHead } from '../listing-head.ts';
import { listingTitle } from '../listing-title.ts';
import {
  fieldsFolder,
  sourcePartPath,
  termFeedPath,
  termFolders,
  termPath,
} from '../output-paths.ts';
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
  outputPath: ({ term, slug, source }, number) =>
    source === undefined
      ? termPath(term, slug, number)
      : sourcePartPath(termPath(term, slug), source.slug, number),
  feedPath: ({ term, slug, source }) =>
    source === undefined ? termFeedPath(term, slug) : undefined,
  page({ term: kind, slug, name, source }, outputPath, listing, site) {
    const { messages, config } = site;
    const title = listingTitle(partTitle(name, source, messages), listing, site);
    const articlesOf = termWords(messages, kind).articlesOf.replace('{name}', () => name);
    const authority = authorityOf(config.authority, kind, name);
    const isWhole = source === undefined;
    const feed = config.baseUrl === undefined ? undefined : listing.feed;
    // Above an older page, and above the articles of one source, stands the newest page of all.
    const newest = { name, outputPath: termPath(kind, slug) };
    const isBelow = listing.extent === undefined || !isWhole;
    const trail = [...termTrail(kind, site), ...(isBelow ? [newest] : [])];
    const data = {
      ...{ term: { kind, slug, name }, authority, feed },
      listing: { ...listing, ...partOf(source, termPath(kind, slug)) },
    };
    const description = isWhole ? articlesOf : title;
    const head = listingHead({ outputPath, title }, listing, site, feed);
    return { kind: 'term', outputPath, title, description, head, trail, data };
  },
};
