import { plural } from './en-words.ts';
import type { Wording } from './wording.ts';

/** What is said of encodings and damaged text, in English. */
export const encodingRules: Pick<
  Wording['rules'],
  'seed-bytes-lost' | 'encoding-guessed' | 'encoding-undecided' | 'encoding-mixed'
> = {
  'seed-bytes-lost': ({ offset, count }) => ({
    message: `${count === 1 ? 'A byte belongs' : `${count} bytes belong`} to no letter, the first at byte ${offset}; the page shows � in ${count === 1 ? 'its' : 'their'} place.`,
    cure: 'Letters were cut in two, or the file is damaged: get it again from where it came.',
  }),
  'encoding-guessed': ({ encoding }) => ({
    message: `The text is not UTF-8; it was read as ${encoding}, in which it makes sense.`,
    cure: `If that is right, say so in warraq.yaml: encodings: {folder/: ${encoding}}; else name the right one, or save the file as UTF-8.`,
  }),
  'encoding-undecided': ({ encoding, rival }) => ({
    message: `The text is too short to show whether it is ${encoding} or ${rival}; it was read as the first.`,
    cure: `Name its encoding in warraq.yaml: encodings: {folder/: ${encoding}}, or save it as UTF-8.`,
  }),
  'encoding-mixed': ({ encoding, lines }) => ({
    message: `From here ${plural(lines, 'line', 'lines')} came in ${encoding} in a text of UTF-8; what they say was kept.`,
    cure: 'Read these lines, then save the file as UTF-8.',
  }),
};
