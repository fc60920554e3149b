import type { CliMessages } from '../cli-messages.ts';
import { type FileSummaryMessages, fileSummaryLines } from '../file-summary-lines.ts';
import { englishHeldReasons } from './publication.ts';
import { plural } from './words.ts';

const number = (count: number): string => count.toLocaleString('en');
const files = (count: number): string => plural(count, 'file', 'files');

const messages: FileSummaryMessages = {
  excludedBy: {
    ...englishHeldReasons,
    'seed-unknown-format': 'format not read',
    'seed-hidden': 'hidden name',
    'seed-empty': 'no text in it',
    'seed-binary': 'not a text',
    'letters-lost': 'letters lost',
    'markup-unreadable': 'source without readable text',
    'seed-undecodable': 'unknown encoding',
    'office-unreadable': 'damaged or protected document',
    'seed-too-large': 'too large',
    'seed-not-a-file': 'link or device',
    'seed-unreadable': 'unreadable',
    'seed-name-invalid': 'name not UTF-8',
    'sidecar-orphan': 'sidecar without text',
    'id-collision': 'id taken by another',
    'url-collision': 'place taken by another',
    'url-reserved': 'place of the archive’s own',
    'redact-name': 'name that cannot be withheld',
    'redact-incomplete': 'withheld name left in it',
  },
  repairedBy: {
    'encoding-mixed': 'lines in another encoding',
    'text-double-encoding': 'letters encoded twice',
    'text-presentation-forms': 'drawn shapes of letters',
    'text-visual-order': 'letters in the order of the screen',
    'text-invisible': 'invisible characters',
    'text-entities': 'character references of HTML',
    'text-controls': 'control characters',
    'seed-bytes-lost': 'bytes of no letter (�)',
  },
  noExtension: 'no ending',
  separator: ',',
  number,
  total: (f, folder) =>
    `${files(f.found)} in ${folder}: ${number(f.used)} with articles${f.sidecars > 0 ? `, ${plural(f.sidecars, 'sidecar', 'sidecars')}` : ''}, ${number(f.excluded)} left out.`,
  repaired: (count) =>
    `Repaired: ${files(count)}, in the pages alone; the files themselves are as they were.`,
  encodings: (list) => `not in UTF-8: ${list}`,
  repairs: (list) => `damaged: ${list}`,
  excluded: (count) => `Left out: ${files(count)}`,
  otherReasons: (count) => `other reasons: ${count}`,
  excludedRecords: (count) => `Records left out of files with others: ${count}`,
  otherDiagnostics: (count) => `With other remarks, on metadata, dates or marks: ${files(count)}`,
};

/** The file summary in English. */
export const englishFileSummary: CliMessages['fileSummary'] = (summary, folder) =>
  fileSummaryLines(summary, folder, messages);
