import { definePage } from '../define-page.ts';
import { firstEntries, listingUrl } from '../listing.ts';

/** Articles on the front page. */
const latestCount = 50;

/** The front page. */
export const home = definePage({
  kind: 'home',
  reserves: /^(?:index\.html|manifest-sha256\.txt)$/,
  *pages({ archive, config }) {
    yield {
      kind: 'home',
      url: 'index.html',
      title: config.name,
      description: config.description,
      data: {
        extent: archive.extent(),
        latest: firstEntries(archive.entries(), latestCount),
        all: listingUrl(1, 1),
      },
    };
  },
});
