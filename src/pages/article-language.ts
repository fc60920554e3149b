import type { Article } from '../model/article.ts';

/**
 * Returns the language of an article for machine-readable metadata: the stated or
 * recognised one, else Arabic for
 * text in Arabic script, else that of the interface.
 *
 * @param interfaceLanguage language code of the interface
 */
export function articleLanguage(
  { title, description, metadata, language }: Article,
  interfaceLanguage: string,
): string {
  const known = metadata.language ?? language;
  if (known !== undefined) return known;
  return /\p{Script=Arabic}/u.test(title + description) ? 'ar' : interfaceLanguage;
}
