/** A term of the archive that filters results. */
export interface FacetTerm {
  readonly kind: string;
  readonly slug: string;
  readonly name: string;
  /** Number of its articles in the archive. */
  readonly articles: number;
}

/** A filter of the page: the terms of one kind. */
export interface TermFilter {
  readonly kind: string;
  readonly box: HTMLElement;
  readonly select: HTMLSelectElement;
  readonly terms: readonly FacetTerm[];
}

/** Reads the filters by terms from the page, as the archive wrote them. */
export function readTermFilters(filters: ParentNode): readonly TermFilter[] {
  return [...filters.querySelectorAll<HTMLElement>('[data-facet]')].flatMap((box) => {
    const select = box.querySelector('select');
    const kind = box.dataset.facet;
    if (select === null || kind === undefined) return [];
    const terms = [...select.options].flatMap(({ value: slug, text: name, dataset }) =>
      slug === '' || dataset.articles === undefined
        ? []
        : [{ kind, slug, name, articles: Number(dataset.articles) }],
    );
    return [{ kind, box, select, terms }];
  });
}

/** Returns a function that returns the name of a term; that of a term that no filter lists follows from its slug. */
export const termNames =
  (filters: readonly TermFilter[]) =>
  (kind: string, slug: string): string =>
    filters.find((filter) => filter.kind === kind)?.terms.find((term) => term.slug === slug)
      ?.name ?? slug.replaceAll('-', ' ');
