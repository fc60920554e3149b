import type { Messages } from '../model/messages.ts';
import { arabic } from './ar/language.ts';
import { english } from './en/language.ts';
import type { Language } from './language.ts';

// biome-ignore format: one language a line
/** The interface languages; the first is the default of sites. */
export const languages: readonly Language[] = [
  arabic,
  english,
];

/** Returns the language of a code (`ar`); undefined where there is none. */
export const findLanguage = (code: string): Language | undefined =>
  languages.find(({ site }) => site.language === code);

/**
 * Returns the texts of the pages in the language of a code.
 *
 * @throws RangeError for an unknown code
 */
export function messagesFor(code: string): Messages {
  const language = findLanguage(code);
  if (language === undefined) throw new RangeError(`no such interface language: ${code}`);
  return language.site;
}
