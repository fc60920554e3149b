import type { Article } from '../model/article.ts';
import type { ArticleOutput } from './article-output.ts';

/** Folder of the bytes from which articles were read; no article may be there. */
export const originalsFolder = 'originals';

/** The ending of a seed's name, or that of one record of it. */
function originalExtension({ provenance: { path, record } }: Article): string {
  const name = path.replace(/\.gz$/i, '');
  const end = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  if (record === undefined) return end;
  return end === 'jsonl' || end === 'ndjson' ? 'json' : end;
}

/** The bytes from which an article was read, where they are kept. */
export const originalOutput: ArticleOutput<'original'> = {
  form: 'original',
  folder: `${originalsFolder}/`,
  extension: originalExtension,
  extensions: /^[a-z0-9]+$/,
  content: ({ original }) => original,
};
