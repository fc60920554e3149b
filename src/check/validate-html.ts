import { HtmlValidate, StaticConfigLoader } from 'html-validate/browser';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Number of errors reported for one page: an error of a template repeats. */
const maxErrors = 5;

/** Returns a function that reports where a page is not valid HTML (WHATWG), by html-validate. */
export function openHtmlValidator(): (file: string, html: string) => readonly Diagnostic[] {
  // The browser bundle reads no configuration files, so no file on the disk changes the rules.
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ['html-validate:standard'],
      // Reported by `createLinkChecker`.
      rules: { 'no-dup-id': 'off' },
    }),
  );
  return (file, html) => {
    const messages = validator
      .validateStringSync(html)
      .results.flatMap((result) => result.messages);
    return messages.slice(0, maxErrors).map(({ message, line, ruleId }) => ({
      ...({ rule: 'html-invalid', severity: 'error', file, line } as const),
      values: { reason: `${message} (${ruleId})` },
    }));
  };
}
