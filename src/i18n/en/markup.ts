import type { MarkupKind } from '../../model/markup.ts';
import type { CliMessages } from '../cli-messages.ts';
import { plural } from './words.ts';

/** What a text is written in, and what is done with it where it should be plain. */
const kinds: Readonly<Record<MarkupKind, readonly [name: string, read: string, fix: string]>> = {
  html: [
    'HTML',
    'its paragraphs, headings, lists and tables were read, and the page shows none of its tags',
    'Compare it with its source; saved web pages are read by “warraq import”.',
  ],
  rtf: [
    'RTF',
    'its text was read without its layout',
    'Compare it with its source, or save it as .docx or as plain text in UTF-8.',
  ],
  mediawiki: [
    'MediaWiki markup',
    'its headings and links were read, its categories became topics',
    'Compare it with its source, and write out the templates that you need.',
  ],
  wikiextractor: [
    'WikiExtractor markup',
    'each <doc> became an article with its title and URL',
    'For addresses that never change, put each article in a file of its own.',
  ],
  openiti: [
    'OpenITI mARkdown',
    'its paragraphs and headings were read',
    'Compare it with its source; page numbers are not published.',
  ],
  latex: [
    'LaTeX',
    'its headings and text were read without its commands',
    'Compare it with its source, or convert it with “pandoc -t markdown”.',
  ],
  shortcodes: [
    'shortcodes ({{< >}} or [caption])',
    'they were removed, and the words between them kept',
    'Write what each of them showed in its place: a picture, a link or text.',
  ],
  liquid: [
    'Liquid tags ({% %} or {{ }})',
    'they were removed, and the words between them kept',
    'Write what each of them showed in its place.',
  ],
};

/** Diagnostics of other programs' markup, in English. */
export const englishMarkupRules: Pick<
  CliMessages['rules'],
  | 'markup-read'
  | 'markup-unreadable'
  | 'letters-lost'
  | 'letters-lost-some'
  | 'articles-several'
  | 'title-only'
> = {
  'markup-read': ({ kind, dropped }) => {
    const [name, read, fix] = kinds[kind];
    const rest = dropped === 0 ? '' : `; ${plural(dropped, 'part', 'parts')} without text left out`;
    return { message: `The text contains ${name}; ${read}${rest}.`, fix };
  },
  'markup-unreadable': ({ kind }) => ({
    message: `The file contains ${kinds[kind][0]}, and no text was found in it; it was not published.`,
    fix: 'Open it in a word processor, and save it as plain text in UTF-8.',
  }),
  'letters-lost': ({ words }) => ({
    message: `The letters of the text were lost in another program (question marks in place of ${plural(words, 'word', 'words')}); it was not published.`,
    fix: 'Get the text again from its source, and save it as UTF-8.',
  }),
  'letters-lost-some': ({ words }) => ({
    message: `Part of the text was lost in another program (question marks in place of ${plural(words, 'word', 'words')}).`,
    fix: 'Get the text again from its source, and save it as UTF-8, or hold it back: draft: true',
  }),
  'articles-several': ({ count, isSplit }) => ({
    message: isSplit
      ? `The file holds ${count} articles, separated by lines such as ***; each was published on its own.`
      : `The file seems to hold ${count} articles, separated by lines such as ***; they were published as one.`,
    fix: isSplit
      ? 'Put each in a file of its own, so that its address stays the same when articles are added.'
      : 'If they are articles, put each in a file of its own.',
  }),
  'title-only': () => ({
    message: 'The text has nothing but its title.',
    fix: 'Add its body, or remove the file if it is not an article.',
  }),
};
