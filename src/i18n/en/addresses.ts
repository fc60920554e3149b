import type { Messages } from '../../model/messages.ts';

/** Texts of the pages at old addresses, in English. */
export const englishAddressPages: Pick<
  Messages,
  'movedTitle' | 'movedText' | 'movedLink' | 'goneTitle' | 'goneText'
> = {
  movedTitle: 'This page has moved',
  movedText: 'The article has a new address in the archive.',
  movedLink: 'Go to the article',
  goneTitle: 'This article is no longer in the archive',
  goneText: 'An article was published here and has been removed.',
};
