import type { WebImportRule } from '../../model/web-import-rules.ts';
import type { CliMessages } from '../cli-messages.ts';
import { plural } from './words.ts';

/** Names of what a page shows around an article. */
const furniture: Readonly<Record<string, string>> = {
  ...{ notice: 'notices', dialog: 'dialogs', newsletter: 'newsletter boxes', share: 'share bars' },
  ...{ related: 'links to other articles', comments: 'comments', advertising: 'advertising' },
  ...{
    navigation: 'navigation',
    tags: 'lists of tags',
    form: 'forms',
    details: 'lines of metadata',
    outside: 'words outside the articles',
    page: 'running heads and corrected misprints',
  },
};

/** Why files are passed over, and what to do with them. */
const passedOver: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  pdf: [
    'PDF',
    'Extract its text (pdftotext -enc UTF-8 FILE NAME.txt), and save it in the seeds folder.',
  ],
  word: ['word-processor document', 'Save it as .docx and import that, or as plain text in UTF-8.'],
  sheet: ['spreadsheet', 'Save the sheet as CSV in UTF-8, and import that.'],
  slides: ['slides', 'Copy the text of each article into a .txt file of the seeds folder.'],
  book: ['e-book', 'Convert it to EPUB and import that.'],
  picture: [
    'picture',
    'Pictures are imported with the pages that show them; extract the text of a scan with OCR first.',
  ],
  media: ['video, audio or part of a page’s design', 'No action needed.'],
  packed: ['packed file', 'Unpack it, and import the folder.'],
  text: ['text that needs no import', 'Move it to the seeds folder as it is.'],
  records: ['records that need no import', 'Move the file to the seeds folder as it is.'],
  program: ['source code, not a page that it produced', 'Save the page from a browser.'],
  empty: ['empty file', 'Download or export it again.'],
  ocr: [
    'OCR output with the places of words (hOCR, ALTO, PAGE)',
    'Export plain text from the OCR program.',
  ],
};

/** Of a file of which nothing else is known. */
const otherFile = [
  'file of a type that is not read',
  'Name its type with --from, or save its text in the seeds folder.',
] as const;

/** Returns the name of a kind of files that are passed over. */
export const englishPassedOver = (reason: string): string => (passedOver[reason] ?? otherFile)[0];

/** Diagnostics of imports of pages, XML and JSON, and of the files in a folder, in English. */
export const englishWebImportRules: Pick<CliMessages['rules'], WebImportRule> = {
  'import-unknown-kind': ({ reason }) => {
    const unknown = {
      message: 'File type not recognised; nothing was imported.',
      fix: 'Name its type with --from: wordpress, feed, csv, html, warc, tei, json, word or epub.',
    };
    const [what, fix] = reason === undefined ? [] : (passedOver[reason] ?? []);
    return what === undefined || fix === undefined
      ? unknown
      : { message: `Nothing was imported from this file: ${what}.`, fix };
  },
  'import-no-main-text': ({ address }) => ({
    message: `No article was found in this page${address === undefined ? '' : `: ${address}`}.`,
    fix: 'If it holds an article, save its text as a seed of its own.',
  }),
  'import-left-out': ({ letters, kinds, text }) => ({
    message: `Text around the article was left out (${kinds
      .split(' ')
      .map((kind) => furniture[kind] ?? kind)
      .join(', ')}; ${plural(letters, 'letter', 'letters')}): “${text}”`,
    fix: 'If it belongs to the article, copy it into the seed.',
  }),
  'import-embedded': ({ video, audio, frame, lost }) => {
    const linked = [
      ...(video > 0 ? [plural(video, 'video', 'videos')] : []),
      ...(audio > 0 ? [plural(audio, 'audio file', 'audio files')] : []),
      ...(frame > 0 ? [plural(frame, 'embedded page', 'embedded pages')] : []),
    ];
    const links =
      linked.length === 0
        ? []
        : [`Replaced by links, because they cannot be imported: ${linked.join(', ')}.`];
    const gone =
      lost === 0
        ? []
        : [
            `${plural(lost, 'video or audio file', 'videos or audio files')} without an address could not be imported.`,
          ];
    return {
      message: [...links, ...gone].join(' '),
      fix:
        linked.length === 0
          ? 'Write the address of each in the seed if you know it.'
          : 'Check that the links still work.',
    };
  },
  'import-declared-encoding': ({ declared, address }) => ({
    message: `The file is valid UTF-8, although it declares ${declared}${address === undefined ? '' : ` (${address})`}; it was read as UTF-8.`,
    fix: 'No action needed.',
  }),
  'import-passed-over': ({ reason }) => {
    const [what, fix] = passedOver[reason] ?? otherFile;
    return { message: `Not imported: ${what}.`, fix };
  },
  'import-nothing-found': ({ files }) => ({
    message: `No article was found in ${plural(files, 'file', 'files')}.`,
    fix: 'See why each was not imported (--json lists all), or name their type with --from.',
  }),
  'import-xml-kind': ({ kind }) => ({
    message: `XML of a type that is not read (${kind}); nothing was imported from it.`,
    fix: 'Export it as RSS, TEI or CSV, or save the text of each article as .txt.',
  }),
  'import-json-part': () => ({
    message: 'This part of the JSON file is not an article: it has no text.',
    fix: 'Compare the number of articles with that of the old system.',
  }),
  'import-unread-folder': ({ option }) => ({
    message: option.startsWith('--root')
      ? 'This folder is not in the seeds folder of the site above it; a build of that site does not read it.'
      : 'This folder is not in “seeds/” of the site; a build reads it only with the same option.',
    fix: option.startsWith('--root')
      ? `Import with ${option}, or move the folder into its seeds folder.`
      : `Build with: warraq build ${option}`,
  }),
};
