import type { CliMessages } from '../i18n/cli-messages.ts';
import { english } from '../i18n/en/language.ts';
import { findLanguage } from '../i18n/languages.ts';

/** The language subtag of a POSIX locale (`ar_SY.UTF-8`), which a territory, codeset or modifier follows. */
const localeLanguage = (locale: string): string => /^[^_.@-]*/.exec(locale)?.[0] ?? '';

/**
 * Loads the command line's messages in a language asked for, else in that of the environment's locale
 * (POSIX: LC_ALL before LC_MESSAGES before LANG), else in English. Resolves to undefined where the
 * command line does not speak the language asked for.
 */
export async function chooseMessages(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<CliMessages | undefined> {
  if (asked !== undefined) return findLanguage(asked)?.loadCli?.();
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const code = localeLanguage(LC_ALL || LC_MESSAGES || LANG || '');
  return (findLanguage(code)?.loadCli ?? english.loadCli)?.();
}
