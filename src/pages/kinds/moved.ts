import { type MovedData, moved } from '../../../templates/moved.ts';
import type { Messages } from '../../model/messages.ts';
import type { AddressKind, PageOf } from '../page-kind.ts';

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

/**
 * Returns the page at the number of a listing's newest page, which leads to that page.
 *
 * @param target output path of the newest page
 */
export const listRedirect = (
  outputPath: string,
  target: string,
  { movedTitle, lists }: Pick<Messages, 'movedTitle' | 'lists'>,
): PageOf<'moved', MovedData> => ({
  ...{ kind: 'moved', outputPath, title: movedTitle, description: lists.moved },
  data: { target, isList: true },
});
