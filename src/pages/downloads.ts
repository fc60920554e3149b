import type { ArticleContext } from '../model/archive.ts';
import type { Config } from '../model/config.ts';
import { downloadForms } from '../model/download.ts';
import type { Download } from '../model/page.ts';
import { articleOutputPath } from '../outputs/article-outputs.ts';
import { packedOriginal } from '../outputs/original-pack.ts';

/** What the downloads of articles depend on besides the articles and the settings. */
export interface DownloadContext {
  /** Keys of the packs of originals that are divided. */
  readonly divided: ReadonlySet<string>;
  /** Tells of an output path that an earlier build published a file there, which stays. */
  readonly isKept: (outputPath: string) => boolean;
}

/** Returns an article with where its original is, and in which forms it stays published. */
export function withDownloads<C extends Pick<ArticleContext, 'article' | 'original'>>(
  context: C,
  { downloads, keepsDownloads, permalink }: Config,
  { divided, isKept }: DownloadContext,
): C & Pick<ArticleContext, 'packed' | 'keptForms'> {
  const { article, original } = context;
  if (article.redacted) return context;
  const isPacked = downloads.includes('packs') && original !== undefined;
  const keptForms = keepsDownloads
    ? downloadForms.filter((form) => isKept(articleOutputPath(form, article)))
    : [];
  return {
    ...context,
    ...(isPacked ? { packed: packedOriginal(article, permalink, divided) } : {}),
    ...(keptForms.length === 0 ? {} : { keptForms }),
  };
}

/** Returns the downloads that an article has: none where names were redacted, the original only where its bytes are known. */
export const downloadsOf = (
  { article, original, keptForms = [] }: ArticleContext,
  { downloads }: Pick<Config, 'downloads'>,
): readonly Download[] =>
  article.redacted
    ? []
    : downloadForms
        .filter((form) => downloads.includes(form) || keptForms.includes(form))
        .filter((form) => form !== 'original' || original !== undefined)
        .map((form) => ({ form, outputPath: articleOutputPath(form, article) }));
