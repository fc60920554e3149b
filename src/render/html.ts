import { mapRuns } from '../arabic/directional-runs.ts';
import { foreignRuns, hasForeignLetters } from '../arabic/foreign-runs.ts';
import { runLanguage } from '../arabic/latin-language.ts';
import type { Words } from '../model/block.ts';
import { directionOf, type OwnLanguage, primaryLanguage } from './block-language.ts';

export { keepRecent } from '../model/recent.ts';
export { directionOf, ownLanguage } from './block-language.ts';
export { listLanguage, quotationLanguage, tableLanguage } from './common-language.ts';

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

const special = /[&<>"']/;
const everySpecial = /[&<>"']/g;

/** Escapes a text for an element or a quoted attribute: `&`, `<`, `>`, `"`, `'`. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(everySpecial, (c) => references[c] ?? c) : text;
}

function print(value: Interpolation): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value instanceof Html) return value.source;
  if (typeof value === 'number') return String(value);
  if (value === false || value === null || value === undefined) return '';
  let source = '';
  for (const item of value) source += print(item);
  return source;
}

/**
 * The template tag: interpolated values are escaped unless they are `Html`; lists print their items
 * without separator. Attribute values must be quoted.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Interpolation[]): Html {
  let source = strings[0] ?? '';
  for (let i = 0; i < values.length; i += 1) {
    source += print(values[i]);
    source += strings[i + 1] ?? '';
  }
  return Html.trusted(source);
}

/** Returns a string that is known to be safe as `Html`, without escaping. */
export const trusted = (source: string): Html => Html.trusted(source);

/** What the printing of a block's text depends on: its language and direction. */
export type BlockLanguage = Pick<OwnLanguage, 'direction' | 'lang'>;

/** Returns the language of a text by the tag that its metadata state. */
export const languageOf = (tag: string | undefined): BlockLanguage | undefined =>
  tag === undefined ? undefined : { direction: directionOf(tag), lang: primaryLanguage(tag) };

/** The attributes `lang` and `dir` of a block or a name; nothing where they are those of the text around it. */
export const languageAttributes = (own: OwnLanguage | undefined): Html | undefined =>
  own &&
  html`${own.lang !== undefined && html` lang="${own.lang}"`}${own.dir !== undefined && html` dir="${own.dir}"`}`;

const blockSpecial = /[&<]/;

/** Escapes text as rehype-stringify does: only characters that could open a tag or a reference. */
const blockTextHtml = (text: string): string =>
  blockSpecial.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;') : text;

/** Functions that print a left-to-right run, and the text between such runs. */
interface RunPrinters {
  readonly isolated: (run: string) => string;
  readonly between: (text: string, isArabic: boolean) => string;
}

function runPrinters(escaped: (text: string) => string): RunPrinters {
  return {
    isolated(run) {
      const language = runLanguage(run);
      const tag = language === undefined ? '<bdi>' : `<bdi lang="${language}">`;
      return `${tag}${escaped(run)}</bdi>`;
    },
    between(text, isArabic) {
      if (isArabic || !hasForeignLetters(text)) return escaped(text);
      return foreignRuns(text)
        .map(({ text: part, language }) =>
          language === undefined ? escaped(part) : `<bdi lang="${language}">${escaped(part)}</bdi>`,
        )
        .join('');
    },
  };
}

const lineRuns = runPrinters(escapeHtml);
const blockRuns = runPrinters(blockTextHtml);

/** As the others, for texts of which nothing is to be escaped: nearly all. */
const plainRuns = runPrinters((text) => text);

/**
 * Escapes the text of an Arabic line, with each left-to-right run isolated in `<bdi>`, as in an article's body. Runs of
 * more than a few words have their language.
 */
export function isolateLtr(text: string): Html {
  const { isolated, between } = special.test(text) ? lineRuns : plainRuns;
  return Html.trusted(mapRuns(text, isolated, between));
}

/** Escapes the text of a block without isolating runs, as for code. */
export const literal = (text: string): Html => Html.trusted(blockTextHtml(text));

/**
 * Returns the HTML of a block's text: its markup where it has inline marks, else the escaped text with each
 * left-to-right run isolated in `<bdi>` (UAX #9, W3C alreq 2.2).
 *
 * @param language of the block, where it is not Arabic; in one from left to right nothing is isolated
 */
export function inline({ text, markup }: Words, language?: BlockLanguage): Html {
  if (markup !== undefined) return Html.trusted(markup);
  if (language?.direction === 'ltr') return literal(text);
  const { isolated, between } = blockSpecial.test(text) ? blockRuns : plainRuns;
  // A text in Hebrew or Persian has its language as a whole.
  const isArabic = language?.lang === undefined || language.lang === 'ar';
  return Html.trusted(mapRuns(text, isolated, isArabic ? between : blockTextHtml));
}
