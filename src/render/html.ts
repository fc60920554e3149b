import { directionalRuns, mapRuns } from '../arabic/directional-runs.ts';
import type { Words } from '../model/block.ts';

/** Text that is already HTML. Only this class makes instances, so unescaped text cannot have this type. */
export class Html {
  readonly source: string;

  private constructor(source: string) {
    this.source = source;
  }

  /** Wraps HTML from the inline pipeline or a template; never unprocessed content. */
  static trusted(source: string): Html {
    return new Html(source);
  }

  toString(): string {
    return this.source;
  }
}

/** A value interpolated in a template: `false`, `null` and `undefined` print nothing. */
export type Interpolation =
  | Html
  | string
  | number
  | false
  | null
  | undefined
  | readonly Interpolation[];

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for an element or a quoted attribute: `&`, `<`, `>`, `"`, `'`. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (c) => references[c] ?? c) : text;
}

function print(value: Interpolation): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value instanceof Html) return value.source;
  if (typeof value === 'number') return String(value);
  if (value === false || value === null || value === undefined) return '';
  return value.map(print).join('');
}

/**
 * The template tag: interpolated values are escaped unless they are `Html`; lists print their items
 * without separator. Attribute values must be quoted.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Interpolation[]): Html {
  let source = strings[0] ?? '';
  for (let i = 0; i < values.length; i += 1) source += print(values[i]) + (strings[i + 1] ?? '');
  return Html.trusted(source);
}

/** Returns a string that is known to be safe as `Html`, without escaping. */
export const trusted = (source: string): Html => Html.trusted(source);

/** Escapes the text of an Arabic line, with each Latin or numeric run isolated in `<bdi>`, as in an article's body. */
export const isolateLtr = (text: string): Html =>
  html`${directionalRuns(text).map((run) => (run.leftToRight ? html`<bdi>${run.text}</bdi>` : run.text))}`;

/** Escapes text as rehype-stringify does: only characters that could open a tag or a reference. */
const blockTextHtml = (text: string): string =>
  /[&<]/.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;') : text;

const isolatedHtml = (run: string): string => `<bdi>${blockTextHtml(run)}</bdi>`;

/** Escapes the text of a block without isolating runs, as for code. */
export const literal = (text: string): Html => Html.trusted(blockTextHtml(text));

/**
 * Returns the HTML of a block's text: its markup where it has inline marks, else the escaped text with each
 * left-to-right run isolated in `<bdi>` (UAX #9, W3C alreq 2.2).
 */
export function inline({ text, markup }: Words): Html {
  if (markup !== undefined) return Html.trusted(markup);
  return Html.trusted(mapRuns(text, isolatedHtml, blockTextHtml));
}
