import type { Article } from '../model/article.ts';
import type { DownloadForm } from '../model/download.ts';
import { markdownOutput } from './article-markdown.ts';
import { originalOutput } from './article-original.ts';
import type { ArticleOutput } from './article-output.ts';
import { textOutput } from './article-text.ts';

/** The files beside the page of each article. */
export const articleOutputs: { readonly [F in DownloadForm]: ArticleOutput<F> } = {
  original: originalOutput,
  text: textOutput,
  markdown: markdownOutput,
};

const pathStem = (outputPath: string): string => outputPath.slice(0, -'.html'.length);

/** Returns where a file of an article is written. */
export function articleOutputPath(form: DownloadForm, article: Article): string {
  const { folder, extension } = articleOutputs[form];
  return `${folder}${pathStem(article.outputPath)}.${extension(article)}`;
}

/** Tells whether a place may be that of a file of the article at `url`, in whatever version it was made. */
export const isDownloadOf = (outputPath: string, place: string): boolean =>
  Object.values(articleOutputs).some(({ folder, extensions }) => {
    const start = `${folder}${pathStem(outputPath)}.`;
    return place.startsWith(start) && extensions.test(place.slice(start.length));
  });
