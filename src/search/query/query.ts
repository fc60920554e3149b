import { wordForms } from '../../arabic/word-letters.ts';

/** A parsed query. */
export interface Query {
  /** Terms, folded and distinct; an article matches with any of them. */
  readonly words: readonly string[];
  /** Phrases, from text in «…» or "…". */
  readonly phrases: readonly (readonly string[])[];
  /** Excluded words and phrases, each marked by a preceding hyphen. */
  readonly excluded: readonly (readonly string[])[];
}

/** Greatest number of words in a query; further ones are ignored. */
const maxWords = 32;

/** Greatest length of a query; the rest is ignored. */
const maxQueryLength = 1000;

/** An optional hyphen, then text in quotation marks or up to white space or a quotation mark. */
const queryPart = /([-−–]?)(?:«([^»]*)»?|["“”„]([^"“”„]*)["“”„]?|([^\s"“”„«»]+))/g;

/**
 * Parses a query: words, phrases in quotation marks of any kind, and exclusions marked by a preceding
 * hyphen. All other characters are separators.
 */
export function parseQuery(input: string): Query {
  const words = new Set<string>();
  const phrases: (readonly string[])[] = [];
  const excluded: (readonly string[])[] = [];
  // Keyboards insert directional marks, which could separate a hyphen from the white space before it.
  const query = input.slice(0, maxQueryLength).replace(/\p{Cf}/gu, '');
  for (const match of query.matchAll(queryPart)) {
    const [, hyphen = '', guillemets, marks, plain = ''] = match;
    const quoted = guillemets ?? marks;
    const forms = wordForms(quoted ?? plain);
    // A hyphen within a word («جدة-الرياض») excludes nothing.
    const isAtStart = match.index === 0 || /\s/.test(query[match.index - 1] ?? '');
    const isExcluded = hyphen !== '' && isAtStart;
    if (forms.length === 0) continue;
    if (isExcluded) excluded.push(forms);
    else if (quoted !== undefined && forms.length > 1) phrases.push(forms);
    for (const form of isExcluded ? [] : forms) if (words.size < maxWords) words.add(form);
  }
  return { words: [...words], phrases, excluded };
}
