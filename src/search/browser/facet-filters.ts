import { countFacets, hasFewFacets } from '../query/facet-counts.ts';
import type { IndexReader } from '../query/index-reader.ts';
import type { AddressChanges } from './address.ts';
import { element } from './element.ts';
import type { FacetTerm, TermFilter } from './filter-terms.ts';
import type { Numbers } from './words.ts';

/** Terms listed below a filter. */
const shownTerms = 5;

/** A term of a filter, with its number of articles for the query; undefined where it is not known. */
interface CountedTerm {
  readonly term: FacetTerm;
  readonly articles: number | undefined;
}

/** What the filters are counted for. */
export interface FilterCounts {
  /** The parameters of the address. */
  readonly query: URLSearchParams;
  /** Whether there is a query to count for. */
  readonly isAsked: boolean;
  /** Returns the documents of the query without the filter of a kind. */
  documentsWithout(kind: string): Promise<readonly number[]>;
  readonly isStale: () => boolean;
}

/** The numbers of articles in the filters by terms. */
export interface FacetFilters {
  /** Shows the numbers of articles for a query; of an archive of many terms, those of a filter when it comes into view. */
  show(counts: FilterCounts): void;
}

/** Height of a listed term, in rem, as in the style sheet. */
const rowHeight = 2;

/** Keeps room for the terms that are listed below a filter once they are counted. */
function reserveRows({ box, terms }: TermFilter): void {
  const top = box.querySelector<HTMLElement>('[data-top]');
  if (top?.childElementCount === 0 && terms.length > 1)
    top.style.minBlockSize = `${Math.min(shownTerms, terms.length) * rowHeight}rem`;
}

/**
 * Returns the controller of the filters by terms.
 *
 * @param nameOf returns the name of a term
 * @param link returns the page's address with some changes
 */
export function facetFilters(
  filters: readonly TermFilter[],
  reader: IndexReader,
  { number }: Numbers,
  nameOf: (kind: string, slug: string) => string,
  link: (changes: AddressChanges) => string,
): FacetFilters {
  function print(
    { kind, box, select }: TermFilter,
    counted: readonly CountedTerm[],
    chosen: string,
  ): void {
    const shown = counted.filter(({ term, articles }) => articles !== 0 || term.slug === chosen);
    const [any] = select.options;
    const options = shown.map(({ term, articles }) => {
      const label = articles === undefined ? term.name : `${term.name} (${number(articles)})`;
      return new Option(label, term.slug, false, term.slug === chosen);
    });
    select.replaceChildren(...(any === undefined ? [] : [any]), ...options);
    select.value = chosen;
    const most = Math.max(1, ...shown.map(({ articles = 0 }) => articles));
    const rows = shown.slice(0, shownTerms).map(({ term, articles }) => {
      const isChosen = term.slug === chosen;
      const row = element(
        'a',
        {
          href: link({ [kind]: isChosen ? '' : term.slug, page: '' }),
          'aria-current': isChosen ? 'true' : undefined,
        },
        element('bdi', {}, term.name),
        articles !== undefined && element('span', { class: 'facet-count' }, number(articles)),
      );
      // Set through CSSOM, as the page's policy forbids inline styles.
      row.style.setProperty('--share', `${((articles ?? 0) / most) * 100}%`);
      return element('li', {}, row);
    });
    const top = box.querySelector<HTMLElement>('[data-top]');
    top?.replaceChildren(...(shown.length > 1 || chosen !== '' ? rows : []));
    if (top !== null) top.style.minBlockSize = '';
  }

  /** Shows the terms with their numbers in the archive, or without numbers. */
  function printAll(filter: TermFilter, chosen: string, hasNumbers: boolean): void {
    const counted = filter.terms.map((term) => ({
      term,
      articles: hasNumbers ? term.articles : undefined,
    }));
    print(filter, counted, chosen);
  }

  async function count(filter: TermFilter, counts: FilterCounts): Promise<void> {
    const { kind } = filter;
    const chosen = counts.query.get(kind) ?? '';
    const documents = await counts.documentsWithout(kind);
    const byTerm = await countFacets(reader, kind, documents);
    if (counts.isStale()) return;
    if (byTerm === undefined) {
      printAll(filter, chosen, false);
      return;
    }
    const slugs = new Set([...byTerm.keys(), ...(chosen === '' ? [] : [chosen])]);
    const counted = [...slugs].map((slug) => ({
      term: { kind, slug, name: nameOf(kind, slug), articles: 0 },
      articles: byTerm.get(slug) ?? 0,
    }));
    counted.sort((a, b) => b.articles - a.articles || (a.term.slug < b.term.slug ? -1 : 1));
    print(filter, counted, chosen);
  }

  // The terms of an archive that has few are in one file, which one filter needs as well as all.
  const rootMargin = hasFewFacets(reader) ? '9999px' : '0px';
  for (const filter of filters) reserveRows(filter);
  let observer: IntersectionObserver | undefined;
  return {
    show(counts) {
      observer?.disconnect();
      if (!counts.isAsked) {
        for (const filter of filters) printAll(filter, counts.query.get(filter.kind) ?? '', true);
        return;
      }
      observer = new IntersectionObserver(
        (changes, current) => {
          for (const { target, isIntersecting } of changes) {
            const filter = filters.find(({ box }) => box === target);
            if (!isIntersecting || filter === undefined) continue;
            current.unobserve(target);
            // Without its file a filter keeps its terms, without numbers.
            count(filter, counts).catch(() => {
              if (!counts.isStale()) printAll(filter, counts.query.get(filter.kind) ?? '', false);
            });
          }
        },
        { rootMargin },
      );
      for (const { box } of filters) observer.observe(box);
    },
  };
}
