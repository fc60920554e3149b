import type { Messages } from '../../model/messages.ts';

/** Labels of metadata on the page of an article, in Arabic. */
export const arabicFacts: Messages['facts'] = {
  volume: 'المجلد',
  series: 'ضمن سلسلة',
  part: 'الجزء',
  license: 'الرخصة',
};
