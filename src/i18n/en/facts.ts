import type { Messages } from '../../model/messages.ts';

/** Labels of metadata on the page of an article, in English. */
export const englishFacts: Messages['facts'] = {
  volume: 'Volume',
  series: 'In the series',
  part: 'Part',
  license: 'Licence',
};
