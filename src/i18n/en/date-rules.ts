import type { CliMessages } from '../cli-messages.ts';
import { englishNumber } from './words.ts';

/** Diagnostics of dates, in English. */
export const englishDateRules: Pick<
  CliMessages['rules'],
  'metadata-date' | 'metadata-date-doubtful' | 'date-read'
> = {
  'metadata-date': ({ value, suggestion, readings }) => {
    if (readings !== undefined) {
      return {
        message: `“${value}” may mean ${readings.join(' or ')}; it was left out.`,
        fix: `Write the date that is meant (such as ${readings[0] ?? ''}), or give the order of the numbers in warraq.yaml: dates: {order: dmy}`,
      };
    }
    return {
      message: `Cannot read the date “${value}”.`,
      fix:
        suggestion === ''
          ? 'Write 2017-12-12, 2017-12 or 2017; add ? if in doubt, ~ if approximate.'
          : `Did you mean ${suggestion}?`,
    };
  },
  'metadata-date-doubtful': ({ value, date, hasTwo }) => ({
    message: hasTwo
      ? `“${value}” has two dates; the first, ${date}, was used and marked as uncertain.`
      : `The day of the week in “${value}” is not that of ${date}; the date is marked as uncertain.`,
    fix: hasTwo ? 'Write only the date that is meant.' : 'Correct the day of the week or the date.',
  }),
  'date-read': ({ form, written, date, articles }) => {
    const many = articles > 1 ? ` (${englishNumber(articles)} dates in this form)` : '';
    switch (form) {
      case 'hijri':
        return {
          message: `“${written}” was read as a Hijri date; ${date} was calculated from it${many}.`,
          fix: 'No action needed if the date is Hijri; otherwise write the Gregorian year.',
        };
      case 'name':
        return {
          message: `The date ${date} was taken from “${written}” in the path of the file${many}.`,
          fix: 'No action needed if it is the date of the article; otherwise write the right date in the metadata: date: 2017-12-12',
        };
      default:
        return {
          message: `“${written}” was read as ${date}${many}.`,
          fix: 'No action needed if that is right; otherwise write it as 2017-12-12.',
        };
    }
  },
};

/** How many articles have no date, in English. */
export const englishUndatedLine: CliMessages['undatedLine'] = (undated, articles) => {
  const { key, isOfRecords } = undated;
  const all =
    undated.articles === articles
      ? 'No article has a date'
      : `Articles without a date: ${englishNumber(undated.articles)}`;
  if (key === undefined) {
    return `${all}; write the date in the metadata (date: 2017-12-12) or in the file name (2017-12-12-story.txt).`;
  }
  return isOfRecords === true
    ? `${all}; if the date is in “${key}”, write in warraq.yaml: records: {fields: {date: ${key}}}`
    : `${all}; if the date is in “${key}”, write it under the key “date”.`;
};
