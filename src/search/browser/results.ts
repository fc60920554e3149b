import { encodePath } from '../../model/address.ts';
import type { StoredFields } from '../codec/stored-fields.ts';
import { type Excerpt, excerptOf } from '../query/excerpt.ts';
import type { Answer } from '../query/find.ts';
import type { IndexReader } from '../query/index-reader.ts';
import { fetchArticleText } from './article-text.ts';
import { element } from './element.ts';
import { markedWords } from './marked-words.ts';

/** Results on one page. */
export const pageSize = 10;

/** Number of results that are shown before the stored fields of the others load. */
const initialResults = 3;

/** Number of results whose excerpts are loaded at once; those of others when they come into view. */
const initialExcerpts = 2;

/** Returns a function from a form to the index of the query word it matches, for excerpts. */
function wordsOf({ words }: Answer): (form: string) => number {
  const numbers = new Map<string, number>();
  words.forEach(({ forms }, n) => {
    for (const { form } of forms) numbers.set(form, n);
  });
  return (form) => numbers.get(form) ?? -1;
}

function excerptNodes({ parts, isCut }: Excerpt): readonly (Node | string)[] {
  return [
    isCut[0] ? '… ' : '',
    ...parts.map(({ text, isMatch }) => (isMatch ? element('mark', {}, text) : text)),
    isCut[1] ? ' …' : '',
  ];
}

/** Returns the direction of a title: that of most of its letters; undefined where it is that of the page. */
function ownDirection(title: string): 'rtl' | 'ltr' | undefined {
  const count = (letters: RegExp): number => title.match(letters)?.length ?? 0;
  const rightToLeft = count(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu);
  const direction = rightToLeft * 2 >= count(/\p{L}/gu) ? 'rtl' : 'ltr';
  return direction === document.documentElement.dir || !/\p{L}/u.test(title)
    ? undefined
    : direction;
}

/** Returns the language of a title in Arabic or Hebrew letters; undefined where it is that of the page, or not known. */
function ownLanguage(title: string): 'ar' | 'he' | undefined {
  const language = /\p{Script=Arabic}/u.test(title) ? 'ar' : 'he';
  if (document.documentElement.lang === language) return undefined;
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(title) ? language : undefined;
}

/** Returns a result without its excerpt, with the words of the query marked in its title. */
function resultItem(fields: StoredFields, wordOf: (form: string) => number): HTMLLIElement {
  const direction = ownDirection(fields.title);
  const title = element('bdi', {}, ...markedWords(fields.title, wordOf));
  return element(
    'li',
    // The title decides the side of the whole result.
    { 'data-result': fields.id, class: 'entry result', dir: direction },
    element(
      'h2',
      { class: 'entry-title', dir: direction, lang: ownLanguage(fields.title) },
      element('a', { href: encodePath(fields.outputPath) }, title),
    ),
    element(
      'p',
      { class: 'entry-facts' },
      fields.date !== '' && element('span', {}, element('bdi', {}, fields.date)),
      fields.source !== '' &&
        element('span', {}, element('bdi', { lang: ownLanguage(fields.source) }, fields.source)),
    ),
    // The title decides the side of the whole result.
    element('p', { class: 'result-excerpt', dir: direction, lang: ownLanguage(fields.title) }),
  );
}

/** The list of results; excerpts are loaded when a result scrolls into view. */
export interface ResultList {
  /**
   * Shows some results.
   *
   * @param isStale whether another search has started since
   * @param beforeShow called once, before the first results are shown
   * @throws what the loading of an index file throws
   */
  show(
    documents: readonly number[],
    answer: Answer,
    isStale: () => boolean,
    beforeShow: () => void,
  ): Promise<void>;
}

/** Returns the controller of a list of results. */
export function resultList(list: HTMLElement, reader: IndexReader, base: string): ResultList {
  let observer: IntersectionObserver | undefined;
  /** The excerpts that are not loaded yet, by result. */
  let excerptLoaders = new Map<Element, () => Promise<void>>();
  function loadExcerpt(item: Element): void {
    const load = excerptLoaders.get(item);
    excerptLoaders.delete(item);
    observer?.unobserve(item);
    // A result remains useful without its excerpt.
    load?.().catch(() => {});
  }
  // Paper has them all, as far as the host is fast enough.
  addEventListener('beforeprint', () => {
    for (const item of [...excerptLoaders.keys()]) loadExcerpt(item);
  });
  async function showExcerpt(
    item: HTMLLIElement,
    document: number,
    fields: StoredFields,
    wordOf: (form: string) => number,
  ): Promise<void> {
    const text = await fetchArticleText(reader, document, fields, base);
    const excerpt = text && excerptOf(text, wordOf);
    if (excerpt === undefined) return;
    item.querySelector('.result-excerpt')?.replaceChildren(...excerptNodes(excerpt));
    if (excerpt.fragment === '') return;
    item
      .querySelector('a')
      ?.setAttribute('href', `${encodePath(fields.outputPath)}#${excerpt.fragment}`);
  }
  return {
    async show(documents, answer, isStale, beforeShow) {
      const wordOf = wordsOf(answer);
      const first = await Promise.all(documents.slice(0, initialResults).map(reader.storedFields));
      if (isStale()) return;
      beforeShow();
      observer?.disconnect();
      excerptLoaders = new Map();
      observer = new IntersectionObserver((changes) => {
        for (const { target, isIntersecting } of changes) if (isIntersecting) loadExcerpt(target);
      });
      const items = documents.map((document, n) => {
        const fields = n < initialResults ? first[n] : undefined;
        const item =
          fields === undefined
            ? element('li', { class: 'entry result' })
            : resultItem(fields, wordOf);
        return { item, document };
      });
      list.replaceChildren(...items.map(({ item }) => item));
      const watch = (item: HTMLLIElement, document: number, fields: StoredFields): void => {
        excerptLoaders.set(item, () => showExcerpt(item, document, fields, wordOf));
        observer?.observe(item);
      };
      items.forEach(({ item, document }, n) => {
        const fields = first[n];
        if (fields === undefined) return;
        watch(item, document, fields);
        if (n < initialExcerpts) loadExcerpt(item);
      });
      await Promise.all(
        items.slice(initialResults).map(async ({ item, document }) => {
          const fields = await reader.storedFields(document);
          if (fields === undefined || isStale()) return;
          const loadedItem = resultItem(fields, wordOf);
          item.replaceWith(loadedItem);
          watch(loadedItem, document, fields);
        }),
      );
    },
  };
}
