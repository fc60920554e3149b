import type { CalendarWords, ChartWords, IndexWords } from '../../model/calendar-words.ts';

/** Pages of years, months and days, in English. */
export const englishCalendar: CalendarWords = {
  neighbours: 'Previous and next',
  earlier: 'Previous',
  later: 'Next',
  levels: 'Articles:',
  orMore: '{from} or more',
  wholeDay: 'Show all ({articles})',
  noDates: 'No article in this archive has a known date, so there is no index of dates.',
  noDatesHelp: 'Browse all articles, or search them:',
  otherYears: 'Also in:',
  daysOfMonth: 'Days of the month',
  onPage: 'p.\u00a0{page}',
};

/** The chart of a term's articles, in English. */
export const englishChart: ChartWords = {
  byYear: 'Articles by year',
  byMonth: 'Articles by month',
  byDay: 'Articles by day',
  byDecade: 'Articles by decade',
  bar: '{period}: {articles}',
  most: 'Most: {period} ({articles})',
  numbers: 'Numbers as a list',
  skip: 'Skip the chart',
};

/** An index of terms, in English. */
export const englishIndex: IndexWords = {
  letters: 'Letters of the index',
  otherLetters: 'Other',
  order: 'Order of the index',
  byName: 'By name',
  byCount: 'By number of articles',
  inOrderOfCount: 'by number of articles',
};
