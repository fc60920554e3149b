import { type WithheldData, withheld } from '../../../templates/withheld.ts';
import type { OverviewKind } from '../page-kind.ts';
import { articlesTrail } from '../trail.ts';

/** The pages at the addresses of withdrawn articles, and at those that would show a withheld name. */
export const withheldPage: OverviewKind<'withheld', WithheldData> = {
  kind: 'withheld',
  template: withheld,
  of: 'archive',
  unlisted: true,
  *pages(context) {
    const { archive, messages } = context;
    for (const { outputPath, withdrawal } of archive.withheld()) {
      const isWithdrawn = withdrawal !== undefined;
      yield {
        kind: 'withheld',
        outputPath,
        title: isWithdrawn ? messages.withdrawn.title : messages.unavailable.title,
        description: isWithdrawn ? messages.withdrawn.text : messages.unavailable.text,
        head: { tags: [{ name: 'robots', content: 'noindex' }], linkedData: undefined },
        trail: articlesTrail(context),
        data: { withdrawal },
      };
    }
  },
};
