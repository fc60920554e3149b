import { type DayData, day } from '../../../templates/day.ts';
import { dateListTitle, regionOf } from '../calendar.ts';
import { partOf, partTitle } from '../list-part.ts';
import { listingHead } from '../listing-head.ts';
import { listingTitle } from '../listing-title.ts';
import { datePath, sourcePartPath } from '../output-paths.ts';
import type { Collection, ListingKind } from '../page-kind.ts';
import { articleTrail, dateTrail } from '../trail.ts';

/** The articles of each date, whatever its precision, and the undated ones. */
export const dayPage: ListingKind<'day', DayData, Extract<Collection, { of: 'date' }>> = {
  kind: 'day',
  template: day,
  of: 'date',
  outputPath: ({ date, source }, number) =>
    source === undefined
      ? datePath(date, number)
      : sourcePartPath(datePath(date), source.slug, number),
  page({ date, source }, outputPath, listing, site) {
    const name = dateListTitle(date, regionOf(site.config), site.messages);
    const title = listingTitle(partTitle(name, source, site.messages), listing, site);
    const part = partOf(source, datePath(date));
    // Above an older page, and above the articles of one source, stands the newest page of all.
    const isBelow = listing.extent === undefined || source !== undefined;
    const trail = isBelow ? articleTrail(date, site) : dateTrail(date, site);
    const data = { date, listing: { ...listing, ...part } };
    const head = listingHead({ outputPath, title }, listing, site);
    return { kind: 'day', outputPath, title, description: title, head, trail, data };
  },
};
