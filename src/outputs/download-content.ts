import type { Article } from '../model/article.ts';
import type { DownloadForm } from '../model/download.ts';
import type { FieldSetting } from '../model/field.ts';
import { articleOutputs } from './article-outputs.ts';

/**
 * Returns the content of an article's download; empty where the article has none of this form.
 *
 * @param original its original bytes, where they are available
 * @param permalink URL of its page, where `baseUrl` is set
 * @param fields the fields that the site declares
 */
export function downloadContent(
  form: DownloadForm,
  article: Article,
  original: Uint8Array | undefined,
  permalink: string | undefined,
  fields: readonly FieldSetting[] = [],
): string | Uint8Array {
  return articleOutputs[form].content({ article, original, permalink, fields }) ?? '';
}
