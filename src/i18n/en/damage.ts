import type { CliMessages } from '../cli-messages.ts';
import { englishFileTypes, englishMegabytes, englishNumber } from './words.ts';

const number = (n: number): string => englishNumber(n);

/** What is wrong with a gzip file, and the fix. */
const gzipFaults: Readonly<
  Record<string, (offset: number, resumed: number) => readonly [message: string, fix: string]>
> = {
  cut: (offset) => [
    `The gzip file is truncated at byte ${number(offset)}.`,
    'Copy or download it again; “gzip -t FILE” tests it.',
  ],
  data: (offset) => [
    `The gzip file is damaged at byte ${number(offset)}.`,
    'Copy or download it again; “gzip -t FILE” tests it.',
  ],
  checksum: (offset) => [
    `The text of the gzip file does not match its checksum at byte ${number(offset)}; some of it may be wrong.`,
    'Copy or download it again; “gzip -t FILE” tests it.',
  ],
  garbage: (offset, resumed) => [
    `From byte ${number(offset)} on, the gzip file holds bytes that are not compressed.`,
    resumed < 0
      ? `Cut them off: head -c ${offset} FILE > NEW-FILE. If something should follow, copy the file again.`
      : `Remove the bytes ${number(offset)} to ${number(resumed - 1)}, or copy the file again.`,
  ],
  'not-gzip': () => [
    'The file’s name ends in .gz, but it is not a gzip file.',
    'Remove .gz from its name, or pack it: gzip FILE.',
  ],
  ratio: (offset) => [
    `The first ${number(offset)} bytes of the gzip file unpack to more than any text does; the rest was not read.`,
    'Look at its content: “gzip -dc FILE | head -c 1000”. If it is sound, unpack it.',
  ],
};

const warcFaults: Readonly<Record<string, string>> = {
  header: 'The header of this record or of its HTTP response has no end within the limits',
  length: 'The length of this record is not the one in its header',
  boundary: 'This part of the file belongs to no record',
};

const zipFaults: Readonly<Record<string, string>> = {
  overlap: 'the entries overlap',
  ratio: 'it claims to unpack to more than any web archive does',
  entries: 'there are too many entries',
};

/** Diagnostics of damaged and endless files, in English. */
export const englishDamageRules: Pick<
  CliMessages['rules'],
  | 'check-too-large'
  | 'settings-too-large'
  | 'settings-not-a-file'
  | 'gzip-damaged'
  | 'html-over-limits'
  | 'html-reduced'
  | 'warc-record'
  | 'zip-entry'
> = {
  'check-too-large': ({ bytes, limit }) => ({
    message: `The size of the file is ${englishMegabytes(bytes)}; above ${englishMegabytes(limit)} only its hash is checked.`,
    fix: 'Build again; if Warraq wrote it, split the seed that it comes from.',
  }),
  'settings-too-large': ({ bytes, limit }) => ({
    message: `The size of the settings file is ${englishMegabytes(bytes)}; the limit is ${englishMegabytes(limit)}.`,
    fix: 'Check that it is the right file, or shorten it.',
  }),
  'settings-not-a-file': ({ kind }) => ({
    message: `This is a ${englishFileTypes[kind] ?? kind}, not a settings file.`,
    fix: 'Put the settings file itself there, or name another one with --config.',
  }),
  'html-over-limits': () => ({
    message: 'This page has more HTML tags than any newspaper page; it was not imported.',
    fix: 'If it holds an article, save its text as a seed of its own.',
  }),
  'html-reduced': () => ({
    message: 'This text has more HTML tags than any article; it was imported without them.',
    fix: 'Compare the seed with the page that readers saw.',
  }),
  'warc-record': ({ fault, offset }) => ({
    message: `${warcFaults[fault] ?? fault} (byte ${number(offset)} of the unpacked archive); it was skipped.`,
    fix: 'Check the file with the program that wrote it (“warcio check FILE”), or download it again.',
  }),
  'zip-entry': ({ name, reason }) => ({
    message:
      name === ''
        ? `The package cannot be read: ${zipFaults[reason] ?? reason}.`
        : `“${name}” in the package was not read to its end: ${zipFaults[reason] ?? reason}.`,
    fix: 'Download the package again; “unzip -t FILE” tests it.',
  }),
  'gzip-damaged': ({ fault, offset, resumed, isSeed }) => {
    const [message = '', fix = ''] = gzipFaults[fault]?.(offset, resumed) ?? [];
    const stays = isSeed ? ' What earlier builds read after it stays.' : '';
    const rest =
      resumed < 0
        ? `What came before was read.${stays}`
        : `What came before was read, and the rest from byte ${number(resumed)} on.${stays}`;
    return { message: fault === 'not-gzip' ? message : `${message} ${rest}`, fix };
  },
};
