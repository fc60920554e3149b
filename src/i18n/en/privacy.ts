import type { Messages } from '../../model/messages.ts';
import type { CliMessages } from '../cli-messages.ts';

/** Texts of the pages on what is withheld, in English. */
export const englishPrivacySite: Pick<
  Messages,
  'redactedName' | 'redactedNames' | 'withdrawn' | 'unavailable'
> = {
  redactedName: '[name withheld]',
  redactedNames:
    'Names in this article were replaced by a mark. The original file and its fingerprint are therefore not published.',
  withdrawn: {
    title: 'This article was withdrawn',
    text: 'The article at this address was withdrawn from the archive.',
    date: 'Withdrawn on',
    reason: 'Reason',
  },
  unavailable: {
    title: 'This address is no longer in use',
    text: 'What was published at this address is no longer available here.',
  },
};

/** Diagnostics of what is withheld, in English. */
export const englishPrivacyRules: Pick<
  CliMessages['rules'],
  'redact-name' | 'redact-title' | 'redact-setting' | 'redact-incomplete'
> = {
  'redact-name': ({ name }) => ({
    message:
      name === ''
        ? '“redact” names nothing to withhold; the article was not published.'
        : `“${name}” in “redact” is too short or too common to be withheld by itself; the article was not published.`,
    fix: 'List whole names: redact: [Mohamed Ali, Jane Smith].',
  }),
  'redact-title': () => ({
    message: 'The title is only a withheld name; the page shows the mark instead.',
    fix: 'Give the article a title without the name (title).',
  }),
  'redact-setting': ({ key }) => ({
    message: `“${key}” in the settings contains a name that “redact” withholds.`,
    fix: 'Remove the name from that setting, or from “redact”.',
  }),
  'redact-incomplete': ({ where }) => ({
    message: `A withheld name is left in “${where}”; the article was not published.`,
    fix: 'Remove the name from that part of the file.',
  }),
};
