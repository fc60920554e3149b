import { type FeedbackValue, feedbackValues } from '../model/feedback.ts';
import type { Check } from './check.ts';

const expected = 'mailto:desk@example.org, https://example.org/report?page={url}&title={title}';

/** An address of electronic mail, and the fields of a message that it begins. */
const mailAddress = /^mailto:[^\s@{}?<>"]+@[^\s@{}?<>"]+\.[^\s@{}?<>"]+(?:\?[^\s<>"]*)?$/i;

/** Where a form stands: what a page fills in comes after the host. */
const formAddress = /^https:\/\/[^\s/?#{}<>"@\\]+(?:[/?#][^\s<>"\\]*)?$/i;

/** Tells whether every brace belongs to a value that a page has. */
const hasKnownValues = (written: string): boolean =>
  !/[{}]/.test(
    written.replace(/\{([^{}]*)\}/g, (token, name: string) =>
      feedbackValues.includes(name as FeedbackValue) ? '' : token,
    ),
  );

/** Where readers report mistakes: an address of mail, or of a form with `https:`. */
export const feedback: Check<string> = (value) => {
  const written = typeof value === 'string' ? value.trim() : '';
  const isAddress = mailAddress.test(written) || formAddress.test(written);
  const filled = written.replace(/\{[^{}]*\}/g, 'x');
  return isAddress && hasKnownValues(written) && URL.canParse(filled)
    ? { value: written }
    : { expected };
};
