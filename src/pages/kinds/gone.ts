import { gone } from '../../../templates/gone.ts';
import type { AddressKind } from '../page-kind.ts';

/** The page at the address of a deleted article, where the settings ask for one. */
export const gonePage: AddressKind<'gone', Record<never, never>> = {
  kind: 'gone',
  template: gone,
  of: 'address',
  isDocument: false,
  page: ({ outputPath }, { messages }) => ({
    kind: 'gone',
    outputPath,
    title: messages.goneTitle,
    description: messages.goneText,
    head: { tags: [{ name: 'robots', content: 'noindex' }], linkedData: undefined },
    data: {},
  }),
};
