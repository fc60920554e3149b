import type { CliMessages } from '../cli-messages.ts';
import { type FileSummaryMessages, fileSummaryLines } from '../file-summary-lines.ts';
import { englishHeldReasons } from './publication.ts';
import { englishNumber, plural } from './words.ts';

const number = (count: number): string => englishNumber(count);
const files = (count: number): string => plural(count, 'file', 'files');

const messages: FileSummaryMessages = {
  excludedBy: {
    ...englishHeldReasons,
    'seed-unknown-format': 'unknown format',
    'seed-hidden': 'hidden name',
    'seed-empty': 'empty',
    'seed-binary': 'not text',
    'letters-lost': 'letters lost',
    'markup-unreadable': 'markup without text',
    'seed-undecodable': 'unknown encoding',
    'office-unreadable': 'damaged or protected document',
    'seed-too-large': 'too large',
    'seed-not-a-file': 'link or device',
    'seed-unreadable': 'unreadable',
    'seed-name-invalid': 'name not UTF-8',
    'sidecar-orphan': 'sidecar without text',
    'id-collision': 'id taken by another',
    'url-collision': 'address taken by another',
    'url-reserved': 'address reserved for pages of the archive',
    'redact-name': 'name that cannot be redacted',
    'redact-incomplete': 'redacted name still in the text',
  },
  repairedBy: {
    'encoding-mixed': 'lines in another encoding',
    'text-double-encoding': 'letters encoded twice',
    'text-presentation-forms': 'presentation-form glyphs',
    'text-visual-order': 'letters in visual order',
    'text-invisible': 'invisible characters',
    'text-entities': 'HTML character references',
    'text-controls': 'control characters',
    'seed-bytes-lost': 'undecodable bytes (�)',
  },
  noExtension: 'no extension',
  separator: ',',
  number,
  total: (f, folder) =>
    `${files(f.found)} in ${folder}: ${number(f.used)} with articles${f.sidecars > 0 ? `, ${plural(f.sidecars, 'sidecar', 'sidecars')}` : ''}${f.excluded > 0 ? `, ${number(f.excluded)} left out` : ''}.`,
  repaired: (count) =>
    `Repaired on the pages: ${files(count)}; the files themselves are unchanged.`,
  encodings: (list) => `not in UTF-8: ${list}`,
  repairs: (list) => `damaged: ${list}`,
  excluded: (count) => `Left out: ${files(count)}`,
  otherReasons: (count) => `other reasons: ${count}`,
  excludedRecords: (count) => `Records left out of files whose other records were read: ${count}`,
  otherDiagnostics: (count) => `Other warnings (metadata, dates, markup): ${files(count)}`,
};

/** The file summary in English. */
export const englishFileSummary: CliMessages['fileSummary'] = (summary, folder) =>
  fileSummaryLines(summary, folder, messages);
