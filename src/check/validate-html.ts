import { HtmlValidate, StaticConfigLoader } from 'html-validate/browser';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Most errors reported for one page: an error of a template repeats. */
const mostFaults = 5;

/** Returns a function that reports where a page is not valid HTML as WHATWG defines it. */
export function openHtmlValidator(): (file: string, html: string) => readonly Diagnostic[] {
  // The bundle for browsers reads no configuration files, so that nothing on the disk changes the
  // rules.
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ['html-validate:standard'],
      // Reported by the check of links, which knows all ids.
      rules: { 'no-dup-id': 'off' },
    }),
  );
  return (file, html) => {
    const messages = validator.validateStringSync(html).results.flatMap((found) => found.messages);
    return messages.slice(0, mostFaults).map(({ message, line, ruleId }) => ({
      ...({ rule: 'html-invalid', severity: 'error', file, line } as const),
      values: { reason: `${message} (${ruleId})` },
    }));
  };
}
