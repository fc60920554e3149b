import { encodePath } from '../../model/address.ts';
import type { StoredFields } from '../codec/stored-fields.ts';
import { type Excerpt, excerptOf } from '../query/excerpt.ts';
import type { Answer } from '../query/find.ts';
import type { IndexReader } from '../query/index-reader.ts';
import { fetchArticleText } from './article-text.ts';
import { element } from './element.ts';

/** Results on one page. */
export const pageSize = 10;

/** Results shown before the stored fields of others are loaded: those in view. */
const atOnce = 3;

/** Returns a function from a form to the index of the query word it matches, for excerpts. */
function wordsOf({ words }: Answer): (form: string) => number {
  const numbers = new Map<string, number>();
  words.forEach(({ forms }, n) => {
    for (const { form } of forms) numbers.set(form, n);
  });
  return (form) => numbers.get(form) ?? -1;
}

function excerpted({ parts, isCut }: Excerpt): readonly (Node | string)[] {
  return [
    isCut[0] ? '… ' : '',
    ...parts.map(({ text, isMatch }) => (isMatch ? element('mark', {}, text) : text)),
    isCut[1] ? ' …' : '',
  ];
}

/** Returns a result without its excerpt. */
function entry(card: StoredFields): HTMLLIElement {
  const title = element('bdi', {}, card.title);
  return element(
    'li',
    { 'data-result': card.id, class: 'entry result' },
    element(
      'h2',
      { class: 'entry-title' },
      element('a', { href: encodePath(card.outputPath) }, title),
    ),
    element(
      'p',
      { class: 'entry-facts' },
      card.date !== '' && element('span', {}, card.date),
      card.source !== '' && element('span', {}, element('bdi', {}, card.source)),
    ),
    element('p', { class: 'result-excerpt', dir: 'auto' }),
  );
}

/** The list of results; excerpts are loaded when a result scrolls into view. */
export interface ResultList {
  /**
   * Shows some results.
   *
   * @param isStale whether another search has started since
   * @param begin called once, before the first results are shown
   * @throws what the loading of an index file throws
   */
  show(
    documents: readonly number[],
    answer: Answer,
    isStale: () => boolean,
    begin: () => void,
  ): Promise<void>;
}

/** Returns the controller of a list of results. */
export function resultList(list: HTMLElement, library: IndexReader, base: string): ResultList {
  let observer: IntersectionObserver | undefined;
  async function showExcerpt(
    item: HTMLLIElement,
    document: number,
    card: StoredFields,
    wordOf: (form: string) => number,
  ): Promise<void> {
    const text = await fetchArticleText(library, document, card, base);
    const excerpt = text && excerptOf(text, wordOf);
    if (excerpt === undefined) return;
    item.querySelector('.result-excerpt')?.replaceChildren(...excerpted(excerpt));
    if (excerpt.fragment === '') return;
    item
      .querySelector('a')
      ?.setAttribute('href', `${encodePath(card.outputPath)}#${excerpt.fragment}`);
  }
  return {
    async show(documents, answer, isStale, begin) {
      const wordOf = wordsOf(answer);
      const first = await Promise.all(documents.slice(0, atOnce).map(library.card));
      if (isStale()) return;
      begin();
      observer?.disconnect();
      const shown = new Map<Element, () => Promise<void>>();
      observer = new IntersectionObserver((changes, watching) => {
        for (const { target, isIntersecting } of changes) {
          if (!isIntersecting) continue;
          watching.unobserve(target);
          // A result remains useful without its excerpt.
          shown
            .get(target)?.()
            .catch(() => {});
        }
      });
      const items = documents.map((document, n) => {
        const card = n < atOnce ? first[n] : undefined;
        const item = card === undefined ? element('li', { class: 'entry result' }) : entry(card);
        return { item, document };
      });
      list.replaceChildren(...items.map(({ item }) => item));
      const watch = (item: HTMLLIElement, document: number, card: StoredFields): void => {
        shown.set(item, () => showExcerpt(item, document, card, wordOf));
        observer?.observe(item);
      };
      items.forEach(({ item, document }, n) => {
        const card = first[n];
        if (card !== undefined) watch(item, document, card);
      });
      await Promise.all(
        items.slice(atOnce).map(async ({ item, document }) => {
          const card = await library.card(document);
          if (card === undefined || isStale()) return;
          const full = entry(card);
          item.replaceWith(full);
          watch(full, document, card);
        }),
      );
    },
  };
}
