import { definePage } from '../define-page.ts';

/** `404.html`, the name that static hosts look for. */
export const notFound = definePage({
  kind: 'not-found',
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
});
