import type { CliMessages } from '../cli-messages.ts';
import { englishMegabytes } from './words.ts';

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
    message: `Markdown of ${englishMegabytes(bytes)} is over the limit of ${Math.round(limit / 1024)} KB; it was read as plain text.`,
    fix: 'Split it, or save it as .txt.',
  }),
  'markdown-too-deep': ({ limit }) => ({
    message: `The Markdown is nested deeper than ${limit} levels; that part was kept as plain text.`,
    fix: 'Remove the nesting.',
  }),
  'markdown-too-tangled': () => ({
    message: 'The signs of Markdown are too tangled to be parsed; they were read as plain text.',
    fix: 'Remove what is not needed of them, split the file, or save it as .txt.',
  }),
  'yaml-too-tangled': ({ limit, of }) => ({
    message:
      of === 'signs'
        ? `The metadata have more than ${limit.toLocaleString('en')} brackets, commas and question marks; they were not read.`
        : `More than ${limit} entries or lines of the metadata would need repair; from this line on they were not read.`,
    fix: 'Write “key: value” on each line, and put values with special characters in quotation marks.',
  }),
  'lines-joined': ({ lines, limit }) => ({
    message: `The text has ${lines.toLocaleString('en')} lines, over ${limit.toLocaleString('en')} for its length; several together were read as one paragraph.`,
    fix: 'Split the file, or join the lines of each paragraph.',
  }),
  'headings-too-many': ({ headings, limit }) => ({
    message: `The text has ${headings.toLocaleString('en')} headings, over ${limit.toLocaleString('en')} for its length; those after them were kept as paragraphs.`,
    fix: 'Split the file, or mark only the headings of sections.',
  }),
  'metadata-too-many': ({ key, items, limit }) => ({
    message: `“${key}” lists ${items} names; the first ${limit} were kept.`,
    fix: 'Each name has a page of its own: keep those that the article is about.',
  }),
};
