import { ar } from './messages/ar.ts';
import { en } from './messages/en.ts';
import type { Wording } from './messages/wording.ts';

const wordings: Readonly<Record<string, Wording>> = { ar, en };

/**
 * Returns the messages of a requested language, else of the environment's locale (POSIX: LC_ALL
 * before LC_MESSAGES before LANG), else English. Undefined where the requested language does not
 * exist.
 */
export function chooseWording(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Wording | undefined {
  if (asked !== undefined) return Object.hasOwn(wordings, asked) ? wordings[asked] : undefined;
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = LC_ALL || LC_MESSAGES || LANG || '';
  return /^ar(?:$|[_.@-])/.test(locale) ? ar : en;
}
