import { notFound } from '../../../templates/not-found.ts';
import type { OverviewKind } from '../define-page.ts';

/** `404.html`, the name that static hosts look for. */
export const notFoundPage: OverviewKind<'not-found', Record<never, never>> = {
  kind: 'not-found',
  template: notFound,
  of: 'archive',
  reserves: /^404\.html$/,
  *pages({ messages }) {
    yield {
      kind: 'not-found',
      outputPath: '404.html',
      title: messages.notFoundTitle,
      description: messages.notFoundText,
      data: {},
    };
  },
};
