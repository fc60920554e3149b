import { facetName } from '../codec/facet.ts';
import type { Request } from '../query/find.ts';

/** The state of a search, as the page's URL holds it. */
export interface SearchRequest {
  readonly request: Request;
  /** Page of results, from 1. */
  readonly page: number;
}

/** Built-in kinds of terms that filter results. */
export const facetKinds = ['source', 'section', 'subject', 'author', 'person', 'place'];

/**
 * Reads a day, month or year as a number (2015-07-21, 2015-07, 2015). As the start of a range, a
 * month or year begins before its first day, so that articles dated only to it are included.
 */
function dayOf(text: string, isEnd: boolean): number {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === '') return 0;
  if (isEnd) return Number(year) * 10_000 + Number(month ?? 99) * 100 + Number(day ?? 99);
  const days = day === '01' ? 0 : Number(day ?? 0);
  const months = month === '01' && days === 0 ? 0 : Number(month ?? 0);
  return Number(year) * 10_000 + months * 100 + days;
}

/** Reads the search state from a URL's query. */
export function readSearchRequest(query: URLSearchParams): SearchRequest {
  const sort = query.get('sort');
  return {
    request: {
      query: query.get('q') ?? '',
      exact: query.get('exact') === '1',
      facets: [...query].flatMap(([kind, slug]) =>
        slug !== '' && (facetKinds.includes(kind) || kind.startsWith('field-'))
          ? [facetName(kind, slug)]
          : [],
      ),
      from: dayOf(query.get('from') ?? '', false),
      to: dayOf(query.get('to') ?? '', true),
      sort: sort === 'newest' || sort === 'oldest' ? sort : 'best',
    },
    page: Math.max(1, Math.floor(Number(query.get('page'))) || 1),
  };
}

/** Returns a form's values as a URL query without empty fields. */
export function queryOf(form: HTMLFormElement): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  return query;
}

/** Fills a form from a URL's query; an option that a select element lacks is added. */
export function fillForm(form: HTMLFormElement, query: URLSearchParams): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
    const value = query.get(field.name) ?? '';
    if (field instanceof HTMLInputElement && field.type === 'checkbox')
      field.checked = value === '1';
    else field.value = value;
    if (field instanceof HTMLSelectElement && field.value !== value) {
      field.append(new Option(value.replaceAll('-', ' '), value, true, true));
    }
  }
}
