import { countFacets, hasFewFacets } from '../query/facet-counts.ts';
import type { IndexReader } from '../query/index-reader.ts';
import type { AddressChanges } from './address.ts';
import { element } from './element.ts';
import type { Numbers } from './words.ts';

/** Milliseconds after an answer before the filters of an archive of many terms are counted: their files are no part of the search. */
const countingPause = 1000;

/** Terms listed below a filter. */
const shownTerms = 5;

/** A term of the archive that filters results. */
export interface FacetTerm {
  readonly kind: string;
  readonly slug: string;
  readonly name: string;
  /** Number of its articles in the archive. */
  readonly articles: number;
}

/** A filter of the page: the terms of one kind. */
interface Filter {
  readonly kind: string;
  readonly box: HTMLElement;
  readonly select: HTMLSelectElement;
  readonly top: Element | null;
  readonly terms: readonly FacetTerm[];
}

/** Reads a filter from the page. */
function readFilter(box: HTMLElement): readonly Filter[] {
  const select = box.querySelector('select');
  const kind = box.dataset.facet;
  if (select === null || kind === undefined) return [];
  const terms = [...select.options].flatMap(({ value: slug, text: name, dataset }) =>
    slug === '' || dataset.articles === undefined
      ? []
      : [{ kind, slug, name, articles: Number(dataset.articles) }],
  );
  return [{ kind, box, select, top: box.querySelector('[data-top]'), terms }];
}

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

/** The filters by terms. */
export interface FacetFilters {
  readonly terms: readonly FacetTerm[];
  /** Kinds of which the page has not all terms. */
  readonly partialKinds: readonly string[];
  /** Returns the name of a term. */
  nameOf(kind: string, slug: string): string;
  /** Shows the numbers of articles for a query; of an archive of many terms, those of a filter when it comes into view. */
  show(counts: FilterCounts): void;
}

/**
 * Returns the controller of the filters by terms.
 *
 * @param link returns the page's address with some changes
 */
export function facetFilters(
  boxes: readonly HTMLElement[],
  reader: IndexReader,
  { number }: Numbers,
  link: (changes: AddressChanges) => string,
): FacetFilters {
  const filters = boxes.flatMap(readFilter);
  const terms = filters.flatMap((filter) => filter.terms);
  const nameOf = (kind: string, slug: string): string =>
    terms.find((term) => term.kind === kind && term.slug === slug)?.name ??
    slug.replaceAll('-', ' ');

  function print(
    { kind, select, top }: Filter,
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
    top?.replaceChildren(...(shown.length > 1 || chosen !== '' ? rows : []));
  }

  /** Shows the terms with their numbers in the archive, or without numbers. */
  function printAll(filter: Filter, chosen: string, hasNumbers: boolean): void {
    const counted = filter.terms.map((term) => ({
      term,
      articles: hasNumbers ? term.articles : undefined,
    }));
    print(filter, counted, chosen);
  }

  async function count(filter: Filter, counts: FilterCounts): Promise<void> {
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

  let observer: IntersectionObserver | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    terms,
    partialKinds: filters.flatMap(({ kind, box, terms: listed }) =>
      Number(box.dataset.terms) > listed.length ? [kind] : [],
    ),
    nameOf,
    show(counts) {
      observer?.disconnect();
      clearTimeout(timer);
      if (!counts.isAsked) {
        for (const filter of filters) printAll(filter, counts.query.get(filter.kind) ?? '', true);
        return;
      }
      const countOne = (filter: Filter): void => {
        // Without its file a filter keeps its terms, without numbers.
        count(filter, counts).catch(() => {
          if (!counts.isStale()) printAll(filter, counts.query.get(filter.kind) ?? '', false);
        });
      };
      if (hasFewFacets(reader)) {
        for (const filter of filters) countOne(filter);
        return;
      }
      observer = new IntersectionObserver((changes, current) => {
        for (const { target, isIntersecting } of changes) {
          const filter = filters.find(({ box }) => box === target);
          if (!isIntersecting || filter === undefined) continue;
          current.unobserve(target);
          countOne(filter);
        }
      });
      timer = setTimeout(() => {
        for (const { box } of filters) observer?.observe(box);
      }, countingPause);
    },
  };
}
