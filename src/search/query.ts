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

/**
 * Reads a query as it was typed: words, «phrases» in quotation marks of any kind, and what a hyphen
 * directly before it excludes. Anything else only parts words.
 */
export function parseQuery(typed: string): Query {
  const words = new Set<string>();
  const phrases: (readonly string[])[] = [];
  const without: (readonly string[])[] = [];
  const part = /(^|\s)([-−–])?(?:«([^»]*)»?|["“”„]([^"“”„]*)["“”„]?)|([-−–]?)([^\s"“”„«»]+)/g;
  for (const match of typed.slice(0, longestQuery).matchAll(part)) {
    const [, , hyphenBefore = '', guillemets, marks, hyphen = '', plain = ''] = match;
    const quoted = guillemets ?? marks;
    const forms = wordForms(quoted ?? plain);
    // «جدة-الرياض» excludes nothing: the hyphen must stand where a word may begin.
    const begins = match.index === 0 || /\s/.test(typed[match.index - 1] ?? '');
    const excluded = quoted === undefined ? hyphen !== '' && begins : hyphenBefore !== '';
    if (forms.length === 0) continue;
    if (excluded) without.push(forms);
    else if (quoted !== undefined && forms.length > 1) phrases.push(forms);
    for (const form of excluded ? [] : forms) if (words.size < mostWords) words.add(form);
  }
  return { words: [...words], phrases, without };
}
