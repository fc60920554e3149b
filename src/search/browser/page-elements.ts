/**
 * Returns the first element of a selector.
 *
 * @throws Error where the page lacks it
 */
export function requiredElement(selector: string): HTMLElement {
  const match = document.querySelector<HTMLElement>(selector);
  if (match === null) throw new Error(`The page lacks ${selector}.`);
  return match;
}

/** Returns the first form or field of a selector; throws an Error where the page lacks it. */
export const requiredForm = (selector: string): HTMLFormElement =>
  requiredElement(selector) as HTMLFormElement;

/** The parts of the page that the script fills. */
export const pageParts = () => ({
  form: requiredForm('[data-search]'),
  field: requiredElement('#q') as HTMLInputElement,
  suggestions: requiredElement('[data-suggestions]'),
  status: requiredElement('[data-status]'),
  trouble: requiredElement('[data-trouble]'),
  layout: requiredElement('[data-layout]'),
  filters: requiredElement('[data-filters]') as HTMLDetailsElement,
  start: requiredElement('[data-start]'),
  chips: requiredElement('[data-chips]'),
  printed: requiredElement('[data-printed]'),
  download: requiredElement('[data-download-panel]'),
  results: requiredElement('[data-results]'),
  total: requiredElement('[data-total]'),
  notes: requiredElement('[data-notes]'),
  years: requiredElement('[data-years]'),
  list: requiredElement('[data-list]'),
  pager: requiredElement('[data-pages]'),
  browse: requiredElement('[data-browse]'),
  tools: requiredElement('[data-tools]'),
});

/** The parts of the page that the script fills. */
export type PageParts = ReturnType<typeof pageParts>;
