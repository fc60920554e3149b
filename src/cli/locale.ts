import type { CliMessages } from '../i18n/cli-messages.ts';
import { english } from '../i18n/en/language.ts';
import { findLanguage, languages } from '../i18n/languages.ts';

/** Codes of the languages in which the command line speaks: the values of `--lang`. */
export const cliLanguages: readonly string[] = languages
  .filter(({ loadCli }) => loadCli !== undefined)
  .map(({ site }) => site.language);

/** Returns the language of a POSIX locale: `ar` of `ar_SY.UTF-8`. */
const localeLanguage = (locale: string): string => /^[^_.@-]*/.exec(locale)?.[0] ?? '';

/**
 * Loads the command line's messages in the requested language, else in the language of the
 * environment's locale (POSIX: LC_ALL before LC_MESSAGES before LANG), else in English.
 *
 * @param requested language code, the value of `--lang`
 * @returns undefined where the requested language has no messages
 */
export async function chooseMessages(
  requested: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<CliMessages | undefined> {
  if (requested !== undefined) return findLanguage(requested)?.loadCli?.();
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const code = localeLanguage(LC_ALL || LC_MESSAGES || LANG || '');
  return (findLanguage(code)?.loadCli ?? english.loadCli)?.();
}
