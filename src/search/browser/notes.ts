import { stemBounds } from '../../arabic/stem.ts';
import { eachWord, formOf } from '../../arabic/word-letters.ts';
import type { Answer } from '../query/find.ts';
import { element } from './element.ts';
import type { Numbers, Settings } from './words.ts';

/** Greatest number of forms listed for a word. */
const mostForms = 6;

/**
 * Returns a likely spelling of a folded form: the stem's letters as the reader typed them
 * («المسوولين» beside «مسؤول» becomes «المسؤولين»), final ه as ة where the reader typed it or after
 * ي; elsewhere ه is a pronoun.
 */
function spelled(form: string, asked: string, typed: string): string {
  const bare = typed.replace(/[\p{Mn}\p{Cf}\u0640]/gu, '');
  const ended = form.replace(/ة$/.test(bare) ? /ه$/ : /(?<=..ي)ه$/, 'ة');
  if (bare.length !== asked.length) return ended;
  const [from, to] = stemBounds(asked);
  return ended.replace(asked.slice(from, to), () => bare.slice(from, to));
}

/** Maps the folded words of a query to their typed forms. */
function typedWords(query: string): ReadonlyMap<string, string> {
  const typed = new Map<string, string>();
  eachWord(query, (word) => typed.set(formOf(word), query.slice(word.start, word.end)));
  return typed;
}

/** Returns a paragraph of a label and words. */
const line = (label: string, words: readonly (Node | string)[], separator: string): HTMLElement =>
  element('p', {}, `${label} `, ...words.flatMap((word, i) => [i > 0 ? separator : '', word]));

/**
 * Returns notes on the query: other forms that were searched, ignored stop words, missing words,
 * suggestions.
 */
export function notes(
  { words, passedOver, complete, documents }: Answer,
  { words: said, listSeparator }: Settings,
  { number }: Numbers,
  link: (query: Readonly<Record<string, string>>) => string,
  query: string,
): readonly HTMLElement[] {
  const word = (form: string): HTMLElement => element('bdi', { class: 'search-form' }, form);
  const typed = typedWords(query);
  const asTyped = (form: string): string => typed.get(form) ?? form;
  const also = words.flatMap(({ asked, forms }) =>
    [...forms]
      .filter(({ form }) => form !== asked)
      .sort((a, b) => b.count - a.count)
      .slice(0, mostForms)
      .map(({ form }) => word(spelled(form, asked, asTyped(asked)))),
  );
  const missing = words.filter(({ forms }) => forms.length === 0);
  const near = missing.flatMap(({ asked, near: forms }) =>
    forms.map((form) =>
      element(
        'a',
        { href: link({ q: query.replace(asTyped(asked), () => form), page: '' }) },
        word(form),
      ),
    ),
  );
  const told = words.filter(({ forms }) => forms.length > 0).length;
  const isMixed = told > 1 && complete > 0 && complete < documents.length;
  return [
    isMixed && element('p', {}, said.complete.replace('{n}', number(complete))),
    also.length > 0 && line(said.alsoSearched, also, listSeparator),
    passedOver.length > 0 &&
      line(
        said.passedOver,
        passedOver.map((form) => word(asTyped(form))),
        listSeparator,
      ),
    missing.length > 0 &&
      line(
        said.missing,
        missing.map(({ asked }) => word(asTyped(asked))),
        listSeparator,
      ),
    near.length > 0 && line(said.near, near, listSeparator),
  ].filter((one) => one !== false);
}

/** Returns a bar chart of results by year; each bar links to its year. */
export function yearBars(
  { years }: Answer,
  { words: said }: Settings,
  { number, count }: Numbers,
  link: (query: Readonly<Record<string, string>>) => string,
): readonly HTMLElement[] {
  if (years.length < 2) return [];
  const most = Math.max(...years.map(({ articles }) => articles));
  const bars = years.map(({ year, articles }) => {
    const range = { from: `${year}-01-01`, to: `${year}-12-31`, page: '' };
    const label = `${number(year).replace(/[٬,]/g, '')}: ${count(articles, said.results)}`;
    const bar = element('a', { href: link(range), title: label, 'aria-label': label });
    // Set through CSSOM, as the page's policy forbids inline styles.
    bar.style.blockSize = `${Math.max(4, Math.round((articles / most) * 100))}%`;
    return element('li', {}, bar, element('span', { 'aria-hidden': 'true' }, String(year)));
  });
  return [
    element('h2', { class: 'search-years-title' }, said.years),
    element('ol', { class: 'search-bars' }, ...bars),
  ];
}
