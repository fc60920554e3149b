import { localDigits } from '../calendar/numerals.ts';
import type { Listing } from '../model/page.ts';
import { regionOf } from './calendar.ts';
import type { SiteContext } from './page-kind.ts';

/**
 * Returns the title of one page of a listing: that of the listing, and on all pages but the newest the
 * page's number, so that each page of a site has its own title.
 */
export function listingTitle(
  title: string,
  { extent, number }: Listing,
  { config, messages }: SiteContext,
): string {
  if (extent !== undefined) return title;
  const page = localDigits(String(number), regionOf(config).digits);
  return `${title} – ${messages.listingPage.replace('{page}', page)}`;
}
