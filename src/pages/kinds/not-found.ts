import { notFound } from '../../../templates/not-found.ts';
import type { OverviewKind } from '../page-kind.ts';

/** `404.html`: static hosts serve it for addresses that do not exist. */
export const notFoundPage: OverviewKind<'not-found', Record<never, never>> = {
  kind: 'not-found',
  template: notFound,
  of: 'archive',
  unlisted: true,
  reserves: /^404\.html$/,
  *pages({ messages, changes }) {
    yield {
      kind: 'not-found',
      outputPath: '404.html',
      title: messages.notFoundTitle,
      description: messages.notFoundText,
      isUnchanged: changes !== undefined,
      data: {},
    };
  },
};
