import { HtmlValidate, StaticConfigLoader } from 'html-validate/browser';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Faults told of one page: a template that is wrong repeats its fault. */
const mostFaults = 5;

/** Returns a function that tells in what a page is not valid HTML as WHATWG defines it. */
export function openHtmlValidator(): (file: string, html: string) => readonly Diagnostic[] {
  // Its bundle for browsers reads no files: nothing on the disk may change what is checked.
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ['html-validate:standard'],
      // Told by the check of links, which knows all ids.
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
