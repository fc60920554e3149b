import type { CliMessages } from '../cli-messages.ts';
import { englishNumber, plural } from './words.ts';

/** Diagnostics of the site's own pages and its menu, in English. */
export const englishOwnPageRules: Pick<
  CliMessages['rules'],
  | 'own-page-format'
  | 'own-page-folder'
  | 'own-page-pictures'
  | 'own-page-link'
  | 'own-page-redact'
  | 'own-page-value'
  | 'own-page-twice'
  | 'own-pages-too-many'
  | 'menu-no-page'
> = {
  'own-page-format': () => ({
    message: 'This file is not Markdown and was not published: pages/ holds the pages of the site.',
    fix: 'Save the page as .md, or move the file out of the folder.',
  }),
  'own-page-folder': () => ({
    message:
      'The Markdown files of this folder were not published: pages are read from pages/ itself.',
    fix: 'Move the pages up into pages/.',
  }),
  'own-page-pictures': ({ count, names }) => ({
    message: `No page shows ${plural(count, 'picture', 'pictures')} of pages/: ${names}`,
    fix: 'Name them in a page, or delete them. Pictures of articles belong in the seeds folder.',
  }),
  'own-page-link': ({ link }) => ({
    message: `The link “${link}” leads to no page of pages/; its text is shown without a link.`,
    fix: 'Write the name of a file in pages/, or a path in the archive: /articles/port.html',
  }),
  'own-page-redact': () => ({
    message: '“redact” withholds names in articles only; this page was not published.',
    fix: 'Remove the names from the text of the page, and the line from its front matter.',
  }),
  'own-page-value': ({ key, value, expected }) => ({
    message: `The value of “${key}” is not understood: “${value}”.`,
    fix: `Write a value such as: ${expected}`,
  }),
  'own-page-twice': ({ url, other }) => ({
    message: `Another page has the address of this one (${url}): ${other}. This one was not published.`,
    fix: 'Rename the file, or give it an id of its own.',
  }),
  'own-pages-too-many': ({ limit }) => ({
    message: `pages/ has more than ${englishNumber(limit)} pages; the others were not read.`,
    fix: 'Put articles into the seeds folder, and keep the pages of the site in pages/.',
  }),
  'menu-no-page': ({ target }) => ({
    message: `The menu links to a page that the archive does not have: ${target}.`,
    fix: 'Remove it from menu in warraq.yaml, or correct its name.',
  }),
};
