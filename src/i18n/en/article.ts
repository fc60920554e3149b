import type { ArticlePageWords } from '../../model/article-words.ts';

/** Texts of an article's page below and beside its text, in English. */
export const englishArticle: ArticlePageWords = {
  noText: 'The archive does not hold the text of this article, only its details.',
  alsoIn: 'Also published in',
  version: 'text version {version}',
  versionOf: 'text version {version} ({date})',
  archiveVersion: 'Archive version',
  archiveVersionNamed: 'archive version {version}',
  archiveVersionOf: 'archive version {version} ({date})',
  inPack: '({file} in a ZIP file)',
  feedback: 'Report a mistake in this article',
};
