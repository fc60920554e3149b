import type { Article } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { Download } from '../model/page.ts';
import { articleOutputPath } from '../outputs/article-outputs.ts';

/** Returns the downloads that an article has: none where names were redacted, the original only where its bytes are known. */
export const downloadsOf = (
  article: Article,
  { downloads }: Config,
  original: Uint8Array | undefined,
): readonly Download[] =>
  (article.redacted ? [] : downloads)
    .filter((form) => form !== 'original' || original !== undefined)
    .map((form) => ({ form, outputPath: articleOutputPath(form, article) }));
