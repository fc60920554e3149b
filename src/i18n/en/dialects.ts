import type { CliMessages } from '../cli-messages.ts';

/** Diagnostics of metadata that other programs wrote, in English. */
export const englishDialectRules: Pick<
  CliMessages['rules'],
  | 'front-matter-syntax'
  | 'front-matter-too-long'
  | 'front-matter-foreign'
  | 'metadata-unknown-key'
  | 'metadata-unused-keys'
  | 'metadata-key-again'
  | 'metadata-parted'
> = {
  'front-matter-syntax': ({ form, reason }) => ({
    message: `The ${form} at the head of the file has an error here: ${reason}. The parts that cannot be read were not used.`,
    fix: `Correct the ${form}, or write the metadata as YAML between lines of three hyphens.`,
  }),
  'front-matter-too-long': ({ form, limit }) => ({
    message: `The ${form} at the head of the file does not end within ${limit / 1024} KB, so it was kept as text.`,
    fix: 'Keep only the metadata of the article, and close it.',
  }),
  'front-matter-foreign': ({ line }) => ({
    message: `The head of the text looks like metadata of another program; this line was not read and stayed in the text: “${line}”.`,
    fix: 'Write it as YAML between lines of three hyphens, with the keys of the guide, or delete it.',
  }),
  'metadata-unknown-key': ({ key, nearest: near, isLeftOut }) => ({
    message: `“${key}” is not a key that Warraq knows; ${isLeftOut ? 'its value may be secret, so it was left out of the exports too' : 'it is kept in the exports only'}.`,
    fix: `${near === '' ? '' : `Did you mean “${near}”? `}Declare it in warraq.yaml under “fields” to show it, or leave it as it is.`,
  }),
  'metadata-unused-keys': ({ keys }) => ({
    message: `These keys are settings of another program and mean nothing here: ${keys}.`,
    fix: 'No action needed; they may be deleted.',
  }),
  'metadata-key-again': ({ key, other }) => ({
    message: `“${key}” differs from “${other}”; “${other}” was used.`,
    fix: 'Remove one of them.',
  }),
  'metadata-parted': ({ key, names }) => ({
    message: `“${key}” is one text; it was split into ${names} names.`,
    fix: `No action needed if they are right; otherwise write a list: “${key}: [first, second]”.`,
  }),
};
