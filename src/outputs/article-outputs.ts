import type { Article } from '../model/article.ts';
import type { DownloadForm } from '../model/download.ts';
import { markdownOutput } from './article-markdown.ts';
import { originalOutput } from './article-original.ts';
import type { ArticleOutput } from './article-output.ts';
import { textOutput } from './article-text.ts';

/** The article outputs by form. */
export const articleOutputs: { readonly [F in DownloadForm]: ArticleOutput<F> } = {
  original: originalOutput,
  text: textOutput,
  markdown: markdownOutput,
};

const pathStem = (outputPath: string): string => outputPath.slice(0, -'.html'.length);

/** Returns the output path of an article's file. */
export function articleOutputPath(form: DownloadForm, article: Article): string {
  const { folder, extension } = articleOutputs[form];
  const ending = typeof extension === 'string' ? extension : extension(article);
  return `${folder}${pathStem(article.outputPath)}.${ending}`;
}

/** Returns the output path of the page beside which a file would be; undefined where it has no place beside any. */
export function articlePathBeside(outputPath: string): string | undefined {
  for (const { folder, extensions } of Object.values(articleOutputs)) {
    const [, stem, extension] = /^(.+)\.([^./]+)$/.exec(outputPath) ?? [];
    if (stem === undefined || extension === undefined) return undefined;
    if (stem.startsWith(folder) && extensions.test(extension)) {
      return `${stem.slice(folder.length)}.html`;
    }
  }
  return undefined;
}

/** Tells whether an output path may be that of the Markdown of an article. */
export const isMarkdownPath = (outputPath: string): boolean =>
  !outputPath.startsWith(articleOutputs.original.folder) && outputPath.endsWith('.md');

/** Extensions of the files beside an article's page. */
const besideExtensions = Object.values(articleOutputs).flatMap(({ folder, extension }) =>
  folder === '' && typeof extension === 'string' ? [extension] : [],
);

/** Returns the output paths that an article takes in its page's folder: the page, and the files beside it. */
export function pathsOfArticle(articlePath: string): readonly string[] {
  if (!/\.html$/i.test(articlePath)) return [articlePath];
  const stem = pathStem(articlePath);
  return [articlePath, ...besideExtensions.map((extension) => `${stem}.${extension}`)];
}

/**
 * Tells whether a path may be that of a file of an article, in this or an earlier version of it.
 *
 * @param articlePath output path of the article's page
 * @param outputPath the path in question
 */
export const isDownloadOf = (articlePath: string, outputPath: string): boolean =>
  Object.values(articleOutputs).some(({ folder, extensions }) => {
    const start = `${folder}${pathStem(articlePath)}.`;
    return outputPath.startsWith(start) && extensions.test(outputPath.slice(start.length));
  });
