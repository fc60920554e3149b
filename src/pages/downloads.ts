import type { Article } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { Download } from '../model/page.ts';
import { articleOutputPath } from '../outputs/article-outputs.ts';

/** Returns the downloads that an article has; the original only where its bytes are known. */
export const downloadsOf = (
  article: Article,
  { downloads }: Config,
  original: Uint8Array | undefined,
): readonly Download[] =>
  downloads
    .filter((form) => form !== 'original' || original !== undefined)
    .map((form) => ({ form, outputPath: articleOutputPath(form, article) }));
