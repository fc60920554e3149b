import type { ExportForm } from '../../model/download.ts';
import { facetName } from '../codec/facet.ts';
import type { Request } from '../query/find.ts';
import { typedDate } from './typed-date.ts';

/** The state of a search, as the page's URL holds it. */
export interface SearchRequest {
  readonly request: Request;
  /** Page of results, from 1. */
  readonly page: number;
  /** Queries that the chart compares with the first. */
  readonly compared: readonly string[];
  /** What the chart shows; undefined for the usual one. */
  readonly measure: 'count' | 'share' | undefined;
  /** The form in which the results are to be downloaded. */
  readonly download: ExportForm | undefined;
}

/** Built-in kinds of terms that filter results. */
export const facetKinds = ['source', 'section', 'subject', 'author', 'person', 'place'];

/** Most queries that the chart compares with the first. */
export const maxCompared = 2;

/** Tells whether a parameter of the address is a filter by a term. */
export const isFacetParameter = (name: string): boolean =>
  facetKinds.includes(name) || name.startsWith('field-');

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

/** Returns a value if it is one of some values. */
const oneOf = <T extends string>(value: string | null, values: readonly T[]): T | undefined =>
  values.find((candidate) => candidate === value);

/** Reads the search state from a URL's query. */
export function readSearchRequest(query: URLSearchParams): SearchRequest {
  return {
    request: {
      query: query.get('q') ?? '',
      exact: query.get('exact') === '1',
      facets: [...query].flatMap(([kind, slug]) =>
        slug !== '' && isFacetParameter(kind) ? [facetName(kind, slug)] : [],
      ),
      from: dayOf(query.get('from') ?? '', false),
      to: dayOf(query.get('to') ?? '', true),
      sort: oneOf(query.get('sort'), ['newest', 'oldest']) ?? 'best',
    },
    page: Math.max(1, Math.floor(Number(query.get('page'))) || 1),
    compared: query
      .getAll('compare')
      .filter((term) => term.trim() !== '')
      .slice(0, maxCompared),
    measure: oneOf(query.get('measure'), ['count', 'share']),
    download: oneOf(query.get('download'), ['csv', 'jsonl']),
  };
}

/** Changes of an address: a value, several values, or none where it is empty. */
export type AddressChanges = Readonly<Record<string, string | readonly string[]>>;

/** Returns a link to the search page: the query of a URL with some parameters changed. */
export function changedLink(query: URLSearchParams, changes: AddressChanges): string {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    changed.delete(name);
    for (const one of typeof value === 'string' ? [value] : value) {
      if (one !== '') changed.append(name, one);
    }
  }
  return `?${changed}`;
}

/**
 * Returns a form's values as a URL query without empty fields. The terms that the chart compares, which the form
 * does not have, stay; so does a date while what is typed is none.
 *
 * @param months names of the months, January first
 */
export function queryOf(
  form: HTMLFormElement,
  current: URLSearchParams,
  months: readonly string[],
): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value === '') continue;
    const isDate = name === 'from' || name === 'to';
    const kept = isDate ? (typedDate(value, months) ?? current.get(name) ?? '') : value;
    if (kept !== '') query.set(name, kept);
  }
  for (const name of ['compare', 'measure']) {
    if (query.has('q')) for (const value of current.getAll(name)) query.append(name, value);
  }
  return query;
}

/**
 * Fills a form from a URL's query; an option that a select element lacks is added. A field in which a person types is
 * left alone.
 *
 * @param shown returns a date as the field shows it
 */
export function fillForm(
  form: HTMLFormElement,
  query: URLSearchParams,
  shown: (date: string) => string,
): void {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    if (field.name === '') continue;
    const value = query.get(field.name) ?? '';
    if (field instanceof HTMLSelectElement) {
      if (![...field.options].some((option) => option.value === value)) {
        field.append(new Option(value.replaceAll('-', ' '), value));
      }
      field.value = value;
    } else if (field.type === 'checkbox') field.checked = value === '1';
    else if (field.name === 'from' || field.name === 'to') field.value = shown(value);
    else field.value = value;
  }
}
