import type { FrameWords } from '../../model/frame-words.ts';
import type { ReaderWords } from '../../model/reader-words.ts';

/** Texts of the frame in English. */
export const englishFrame: FrameWords = {
  sections: 'Archive sections',
  dates: 'Dates',
  search: 'Search',
  ways: 'Archive links',
  feeds: 'Feeds:',
  exports: 'Download everything:',
};

/** Texts of the reader script in English. */
export const englishReader: ReaderWords = {
  settings: 'Reading settings',
  size: {
    title: 'Text size',
    values: { small: 'Small', '': 'Normal', large: 'Large', huge: 'Very large' },
  },
  theme: { title: 'Theme', values: { '': 'System', light: 'Light', dark: 'Dark' } },
  linkCopied: 'Link copied',
  quote: 'Copy quotation with citation',
  text: 'plain text',
  quoteCopied: 'Quotation and citation copied',
  copyFailed: 'Copying failed',
  quotationMarks: ['“', '”'],
  listSeparator: ', ',
};
