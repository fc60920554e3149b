import { readIndexManifest } from '../codec/index-manifest.ts';
import { type Answer, find } from '../query/find.ts';
import { openIndexReader } from '../query/index-reader.ts';
import { fillForm, queryOf, readSearchRequest } from './address.ts';
import { element } from './element.ts';
import { scriptLoader } from './load-script.ts';
import { notes, yearBars } from './notes.ts';
import { pageSize, resultList } from './results.ts';
import { numbersOf, type Settings } from './words.ts';

/** Milliseconds after a keystroke before the search starts. */
const typingPause = 15;

/**
 * Returns the first element of a selector.
 *
 * @throws Error where the page lacks it
 */
function requiredElement(selector: string): HTMLElement {
  const match = document.querySelector<HTMLElement>(selector);
  if (match === null) throw new Error(`The page lacks ${selector}.`);
  return match;
}

const settings = JSON.parse(requiredElement('#search-settings').textContent) as Settings;
const { words } = settings;
const numbers = numbersOf(settings);
const base = new URL('.', location.href).href;
const reader = openIndexReader(
  readIndexManifest(settings.directory),
  scriptLoader(`${base}search/`),
);
const form = requiredElement('[data-search]') as HTMLFormElement;
const field = requiredElement('#q') as HTMLInputElement;
const results = requiredElement('[data-results]');
const total = requiredElement('[data-total]');
const errorBox = requiredElement('[data-trouble]');
const list = resultList(requiredElement('[data-list]'), reader, base);

let currentQuery = new URLSearchParams(location.search);
let latestSearch = 0;

/** Returns the page's URL with some search parameters changed. */
function link(changes: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(currentQuery);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') query.delete(name);
    else query.set(name, value);
  }
  return `?${query}`;
}

function pager(page: number, pages: number): readonly (Node | string)[] {
  if (pages < 2) return [];
  const to = (number: number, rel: string, label: string): Node =>
    element('a', { href: link({ page: String(number) }), rel }, label);
  return [
    page > 1 ? to(page - 1, 'prev', settings.previousPage) : '',
    element('span', {}, ` ${numbers.number(page)} / ${numbers.number(pages)} `),
    page < pages ? to(page + 1, 'next', settings.nextPage) : '',
  ];
}

/** Shows an answer; the list of results is filled last. */
async function show(answer: Answer, requestedPage: number, isStale: () => boolean): Promise<void> {
  const { documents } = answer;
  const pages = Math.max(1, Math.ceil(documents.length / pageSize));
  const page = Math.min(requestedPage, pages);
  const shown = documents.slice((page - 1) * pageSize, page * pageSize);
  await list.show(shown, answer, isStale, () => {
    errorBox.hidden = true;
    results.hidden = false;
    total.dataset.total = String(documents.length);
    total.textContent =
      documents.length === 0 ? words.none : numbers.count(documents.length, words.results);
    const noteElements = notes(answer, settings, numbers, link, currentQuery.get('q') ?? '');
    requiredElement('[data-notes]').replaceChildren(
      ...noteElements,
      ...(documents.length === 0 ? [element('p', {}, words.noneHelp)] : []),
    );
    requiredElement('[data-years]').replaceChildren(...yearBars(answer, settings, numbers, link));
    requiredElement('[data-pages]').replaceChildren(...pager(page, pages));
    requiredElement('[data-browse]').hidden = documents.length > 0;
  });
}

/** Runs the search in `currentQuery`; an answer overtaken by a later search is discarded. */
async function search(isIncomplete: boolean): Promise<void> {
  latestSearch += 1;
  const searchNumber = latestSearch;
  const isStale = (): boolean => searchNumber !== latestSearch;
  const { request, page } = readSearchRequest(currentQuery);
  if (request.query.trim() === '' && request.facets.length === 0) {
    results.hidden = true;
    errorBox.hidden = true;
    return;
  }
  results.setAttribute('aria-busy', 'true');
  try {
    const answer = await find(reader, request, isIncomplete);
    if (!isStale()) await show(answer, page, isStale);
  } catch {
    if (isStale()) return;
    const reload = element('a', { href: link({}) }, words.reload);
    errorBox.replaceChildren(`${words.failed} `, reload);
    errorBox.hidden = false;
    results.hidden = true;
  } finally {
    if (!isStale()) results.removeAttribute('aria-busy');
  }
}

/** Whether the current history entry is a completed search, which the next one must not replace. */
let isEntryComplete = currentQuery.size > 0;

/** Stores the search in the page's URL; a query still being typed shares one history entry. */
function storeInHistory(isComplete: boolean): void {
  const method = isEntryComplete ? 'pushState' : 'replaceState';
  isEntryComplete = isComplete;
  try {
    history[method](null, '', link({}));
  } catch {
    // Browsers may refuse this on a page from a disk; the search works without it.
  }
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Starts the search that the form describes. */
function startSearch(isSubmitted: boolean, isIncomplete: boolean): void {
  clearTimeout(timer);
  currentQuery = queryOf(form);
  storeInHistory(isSubmitted);
  void search(isIncomplete);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  startSearch(true, false);
});
form.addEventListener('input', ({ target }) => {
  clearTimeout(timer);
  if (target === field) timer = setTimeout(() => startSearch(false, true), typingPause);
  else startSearch(false, false);
});
/** Links within the results change the search without loading a page. */
results.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target.closest('a') : null;
  const href = target?.getAttribute('href') ?? '';
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (target === null || !href.startsWith('?') || event.button !== 0 || !isPlain) return;
  event.preventDefault();
  currentQuery = new URLSearchParams(href);
  fillForm(form, currentQuery);
  isEntryComplete = true;
  storeInHistory(true);
  void search(false).then(() => {
    total.scrollIntoView({ block: 'start' });
    total.focus({ preventScroll: true });
  });
});
addEventListener('popstate', () => {
  clearTimeout(timer);
  currentQuery = new URLSearchParams(location.search);
  isEntryComplete = true;
  fillForm(form, currentQuery);
  void search(false);
});

total.tabIndex = -1;
fillForm(form, currentQuery);
if (currentQuery.size === 0) field.focus();
else void search(false);
