import { plainName } from '../key-names.ts';

/** Keys without which a head is none: lines of a place and a time are an announcement. */
export const headKeys: ReadonlySet<string> = new Set([
  ...[
    'title',
    'authors',
    'byline',
    'source',
    'section',
    'topics',
    'slug',
    'id',
    'url',
    'standfirst',
  ],
  ...['description', 'draft', 'status', 'published', 'language', 'updated', 'rights', 'license'],
]);

/** Names of the text itself, after which it begins. */
export const textLabels: ReadonlySet<string> = new Set(
  ['النص', 'نص', 'نص الخبر', 'نص المقال', 'المحتوى', 'المتن', 'text', 'content', 'body'].map(
    plainName,
  ),
);
