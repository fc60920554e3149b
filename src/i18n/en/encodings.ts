import type { Rule } from '../../model/diagnostic.ts';
import type { CliMessages } from '../cli-messages.ts';
import { isLegacy } from '../legacy.ts';
import { plural } from './words.ts';

/** Diagnostics of encodings and damaged text, in English. */
export const englishEncodingRules: Pick<
  CliMessages['rules'],
  Extract<Rule, `encoding-${string}` | `text-${string}` | 'seed-bytes-lost'>
> = {
  'seed-bytes-lost': ({ offset, count }) => ({
    message: `${count === 1 ? 'A byte belongs' : `${count} bytes belong`} to no letter, the first at byte ${offset}; the page shows � in ${count === 1 ? 'its' : 'their'} place.`,
    fix: 'Letters were cut in two, or the file is damaged: get it again from where it came.',
  }),
  'encoding-guessed': ({ encoding }) => ({
    message: `The text is not UTF-8; it was read as ${encoding}, in which it makes sense.`,
    fix: isLegacy(encoding)
      ? `If that is right, say so in warraq.yaml: encodings: {folder/: ${encoding}}; else name the right one, or save the file as UTF-8.`
      : 'Save the file as UTF-8, or put a byte-order mark at its head.',
  }),
  'encoding-undecided': ({ encoding, rival }) => ({
    message: `The text is too short to show whether it is ${encoding} or ${rival}; it was read as the first.`,
    fix: `Name its encoding in warraq.yaml: encodings: {folder/: ${encoding}}, or save it as UTF-8.`,
  }),
  'encoding-mixed': ({ encoding, lines }) => ({
    message: `From here ${plural(lines, 'line is', 'lines are')} ${encoding} in a text of UTF-8, and ${lines === 1 ? 'was' : 'were'} read as such.`,
    fix: 'Read these lines, then save the file as UTF-8.',
  }),
  'text-controls': ({ count }) => ({
    message: `The text holds ${plural(count, 'control character', 'control characters')}; the page shows spaces in their place.`,
    fix: 'Nothing is lost; remove them from the file to be rid of this warning.',
  }),
  'text-double-encoding': ({ lines }) => ({
    message: `The letters of ${plural(lines, 'line', 'lines')} were encoded twice (“ط§ظ„” for “ال”); they were restored.`,
    fix: 'Save the file again from where it came, in UTF-8; until then this is done at every build.',
  }),
  'text-visual-order': ({ lines }) => ({
    message: `The letters of ${plural(lines, 'line', 'lines')} stood in the order of the screen, the last first; they were put in order.`,
    fix: 'Compare the text with its source: brackets and numbers may need a hand.',
  }),
  'text-order-doubtful': () => ({
    message:
      'The letters of this line seem to stand in the wrong order, the last first; they were left as they are.',
    fix: 'If the line reads backwards, write it again; lines that were joined cannot be put in order.',
  }),
  'text-presentation-forms': ({ count }) => ({
    message: `${plural(count, 'drawn shape', 'drawn shapes')} stood in the place of letters (“ﻻ” for “لا”); the page has letters.`,
    fix: 'Nothing is lost; text copied from PDF has such shapes.',
  }),
  'text-invisible': ({ count }) => ({
    message: `${plural(count, 'invisible character', 'invisible characters')} that did nothing ${count === 1 ? 'was' : 'were'} taken out of the text.`,
    fix: 'Nothing is lost; remove them from the file, and the warning goes.',
  }),
  'text-entities': ({ count }) => ({
    message: `${plural(count, 'HTML character reference was', 'HTML character references were')} restored to ${count === 1 ? 'its character' : 'characters'} (“&quot;”, “#187;”).`,
    fix: 'Nothing is lost; export the text without HTML references, and the warning goes.',
  }),
  'text-replacements': ({ count }) => ({
    message: `The file itself has � in ${plural(count, 'place', 'places')}: a program lost what stood there before it came here.`,
    fix: 'Get the text again from an older copy, or write the letters in.',
  }),
};
