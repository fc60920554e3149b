/** What the address for reports of mistakes may name: `{url}`, `{title}`, `{id}`. */
export const feedbackValues = ['url', 'title', 'id'] as const;

/** The name of a value in that address. */
export type FeedbackValue = (typeof feedbackValues)[number];

/** Returns a value as a part of an address. It never ends a line of a message, nor the address. */
const encoded = (value: string): string =>
  encodeURIComponent(value.replace(/\s+/gu, ' ').trim().toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** An address of mail that names nothing of the page gets its title and address. */
const withDefaults = (template: string): string =>
  /^mailto:[^?{]*$/i.test(template) ? `${template}?subject={title}&body={url}` : template;

/**
 * Returns the address at which readers report a mistake in an article.
 *
 * @param template the setting `feedback`: an address with `{url}`, `{title}` and `{id}`
 */
export const feedbackAddress = (
  template: string,
  values: Readonly<Record<FeedbackValue, string>>,
): string =>
  withDefaults(template).replace(/\{(url|title|id)\}/g, (_, name: FeedbackValue) =>
    encoded(values[name]),
  );
