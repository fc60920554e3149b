import type { CliMessages } from '../cli-messages.ts';
import { englishMegabytes, englishNumber } from './words.ts';

/** Diagnostics of exceeded limits, in English. */
export const englishLimitRules: Pick<
  CliMessages['rules'],
  | 'markdown-too-large'
  | 'markdown-too-deep'
  | 'markdown-too-tangled'
  | 'yaml-too-tangled'
  | 'lines-joined'
  | 'headings-too-many'
  | 'metadata-too-many'
> = {
  'markdown-too-large': ({ bytes, limit }) => ({
    message: `The Markdown file is ${englishMegabytes(bytes)}; the limit is ${Math.round(limit / 1024)} KB. It was read as plain text.`,
    fix: 'Split it, or save it as .txt.',
  }),
  'markdown-too-deep': ({ limit }) => ({
    message: `The Markdown is nested deeper than ${limit} levels; that part was kept as plain text.`,
    fix: 'Reduce the nesting.',
  }),
  'markdown-too-tangled': () => ({
    message: 'The Markdown is too tangled to be parsed; it was read as plain text.',
    fix: 'Remove unneeded markup, split the file, or save it as .txt.',
  }),
  'yaml-too-tangled': ({ limit, of }) => ({
    message:
      of === 'signs'
        ? `The metadata have more than ${englishNumber(limit)} brackets, commas and question marks; they were not read.`
        : `More than ${limit} entries or lines of the metadata would need repair; from this line on they were not read.`,
    fix: 'Write “key: value” on each line, and put values with special characters in quotation marks.',
  }),
  'lines-joined': ({ lines, limit }) => ({
    message: `The text has ${englishNumber(lines)} lines; the limit for its length is ${englishNumber(limit)}. Several lines were read as one paragraph.`,
    fix: 'Split the file, or join the lines of each paragraph.',
  }),
  'headings-too-many': ({ headings, limit }) => ({
    message: `The text has ${englishNumber(headings)} headings; the limit for its length is ${englishNumber(limit)}. The others were kept as paragraphs.`,
    fix: 'Split the file, or mark only the headings of sections.',
  }),
  'metadata-too-many': ({ key, items, limit }) => ({
    message: `“${key}” lists ${englishNumber(items)} names; the first ${limit} were kept.`,
    fix: 'Each name has a page of its own: keep those that the article is about.',
  }),
};
