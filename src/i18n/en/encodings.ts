import type { Rule } from '../../model/diagnostic.ts';
import type { CliMessages } from '../cli-messages.ts';
import { isLegacy } from '../legacy.ts';
import { englishNumber, plural } from './words.ts';

/** Diagnostics of encodings and damaged text, in English. */
export const englishEncodingRules: Pick<
  CliMessages['rules'],
  Extract<Rule, `encoding-${string}` | `text-${string}` | 'seed-bytes-lost'>
> = {
  'seed-bytes-lost': ({ offset, count }) => ({
    message: `${count === 1 ? `1 byte cannot be decoded (byte ${offset})` : `${englishNumber(count)} bytes cannot be decoded, the first at byte ${offset}`}; the page shows � instead.`,
    fix: 'The file is damaged or was cut within a letter: get it again from its source.',
  }),
  'encoding-guessed': ({ encoding }) => ({
    message: `The text is not UTF-8; it was read as ${encoding}, which fits it best.`,
    fix: isLegacy(encoding)
      ? `If that is right, say so in warraq.yaml: encodings: {folder/: ${encoding}}; otherwise name the right one, or save the file as UTF-8.`
      : 'Save the file as UTF-8, or begin it with a byte-order mark.',
  }),
  'encoding-undecided': ({ encoding, rival }) => ({
    message: `The text is too short to show whether it is ${encoding} or ${rival}; it was read as the first.`,
    fix: `Name its encoding in warraq.yaml: encodings: {folder/: ${encoding}}, or save it as UTF-8.`,
  }),
  'encoding-mixed': ({ encoding, lines }) => ({
    message: `From here ${plural(lines, 'line is', 'lines are')} in ${encoding}, although the text is UTF-8; ${lines === 1 ? 'it was' : 'they were'} decoded accordingly.`,
    fix: 'Check these lines, then save the file as UTF-8.',
  }),
  'text-controls': ({ count }) => ({
    message: `The text contains ${plural(count, 'control character', 'control characters')}; the page shows spaces instead.`,
    fix: 'No text is lost. To stop this warning, remove them from the file.',
  }),
  'text-double-encoding': ({ lines }) => ({
    message: `The letters of ${plural(lines, 'line', 'lines')} were encoded twice (“ط§ظ„” for “ال”); they were restored.`,
    fix: 'Get the file again from its source, in UTF-8; until then every build repairs it.',
  }),
  'text-visual-order': ({ lines }) => ({
    message: `The letters of ${plural(lines, 'line', 'lines')} were in visual order, the last first; they were put in logical order.`,
    fix: 'Compare the text with its source: check brackets and numbers.',
  }),
  'text-order-doubtful': () => ({
    message:
      'The letters of this line seem to be in visual order, the last first; they were not changed.',
    fix: 'If the line reads backwards, type it again; joined lines cannot be repaired.',
  }),
  'text-presentation-forms': ({ count }) => ({
    message: `${plural(count, 'presentation-form glyph was', 'presentation-form glyphs were')} replaced with letters (“ﻻ” with “لا”).`,
    fix: 'No text is lost; text copied from PDF files has such glyphs.',
  }),
  'text-invisible': ({ count }) => ({
    message: `${plural(count, 'invisible character', 'invisible characters')} ${count === 1 ? 'was' : 'were'} removed from the text.`,
    fix: 'No text is lost. To stop this warning, remove them from the file.',
  }),
  'text-entities': ({ count }) => ({
    message: `${plural(count, 'HTML character reference was', 'HTML character references were')} restored to ${count === 1 ? 'its character' : 'characters'} (“&quot;”, “#187;”).`,
    fix: 'No text is lost. To stop this warning, export the text without HTML references.',
  }),
  'text-replacements': ({ count }) => ({
    message: `The file itself contains � in ${plural(count, 'place', 'places')}: another program lost the letters.`,
    fix: 'Get the text again from an older copy, or type the missing letters.',
  }),
};
