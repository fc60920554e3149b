import { address } from '../model/address.ts';
import type { ArticleContext } from '../model/archive.ts';
import type { Config } from '../model/config.ts';
import { destinationLinks } from '../render/destination-links.ts';
import { relativeLink } from '../render/link.ts';
import { pictureLinks } from './picture-links.ts';

/** Returns the context of an article with links in place of its references. */
export function linkArticle<C extends Pick<ArticleContext, 'article' | 'destinations'>>(
  context: C,
  { baseUrl }: Pick<Config, 'baseUrl'>,
): C {
  const { article, destinations } = context;
  if (article.references === undefined && article.pictures === undefined) return context;
  const page = (outputPath: string): string => relativeLink(article.outputPath, outputPath);
  const markdown = (outputPath: string): string =>
    baseUrl === undefined ? page(outputPath) : address(baseUrl, outputPath);
  const linked =
    article.references === undefined
      ? article
      : destinationLinks(article, destinations, { page, markdown });
  return { ...context, article: pictureLinks(linked, markdown) };
}
