import { directionalRuns } from '../arabic/directional-runs.ts';
import type { Words } from '../model/block.ts';

/** Text that is already HTML. Only this file can make one, so nothing unescaped passes for it. */
export class Html {
  readonly source: string;

  private constructor(source: string) {
    this.source = source;
  }

  /** Takes HTML that the safe pipeline or a template made; never content as it was received. */
  static trusted(source: string): Html {
    return new Html(source);
  }

  toString(): string {
    return this.source;
  }
}

/** What may stand in a template: `false`, `null` and `undefined` print nothing. */
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

/** Returns `text` with the five characters escaped that could end a text or a quoted attribute. */
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
 * The template tag: everything interpolated is escaped unless it is `Html` already; lists print
 * their items one after another. Attribute values must stand in quotes.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Interpolation[]): Html {
  let source = strings[0] ?? '';
  for (let i = 0; i < values.length; i += 1) source += print(values[i]) + (strings[i + 1] ?? '');
  return Html.trusted(source);
}

/** HTML that the content pipeline made safe, for a template to place. */
export const trusted = (source: string): Html => Html.trusted(source);

/** Text of an Arabic line with each Latin or numeric run isolated in `<bdi>`, as in an article's body. */
export const isolated = (text: string): Html =>
  html`${directionalRuns(text).map((run) => (run.leftToRight ? html`<bdi>${run.text}</bdi>` : run.text))}`;

/** Text of a block as the inline pipeline writes it: only what could open a tag or a reference is escaped. */
const blockTextHtml = (text: string): string =>
  /[&<]/.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;') : text;

/** Text of a block in which nothing is isolated, as code is. */
export const literal = (text: string): Html => Html.trusted(blockTextHtml(text));

/**
 * Words of a block: with their inline marks where they have any, else each left-to-right run isolated in
 * `<bdi>` (UAX #9, W3C alreq 2.2).
 */
export function inline({ text, markup }: Words): Html {
  if (markup !== undefined) return Html.trusted(markup);
  const runs = directionalRuns(text);
  if (runs.length === 1 && !runs[0]?.leftToRight) return literal(text);
  let source = '';
  for (const run of runs) {
    const written = blockTextHtml(run.text);
    source += run.leftToRight ? `<bdi>${written}</bdi>` : written;
  }
  return Html.trusted(source);
}
