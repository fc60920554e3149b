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
const pause = 15;

/**
 * Returns the first element of a selector.
 *
 * @throws Error where the page lacks it
 */
function part(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The page lacks ${selector}.`);
  return found;
}

const settings = JSON.parse(part('#search-settings').textContent) as Settings;
const { words } = settings;
const numbers = numbersOf(settings);
const base = new URL('.', location.href).href;
const library = openIndexReader(
  readIndexManifest(settings.directory),
  scriptLoader(`${base}search/`),
);
const form = part('[data-search]') as HTMLFormElement;
const field = part('#q') as HTMLInputElement;
const results = part('[data-results]');
const total = part('[data-total]');
const trouble = part('[data-trouble]');
const list = resultList(part('[data-list]'), library, base);

let asked = new URLSearchParams(location.search);
let latest = 0;

/** Returns the page's URL with some search parameters changed. */
function link(changes: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(asked);
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
async function show(answer: Answer, wanted: number, isStale: () => boolean): Promise<void> {
  const { documents } = answer;
  const pages = Math.max(1, Math.ceil(documents.length / pageSize));
  const page = Math.min(wanted, pages);
  const shown = documents.slice((page - 1) * pageSize, page * pageSize);
  await list.show(shown, answer, isStale, () => {
    trouble.hidden = true;
    results.hidden = false;
    total.dataset.total = String(documents.length);
    total.textContent =
      documents.length === 0 ? words.none : numbers.count(documents.length, words.results);
    const said = notes(answer, settings, numbers, link, asked.get('q') ?? '');
    part('[data-notes]').replaceChildren(
      ...said,
      ...(documents.length === 0 ? [element('p', {}, words.noneHelp)] : []),
    );
    part('[data-years]').replaceChildren(...yearBars(answer, settings, numbers, link));
    part('[data-pages]').replaceChildren(...pager(page, pages));
    part('[data-browse]').hidden = documents.length > 0;
  });
}

/** Runs the search in `asked`; an answer overtaken by a later search is discarded. */
async function search(begun: boolean): Promise<void> {
  latest += 1;
  const now = latest;
  const isStale = (): boolean => now !== latest;
  const { request, page } = readSearchRequest(asked);
  if (request.query.trim() === '' && request.facets.length === 0) {
    results.hidden = true;
    trouble.hidden = true;
    return;
  }
  results.setAttribute('aria-busy', 'true');
  try {
    const answer = await find(library, request, begun);
    if (!isStale()) await show(answer, page, isStale);
  } catch {
    if (isStale()) return;
    const reload = element('a', { href: link({}) }, words.reload);
    trouble.replaceChildren(`${words.failed} `, reload);
    trouble.hidden = false;
    results.hidden = true;
  } finally {
    if (!isStale()) results.removeAttribute('aria-busy');
  }
}

/** Whether the current history entry is a completed search, which the next one must not replace. */
let ended = asked.size > 0;

/** Stores the search in the page's URL; a query still being typed shares one history entry. */
function note(ends: boolean): void {
  const way = ended ? 'pushState' : 'replaceState';
  ended = ends;
  try {
    history[way](null, '', link({}));
  } catch {
    // Browsers may refuse this on a page from a disk; the search works without it.
  }
}

let timer: ReturnType<typeof setTimeout> | undefined;

function ask(ends: boolean, begun: boolean): void {
  clearTimeout(timer);
  asked = queryOf(form);
  note(ends);
  void search(begun);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask(true, false);
});
form.addEventListener('input', ({ target }) => {
  clearTimeout(timer);
  if (target === field) timer = setTimeout(() => ask(false, true), pause);
  else ask(false, false);
});
/** Links within the results change the search without loading a page. */
results.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target.closest('a') : null;
  const href = target?.getAttribute('href') ?? '';
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (target === null || !href.startsWith('?') || event.button !== 0 || !isPlain) return;
  event.preventDefault();
  asked = new URLSearchParams(href);
  fillForm(form, asked);
  ended = true;
  note(true);
  void search(false).then(() => {
    total.scrollIntoView({ block: 'start' });
    total.focus({ preventScroll: true });
  });
});
addEventListener('popstate', () => {
  clearTimeout(timer);
  asked = new URLSearchParams(location.search);
  ended = true;
  fillForm(form, asked);
  void search(false);
});

total.tabIndex = -1;
fillForm(form, asked);
if (asked.size === 0) field.focus();
else void search(false);
