import type { OfficeFaultName } from '../../model/office-rules.ts';
import type { CliMessages, DiagnosticText } from '../cli-messages.ts';

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
    message: 'This file has a password, or is in the old Word format (.doc); it was not read.',
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
  'office-unreadable' | 'office-macros' | 'office-left-out' | 'office-no-program'
> = {
  'office-unreadable': ({ fault, reason }) => ({
    ...faults[fault],
    message: faults[fault].message + (reason === '' ? '' : ` (${reason})`),
  }),
  'office-macros': () => ({
    message: 'This file has macros; its text was read without them.',
    fix: 'Nothing needs to be done.',
  }),
  'office-left-out': ({ elements }) => ({
    message: `This file has parts that cannot be read, such as charts and formulas: ${elements}.`,
    fix: 'Save them as pictures in the file if the article needs them.',
  }),
  'office-no-program': ({ extension }) => ({
    message: `Files of the type ${extension} are read with the help of LibreOffice, which is not installed here.`,
    fix: 'Install LibreOffice (the command soffice), or save the file as .docx.',
  }),
};
