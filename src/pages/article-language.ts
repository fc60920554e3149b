import type { Article } from '../model/article.ts';

/**
 * Returns the language of an article for machine-readable metadata: the stated one, else Arabic for
 * text in Arabic script, else that of the interface.
 *
 * @param interfaceLanguage language code of the interface
 */
export function articleLanguage(
  { title, description, metadata }: Article,
  interfaceLanguage: string,
): string {
  if (metadata.language !== undefined) return metadata.language;
  return /\p{Script=Arabic}/u.test(title + description) ? 'ar' : interfaceLanguage;
}
