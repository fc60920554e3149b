import type { Article } from '../model/article.ts';
import type { ArticleOutput } from './article-output.ts';

/** Folder of the articles' original bytes; reserved, so no article is in it. */
export const originalsFolder = 'originals';

/** The file name extension of a seed, or of one record of it. */
function originalExtension({ provenance: { path, record } }: Article): string {
  const name = path.replace(/\.gz$/i, '');
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  if (record === undefined) return extension;
  return extension === 'jsonl' || extension === 'ndjson' ? 'json' : extension;
}

/** The original bytes of an article, where they are available. */
export const originalOutput: ArticleOutput<'original'> = {
  form: 'original',
  folder: `${originalsFolder}/`,
  extension: originalExtension,
  extensions: /^[a-z0-9]+$/,
  content: ({ original }) => original,
};
