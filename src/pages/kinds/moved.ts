import { type MovedData, moved } from '../../../templates/moved.ts';
import type { AddressKind } from '../page-kind.ts';

/** The page at an old address of an article, which leads to its address now. */
export const movedPage: AddressKind<'moved', MovedData> = {
  kind: 'moved',
  template: moved,
  of: 'address',
  isDocument: true,
  page: ({ outputPath, target = 'index.html' }, { messages }) => ({
    kind: 'moved',
    outputPath,
    title: messages.movedTitle,
    description: messages.movedText,
    data: { target },
  }),
};
