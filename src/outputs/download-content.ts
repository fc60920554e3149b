import type { Article } from '../model/article.ts';
import type { DownloadForm } from '../model/download.ts';
import { articleOutputs } from './article-outputs.ts';

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
  return articleOutputs[form].content({ article, original, permalink }) ?? '';
}
