import type { MarkupKind } from '../../model/markup.ts';
import type { CliMessages } from '../cli-messages.ts';
import { plural } from './words.ts';

/** What a text is written in, and what is done with it where it should be plain. */
const kinds: Readonly<Record<MarkupKind, readonly [name: string, read: string, fix: string]>> = {
  html: [
    'HTML',
    'its paragraphs, headings, lists and tables were read; none of its tags are on the page',
    'Compare it with its source; saved web pages are read by `import`.',
  ],
  rtf: [
    'RTF',
    'its text was read without its layout',
    'Compare it with its source, or save it as .docx or as plain text in UTF-8.',
  ],
  mediawiki: [
    'MediaWiki markup',
    'its headings and links were read, its categories are topics',
    'Compare it with its source, and write out the templates that you need.',
  ],
  wikiextractor: [
    'the format of WikiExtractor',
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
    'its headings and words were read without its commands',
    'Compare it with its source, or convert it with `pandoc -t markdown`.',
  ],
  shortcodes: [
    'shortcodes ({{< >}} or [caption])',
    'they were removed, the words between them stay',
    'Write what each of them showed in its place: a picture, a link or text.',
  ],
  liquid: [
    'Liquid tags ({% %} or {{ }})',
    'they were removed, the words between them stay',
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
    const rest =
      dropped === 0
        ? ''
        : `; ${plural(dropped, 'part that is', 'parts that are')} no text left out`;
    return { message: `The text has ${name}; ${read}${rest}.`, fix };
  },
  'markup-unreadable': ({ kind }) => ({
    message: `This is the source of ${kinds[kind][0]}, and no text could be read from it; it was not published.`,
    fix: 'Open it in a word processor, and save it as plain text in UTF-8.',
  }),
  'letters-lost': ({ words }) => ({
    message: `The letters of the text were lost before it came here: ${plural(words, 'word is', 'words are')} question marks; it was not published.`,
    fix: 'Get the text again from its source, and save it as UTF-8.',
  }),
  'letters-lost-some': ({ words }) => ({
    message: `Part of the text was lost before it came here: ${plural(words, 'word is', 'words are')} question marks.`,
    fix: 'Get the text again from its source, and save it as UTF-8, or hold it back with the key draft.',
  }),
  'articles-several': ({ count, isSplit }) => ({
    message: isSplit
      ? `The file holds ${count} articles, parted by lines of signs; each became an article.`
      : `The file seems to hold ${count} articles, parted by lines of signs; they were published as one.`,
    fix: isSplit
      ? 'Put each in a file of its own, so that its address stays whatever is added to the others.'
      : 'If they are articles, put each in a file of its own.',
  }),
  'title-only': () => ({
    message: 'The text is only a title.',
    fix: 'Add its body, or remove the file if it is no article.',
  }),
};
