import type { CliMessages } from '../cli-messages.ts';
import { englishDuplicateRules } from './duplicate-rules.ts';
import { englishNumber } from './words.ts';

/** Diagnostics of links between seeds, of the metadata of folders and of texts that are the same, in English. */
export const englishLinkRules: Pick<
  CliMessages['rules'],
  | 'folder-key-of-text'
  | 'folder-unmatched'
  | 'link-target-missing'
  | 'link-fragment-missing'
  | 'link-ambiguous'
  | 'links-too-many'
  | 'same-text'
> = {
  ...englishDuplicateRules,
  'folder-key-of-text': ({ key }) => ({
    message: `“${key}” belongs to one text; it cannot be set for a folder.`,
    fix: 'Write it in the article itself.',
  }),
  'folder-unmatched': () => ({
    message: 'The settings name this folder under “folders”, but it holds no text.',
    fix: 'Write its path from the seeds folder, in the letter case of the disk, or remove the entry.',
  }),
  'link-target-missing': ({ link }) => ({
    message: `The link “${link}” leads to no published article; its text is shown without a link.`,
    fix: 'Correct the name or folder of the file, or remove the link.',
  }),
  'link-fragment-missing': ({ link, fragment }) => ({
    message: `The article that “${link}” leads to has no heading “${fragment}”; the link leads to its beginning.`,
    fix: 'Write the heading as it is in that article.',
  }),
  'link-ambiguous': ({ link, seed, other }) => ({
    message: `Several files are named “${link}”; the link leads to “${seed}”, not to “${other}”.`,
    fix: 'Write the folder before the name: [[folder/name]].',
  }),
  'links-too-many': ({ limit }) => ({
    message: `The text has more than ${englishNumber(limit)} different links; the others were kept as text.`,
    fix: 'Split the text.',
  }),
};
