import type { CliMessages } from '../cli-messages.ts';

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
      message: `“${value}” is not a date that exists, in a form that Warraq reads.`,
      fix:
        suggestion === ''
          ? 'Write 2017-12-12, 2017-12 or 2017; add ? if in doubt, ~ if approximate.'
          : `Did you mean ${suggestion}?`,
    };
  },
  'metadata-date-doubtful': ({ value, date, hasTwo }) => ({
    message: hasTwo
      ? `“${value}” has two dates; the first was read, ${date}, and is marked as uncertain.`
      : `The day of the week in “${value}” is not that of ${date}; the date is marked as uncertain.`,
    fix: hasTwo ? 'Write the one that counts.' : 'Correct the day of the week or the date.',
  }),
  'date-read': ({ form, written, date, articles }) => {
    const many = articles > 1 ? ` (${articles} dates in all)` : '';
    switch (form) {
      case 'hijri':
        return {
          message: `“${written}” was read as a Hijri date, and ${date} calculated from it${many}.`,
          fix: 'Nothing to do if the date is Hijri; otherwise write the Gregorian year.',
        };
      case 'name':
        return {
          message: `The date ${date} was taken from “${written}” in the path of the file${many}.`,
          fix: 'Nothing to do if it is the date of the article; otherwise write that into the metadata: date: 2017-12-12',
        };
      default:
        return {
          message: `“${written}” is a date in another form and was read as ${date}${many}.`,
          fix: 'Nothing to do if it was read rightly.',
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
      : `Articles without a date: ${undated.articles}`;
  if (key === undefined) {
    return `${all}; write it into the metadata (date: 2017-12-12) or the name of the file (2017-12-12-story.txt).`;
  }
  return isOfRecords === true
    ? `${all}; is it in “${key}”? Write in warraq.yaml: records: {fields: {date: ${key}}}`
    : `${all}; is it in “${key}”? Write it under the key date.`;
};
