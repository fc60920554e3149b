import { type DayData, day } from '../../../templates/day.ts';
import { dateListTitle, regionOf } from '../calendar.ts';
import { listingHead } from '../listing-head.ts';
import { listingTitle } from '../listing-title.ts';
import { datePath, parentDatePath } from '../output-paths.ts';
import type { Collection, ListingKind } from '../page-kind.ts';

/** The articles of each date, whatever its precision, and the undated ones. */
export const dayPage: ListingKind<'day', DayData, Extract<Collection, { of: 'date' }>> = {
  kind: 'day',
  template: day,
  of: 'date',
  outputPath: ({ date }, number) => datePath(date, number),
  page({ date }, outputPath, listing, site) {
    const name = dateListTitle(date, regionOf(site.config), site.messages);
    const title = listingTitle(name, listing, site);
    const data = { date, listing, up: parentDatePath(date) };
    const head = listingHead({ outputPath, title }, listing, site);
    return { kind: 'day', outputPath, title, description: title, head, data };
  },
};
