import type { Messages } from '../../model/messages.ts';
import type { CliMessages } from '../cli-messages.ts';

/** Words of the terms of a site's own fields, in English. */
export const englishFieldTerms: Messages['fieldTerms'] = {
  articlesOf: 'Articles in this archive, {label}: {name}.',
  count: { zero: 'no values', one: '1 value', other: '{n} values' },
};

const forms = {
  text: ['one text', 'key: text'],
  list: ['a list of texts', 'key: [first, second]'],
  place: ['a list of places', 'key: [Cairo, Aden]'],
  date: ['a date', '2017-12-12, 2017-12 or 2017'],
  number: ['a number', '1250 or 12.5'],
} as const;

/** Diagnostics of a site's own fields, in English. */
export const englishFieldRules: Pick<CliMessages['rules'], 'field-value'> = {
  'field-value': ({ key, type, value }) => ({
    message: `“${key}” must be ${forms[type][0]}; “${value}” was kept as it is written.`,
    fix: `Write it as ${forms[type][1]}, or change the type of the field in warraq.yaml under “fields”.`,
  }),
};
