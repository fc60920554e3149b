import type { Messages } from '../model/messages.ts';
import { arabic } from './ar/language.ts';
import { english } from './en/language.ts';
import type { Language } from './language.ts';

/** The interface languages; the first is the default of sites. */
export const languages: readonly Language[] = [arabic, english];

/** Returns the language of a code (`ar`), or undefined where there is none. */
export const findLanguage = (code: string): Language | undefined =>
  languages.find(({ site }) => site.language === code);

/**
 * Returns what the pages say in the language of a code.
 *
 * @throws RangeError where there is no such language.
 */
export function messagesFor(code: string): Messages {
  const language = findLanguage(code);
  if (language === undefined) throw new RangeError(`no such interface language: ${code}`);
  return language.site;
}
