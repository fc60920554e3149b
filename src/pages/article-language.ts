import type { Article } from '../model/article.ts';

/**
 * Returns the language of an article as programs are told it: what is stated, else Arabic where it is
 * written in Arabic script, whatever the language of the interface.
 *
 * @param other language of the interface
 */
export function articleLanguage({ title, description, metadata }: Article, other: string): string {
  if (metadata.language !== undefined) return metadata.language;
  return /\p{Script=Arabic}/u.test(title + description) ? 'ar' : other;
}
