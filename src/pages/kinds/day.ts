import { type DayData, day } from '../../../templates/day.ts';
import { dateListTitle, regionOf } from '../calendar.ts';
import { listingHead } from '../listing-head.ts';
import { listingTitle } from '../listing-title.ts';
import { datePath } from '../output-paths.ts';
import type { Collection, ListingKind } from '../page-kind.ts';
import { articleTrail, dateTrail } from '../trail.ts';

/** The articles of each date, whatever its precision, and the undated ones. */
export const dayPage: ListingKind<'day', DayData, Extract<Collection, { of: 'date' }>> = {
  kind: 'day',
  template: day,
  of: 'date',
  outputPath: ({ date }, number) => datePath(date, number),
  page({ date }, outputPath, listing, site) {
    const name = dateListTitle(date, regionOf(site.config), site.messages);
    const title = listingTitle(name, listing, site);
    // Above an older page stands the newest one.
    const trail = listing.extent === undefined ? articleTrail(date, site) : dateTrail(date, site);
    const data = { date, listing };
    const head = listingHead({ outputPath, title }, listing, site);
    return { kind: 'day', outputPath, title, description: title, head, trail, data };
  },
};
