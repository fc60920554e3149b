import { gone } from '../../../templates/gone.ts';
import type { AddressKind } from '../page-kind.ts';
import { articlesTrail } from '../trail.ts';

/** The page at the address of a deleted article, where the settings ask for one. */
export const gonePage: AddressKind<'gone', Record<never, never>> = {
  kind: 'gone',
  template: gone,
  of: 'address',
  isDocument: false,
  page: ({ outputPath }, site) => ({
    kind: 'gone',
    outputPath,
    title: site.messages.goneTitle,
    description: site.messages.goneText,
    trail: articlesTrail(site),
    head: { tags: [{ name: 'robots', content: 'noindex' }], linkedData: undefined },
    data: {},
  }),
};
