import { eachWord, formOf } from '../../arabic/word-letters.ts';
import { anyWordsQuery } from '../query/any-words.ts';
import type { Answer } from '../query/find.ts';
import type { AddressChanges } from './address.ts';
import { element } from './element.ts';
import { spelledForm } from './spelled-form.ts';
import type { Settings } from './words.ts';

/** Fewer results than these offer a search for any of the words. */
const fewResults = 10;

/** Greatest number of forms listed for a word. */
const maxForms = 6;

/** Maps the folded words of a query to their typed forms. */
function typedWords(query: string): ReadonlyMap<string, string> {
  const typed = new Map<string, string>();
  eachWord(query, (word) => typed.set(formOf(word), query.slice(word.start, word.end)));
  return typed;
}

/** Returns a paragraph of a label and words. */
const line = (label: string, words: readonly (Node | string)[], separator: string): HTMLElement =>
  element('p', {}, `${label} `, ...words.flatMap((word, i) => [i > 0 ? separator : '', word]));

/** Returns a link to the search for any of the words, where few articles have all; nothing for other queries. */
function anyWord(
  { documents, isPartial, ignoredWords }: Answer,
  { panel, language }: Settings,
  link: (changes: AddressChanges) => string,
  query: string,
): HTMLElement | false {
  const isFew = documents.length > 0 && documents.length < fewResults && !isPartial;
  if (!isFew) return false;
  const q = anyWordsQuery(query, ignoredWords, language === 'ar' ? 'أو' : 'OR');
  if (q === undefined) return false;
  return element('p', {}, element('a', { href: link({ q, page: '' }), 'data-any': '' }, panel.any));
}

/**
 * Returns notes on the query: first words of similar spelling, then whether all words were found, other forms that were
 * searched, ignored stop words, missing words and terms.
 */
export function notes(
  answer: Answer,
  settings: Settings,
  link: (changes: AddressChanges) => string,
  query: string,
): readonly HTMLElement[] {
  const { words, ignoredWords, unknownTerms, isPartial } = answer;
  const { words: messages, panel, listSeparator } = settings;
  const formElement = (form: string): HTMLElement => element('bdi', { class: 'search-form' }, form);
  const typed = typedWords(query);
  const asTyped = (form: string): string => typed.get(form) ?? form;
  const otherForms = words.flatMap(({ word, forms }) =>
    [...forms]
      .filter(({ form }) => form !== word)
      .sort((a, b) => b.count - a.count)
      .slice(0, maxForms)
      .map(({ form }) => formElement(spelledForm(form, word, asTyped(word)))),
  );
  const missing = words.filter(({ forms }) => forms.length === 0);
  const suggestions = missing.flatMap(({ word, suggestions: forms }) =>
    forms.map((form) =>
      element(
        'a',
        { href: link({ q: query.replace(asTyped(word), () => form), page: '' }) },
        formElement(form),
      ),
    ),
  );
  const absent = [
    ...missing.map(({ word }) => asTyped(word)),
    ...unknownTerms.map(
      ({ field, forms }) => `${panel.kinds[field] ?? field}: ${forms.map(asTyped).join(' ')}`,
    ),
  ];
  return [
    suggestions.length > 0 && line(messages.near, suggestions, listSeparator),
    isPartial && element('p', { 'data-partial': '' }, panel.most),
    anyWord(answer, settings, link, query),
    otherForms.length > 0 && line(messages.alsoSearched, otherForms, listSeparator),
    ignoredWords.length > 0 &&
      line(
        messages.passedOver,
        ignoredWords.map((form) => formElement(asTyped(form))),
        listSeparator,
      ),
    absent.length > 0 && line(messages.missing, absent.map(formElement), listSeparator),
  ].filter((note) => note !== false);
}
