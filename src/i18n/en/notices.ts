import type { NoticeWords } from '../../model/messages.ts';

/** Notices of an article's page, in English. */
export const englishNotices: NoticeWords = {
  pictureCredit: 'Photo: {name}',
  corrections: { zero: 'Correction', one: 'Correction', other: 'Corrections' },
  updated: 'Updated {date}',
  identifiers: 'Persistent identifiers:',
};
