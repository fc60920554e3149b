import { wordForms } from '../arabic/word-letters.ts';

/** What a reader asks for. */
export interface Query {
  /** Words any of which may stand in an article, folded, each once. */
  readonly words: readonly string[];
  /** Words that must follow one another: those between «…» or "…". */
  readonly phrases: readonly (readonly string[])[];
  /** Words and phrases that must not stand in an article: those after a hyphen. */
  readonly without: readonly (readonly string[])[];
}

/** More words than these nobody asks for. */
const mostWords = 32;

/** Longest query that is looked at. */
const longestQuery = 1000;

/** A hyphen, if one stands there; then what is between quotation marks, or anything up to them or a gap. */
const part = /([-−–]?)(?:«([^»]*)»?|["“”„]([^"“”„]*)["“”„]?|([^\s"“”„«»]+))/g;

/**
 * Reads a query as it was typed: words, «phrases» in quotation marks of any kind, and what a hyphen
 * directly before it excludes. Anything else only parts words.
 */
export function parseQuery(typed: string): Query {
  const words = new Set<string>();
  const phrases: (readonly string[])[] = [];
  const without: (readonly string[])[] = [];
  // A mark of direction, as keyboards set it, would stand between a gap and a hyphen.
  const query = typed.slice(0, longestQuery).replace(/\p{Cf}/gu, '');
  for (const match of query.matchAll(part)) {
    const [, hyphen = '', guillemets, marks, plain = ''] = match;
    const quoted = guillemets ?? marks;
    const forms = wordForms(quoted ?? plain);
    // «جدة-الرياض» excludes nothing: the hyphen must stand where a word may begin.
    const begins = match.index === 0 || /\s/.test(query[match.index - 1] ?? '');
    const excluded = hyphen !== '' && begins;
    if (forms.length === 0) continue;
    if (excluded) without.push(forms);
    else if (quoted !== undefined && forms.length > 1) phrases.push(forms);
    for (const form of excluded ? [] : forms) if (words.size < mostWords) words.add(form);
  }
  return { words: [...words], phrases, without };
}
