import type { ArticlePageWords } from '../../model/article-words.ts';

/** Texts of an article's page below and beside its text, in Arabic. */
export const arabicArticle: ArticlePageWords = {
  noText: 'لا يضم الأرشيف نص هذا المقال، وهذه بياناته.',
  alsoIn: 'منشور أيضًا في',
  version: 'نسخة النص {version}',
  versionOf: 'نسخة النص {version} ({date})',
  archiveVersion: 'نسخة الأرشيف',
  archiveVersionNamed: 'نسخة الأرشيف {version}',
  archiveVersionOf: 'نسخة الأرشيف {version} ({date})',
  inPack: '(باسم {file} في ملف ZIP)',
  feedback: 'أبلغ عن خطأ في هذا المقال',
};
