import { article } from '../../../templates/article.ts';
import type { ArticleData } from '../../../templates/partials/article-data.ts';
import { address } from '../../model/address.ts';
import type { ArticleTerm } from '../../model/article.ts';
import { feedbackAddress } from '../../model/feedback.ts';
import type { TermMention } from '../../model/page.ts';
import type { TermKind } from '../../model/term-kind.ts';
import { citationOf } from '../../outputs/citation.ts';
import { citationFiles } from '../../outputs/citations.ts';
import { articleHead } from '../article-head.ts';
import { articleLanguage } from '../article-language.ts';
import { downloadsOf } from '../downloads.ts';
import { datePath, termPath, versionPath } from '../output-paths.ts';
import { ownFieldFacts } from '../own-fields.ts';
import type { ArticleKind } from '../page-kind.ts';
import { articleTrail } from '../trail.ts';

/** Links to the terms of one kind; authors have their names as printed in the byline. */
const links = (terms: readonly ArticleTerm[], kind: TermKind): readonly TermMention[] =>
  terms
    .filter((term) => term.kind === kind)
    .map(({ slug, name, printed, found }) => ({
      name: kind === 'author' ? (printed ?? name) : name,
      outputPath: termPath(kind, slug),
      found,
    }));

/** One page for each article. */
export const articlePage: ArticleKind<'article', ArticleData> = {
  kind: 'article',
  template: article,
  of: 'article',
  page(context, { config, messages }) {
    const { outputPath, title, description, metadata, terms } = context.article;
    const { date } = metadata;
    const permalink = config.baseUrl && address(config.baseUrl, outputPath);
    const language = articleLanguage(context.article, messages.language);
    const citation = citationOf(context.article, { permalink, language, archive: config.name });
    const { newer, older, newerOfSource, olderOfSource } = context;
    const isSame = newer?.id === newerOfSource?.id && older?.id === olderOfSource?.id;
    const fields = ownFieldFacts(context.article, config);
    const data = {
      ...{ article: context.article, newer, older, related: context.related },
      alsoPublished: context.alsoPublished,
      newerOfSource: isSame ? undefined : newerOfSource,
      olderOfSource: isSame ? undefined : olderOfSource,
      date: date && datePath(date),
      source: links(terms, 'source')[0],
      section: links(terms, 'section')[0],
      authors: links(terms, 'author'),
      subjects: links(terms, 'subject'),
      people: links(terms, 'person'),
      places: links(terms, 'place'),
      ...(fields.length === 0 ? {} : { fields }),
      citation,
      downloads: downloadsOf(context, config),
      ...(context.packed === undefined ? {} : { packed: context.packed }),
      citationFiles: citationFiles(citation),
      version: versionPath,
      ...(config.feedback === undefined
        ? {}
        : {
            feedback: feedbackAddress(config.feedback, {
              url: permalink ?? outputPath,
              title,
              id: context.article.id,
            }),
          }),
    };
    const head = articleHead(context.article, {
      ...{ siteName: config.name, language, permalink, baseUrl: config.baseUrl },
    });
    const trail = articleTrail(date, { config, messages });
    return { kind: 'article', outputPath, title, description, head, trail, data };
  },
};
