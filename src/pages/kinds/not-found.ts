import type { OverviewKind } from '../define-page.ts';

/** `404.html`, the name that static hosts look for. */
export const notFound: OverviewKind<'not-found'> = {
  kind: 'not-found',
  of: 'archive',
  reserves: /^404\.html$/,
  *pages({ messages }) {
    yield {
      kind: 'not-found',
      url: '404.html',
      title: messages.notFoundTitle,
      description: messages.notFoundText,
      data: {},
    };
  },
};
