import type { Article } from '../model/article.ts';
import type { DownloadForm } from '../model/download.ts';
import { articleMarkdown } from './article-markdown.ts';
import { articleText } from './article-text.ts';

/**
 * Returns what a download of an article holds.
 *
 * @param original the bytes from which it was read
 * @param permalink whole address of its page, where it is known
 */
export function downloadContent(
  form: DownloadForm,
  article: Article,
  original: Uint8Array | undefined,
  permalink: string | undefined,
): string | Uint8Array {
  if (form === 'text') return articleText(article, permalink);
  if (form === 'markdown') return articleMarkdown(article);
  return original ?? '';
}
