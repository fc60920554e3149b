import type { OfficeFaultName } from '../../model/office-rules.ts';
import type { CliMessages, DiagnosticText } from '../cli-messages.ts';
import { plural } from './words.ts';

/** Where letters stand that are not part of a text. */
const places = {
  hidden: 'hidden text',
  deleted: 'deleted text',
  contents: 'tables of contents',
  margins: 'headers and footers',
  comments: 'comments',
} as const;

/** The same places, in the order in which they are told. */
const placeNames = ['hidden', 'deleted', 'contents', 'margins', 'comments'] as const;

/** Why a file of an office program cannot be read, and the fix. */
const faults: Readonly<Record<OfficeFaultName, DiagnosticText>> = {
  zip: {
    message: 'This file is damaged or not a Word file; it was not read.',
    fix: 'Open it in its program and save it again as .docx or .odt.',
  },
  bomb: {
    message: 'This file unpacks to more than the limit; it was not read.',
    fix: 'Make its pictures smaller, or split it into several files.',
  },
  entities: {
    message:
      'This file has XML declarations that no office program writes and that may do harm; it was not read.',
    fix: 'If you trust its source, open it in its program and save it again.',
  },
  encrypted: {
    message:
      'This file has a password or copy protection, or is in the old Word format (.doc); it was not read.',
    fix: 'Open it in its program and save it as .docx without a password.',
  },
  damaged: {
    message: 'A part of this file is missing or damaged; it was not read.',
    fix: 'Open it in its program and save it again as .docx or .odt.',
  },
  program: {
    message: 'LibreOffice could not convert this file.',
    fix: 'Open it in its program and save it as .docx or .odt.',
  },
};

/** Diagnostics of files of office programs, in English. */
export const englishOfficeRules: Pick<
  CliMessages['rules'],
  | 'office-unreadable'
  | 'office-macros'
  | 'office-left-out'
  | 'office-unseen'
  | 'office-original'
  | 'office-picture-missing'
  | 'office-no-program'
> = {
  'office-unreadable': ({ fault, reason }) => ({
    ...faults[fault],
    message: faults[fault].message + (reason === '' ? '' : ` (${reason})`),
  }),
  'office-macros': () => ({
    message: 'This file has macros; its text was read without them.',
    fix: 'No action needed.',
  }),
  'office-left-out': ({ elements }) => ({
    message: `This file has parts that cannot be read, such as charts and formulas: ${elements}.`,
    fix: 'Save them as pictures in the file if the article needs them.',
  }),
  'office-unseen': (values) => ({
    message: `Left out, because it is not part of the text: ${placeNames
      .filter((place) => values[place] > 0)
      .map((place) => `${places[place]} (${plural(values[place], 'letter', 'letters')})`)
      .join(', ')}.`,
    fix: 'Move what belongs to the article into its text, and show hidden text.',
  }),
  'office-original': () => ({
    message:
      'This file holds comments, hidden text or deleted text, so the file itself is not offered for download.',
    fix: 'To offer the file, accept the changes, delete comments and hidden text, and save it.',
  }),
  'office-picture-missing': ({ count }) => ({
    message: `${plural(count, 'picture', 'pictures')} of this file ${count === 1 ? 'is' : 'are'} linked from elsewhere or missing, and ${count === 1 ? 'was' : 'were'} left out.`,
    fix: 'Open the file in its program, insert the pictures into it, and save it.',
  }),
  'office-no-program': ({ extension }) => ({
    message: `Reading ${extension} files needs LibreOffice, which is not installed here.`,
    fix: 'Install LibreOffice (the command soffice), or save the file as .docx.',
  }),
};
