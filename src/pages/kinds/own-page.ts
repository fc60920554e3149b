import { type OwnPageData, ownPage } from '../../../templates/own-page.ts';
import { linkedPage } from '../../render/destination-links.ts';
import { relativeLink } from '../../render/link.ts';
import type { OverviewKind } from '../page-kind.ts';

/** The pages of the site's own: about the archive, contact. */
export const ownPageKind: OverviewKind<'own-page', OwnPageData> = {
  kind: 'own-page',
  template: ownPage,
  of: 'archive',
  reserves: /^pages$/,
  *pages({ config, changes }) {
    for (const page of config.pages) {
      const { outputPath, title, description } = page;
      yield {
        kind: 'own-page',
        outputPath,
        title,
        description,
        // It depends on the settings alone.
        isUnchanged: changes !== undefined,
        data: { page: linkedPage(page, (path) => relativeLink(outputPath, path)) },
      };
    }
  },
};
