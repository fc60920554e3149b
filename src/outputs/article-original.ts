import type { ArticleOutput } from './article-output.ts';

/** Folder of the articles' original bytes; reserved, so no article is in it. */
export const originalsFolder = 'originals';

/**
 * Returns the file name extension of an original.
 *
 * @param path path of the seed; a line of a file of records is a record by itself
 */
export function originalExtension(path: string): string {
  const name = path.replace(/\.gz$/i, '');
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  return extension === 'jsonl' || extension === 'ndjson' ? 'json' : extension;
}

/** The original bytes of an article, where they are available. */
export const originalOutput: ArticleOutput<'original'> = {
  form: 'original',
  folder: `${originalsFolder}/`,
  extension: ({ provenance: { path } }) => originalExtension(path),
  extensions: /^[a-z0-9]+$/,
  content: ({ original }) => original,
};
