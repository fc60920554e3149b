import { wordForms } from '../../arabic/word-letters.ts';

/** A parsed query. */
export interface Query {
  /** Terms, folded and distinct; an article matches with any of them. */
  readonly words: readonly string[];
  /** Phrases, from text in «…» or "…". */
  readonly phrases: readonly (readonly string[])[];
  /** Excluded words and phrases, marked by a hyphen. */
  readonly without: readonly (readonly string[])[];
}

/** Greatest number of words in a query; further ones are ignored. */
const mostWords = 32;

/** Greatest length of a query; the rest is ignored. */
const longestQuery = 1000;

/** An optional hyphen, then text in quotation marks or up to white space or a quotation mark. */
const part = /([-−–]?)(?:«([^»]*)»?|["“”„]([^"“”„]*)["“”„]?|([^\s"“”„«»]+))/g;

/**
 * Parses a query: words, phrases in quotation marks of any kind, and exclusions marked by a preceding
 * hyphen. All other characters are separators.
 */
export function parseQuery(typed: string): Query {
  const words = new Set<string>();
  const phrases: (readonly string[])[] = [];
  const without: (readonly string[])[] = [];
  // Keyboards insert directional marks, which could separate a hyphen from the white space before it.
  const query = typed.slice(0, longestQuery).replace(/\p{Cf}/gu, '');
  for (const match of query.matchAll(part)) {
    const [, hyphen = '', guillemets, marks, plain = ''] = match;
    const quoted = guillemets ?? marks;
    const forms = wordForms(quoted ?? plain);
    // A hyphen within a word («جدة-الرياض») excludes nothing.
    const begins = match.index === 0 || /\s/.test(query[match.index - 1] ?? '');
    const excluded = hyphen !== '' && begins;
    if (forms.length === 0) continue;
    if (excluded) without.push(forms);
    else if (quoted !== undefined && forms.length > 1) phrases.push(forms);
    for (const form of excluded ? [] : forms) if (words.size < mostWords) words.add(form);
  }
  return { words: [...words], phrases, without };
}
