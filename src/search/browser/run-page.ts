import type { Answer } from '../query/find.ts';
import { changedLink, fillForm, queryOf, readSearchRequest } from './address.ts';
import { answerView } from './answer-view.ts';
import { type Chip, chipLinks, chipsOf } from './chips.ts';
import { dateFilters } from './date-filters.ts';
import { answerTo, isEmptyRequest } from './dated-articles.ts';
import { element } from './element.ts';
import type { FilterCounts } from './facet-filters.ts';
import { filterLayout } from './filter-layout.ts';
import { readTermFilters, termNames } from './filter-terms.ts';
import { panelLoader } from './load-panels.ts';
import type { PageContext } from './page-context.ts';
import type { Panels } from './panels.ts';
import { dateInWords } from './typed-date.ts';
import { waitingState } from './waiting.ts';

/** Milliseconds after a keystroke before the search starts. */
const typingPause = 15;

/** Runs the search page: the address says what is shown, and the form and the links change the address. */
export function runPage(context: PageContext): void {
  const { parts, settings, numbers, reader, retry } = context;
  const { form, field, results, trouble, total } = parts;
  let currentQuery = new URLSearchParams(location.search);
  let latestSearch = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the current history entry is a completed search, which the next one must not replace. */
  let isEntryComplete = currentQuery.size > 0;

  const link = (changes: Parameters<typeof changedLink>[1]): string =>
    changedLink(currentQuery, { download: '', ...changes });
  const waiting = waitingState(parts.status, settings, retry);
  const layout = filterLayout(parts.layout, parts.filters);
  const filters = readTermFilters(parts.filters);
  const nameOf = termNames(filters);
  const dates = dateFilters(parts.filters, settings, numbers, () => startSearch(false, false));
  const panels = panelLoader(settings.panels, {
    ...{ ...context, filters, nameOf, link, follow },
    takeSuggestion: ({ term: { kind, slug }, before }) =>
      follow(link({ q: before, [kind]: slug, page: '' })),
    documentsOf: async (request) => (await answerTo(reader, request, false)).documents,
  });
  const view = answerView(context, panels);

  /** Does something with the panels; nothing where they cannot be loaded, as the page works without them. */
  function withPanels(use: (panels: Panels) => void): void {
    panels().then(use, () => {});
  }

  function showForm(): void {
    fillForm(form, currentQuery, (date) => dateInWords(date, settings, numbers));
  }

  /** Shows which filters are set; returns them. */
  function showFilters(): readonly Chip[] {
    const chips = chipsOf(currentQuery, settings, numbers, nameOf);
    parts.chips.replaceChildren(...chipLinks(chips, settings, link));
    parts.chips.hidden = chips.length === 0;
    layout.show(chips.length > 0 || currentQuery.has('sort'));
    dates.show(currentQuery);
    return chips;
  }

  /** Counts the terms of the filters for an answer. */
  function countFilters(answer: Answer | undefined, isStale: () => boolean): void {
    const query = currentQuery;
    const counts: FilterCounts = {
      ...{ query, isStale, isAsked: answer !== undefined },
      async documentsWithout(kind) {
        if (!query.has(kind)) return answer?.documents ?? [];
        const others = new URLSearchParams(changedLink(query, { [kind]: '' }));
        const { request } = readSearchRequest(others);
        if (!isEmptyRequest(request)) return (await answerTo(reader, request, false)).documents;
        return Array.from({ length: reader.manifest.articles }, (_, document) => document);
      },
    };
    withPanels(({ facets }) => {
      if (!isStale()) facets.show(counts);
    });
  }

  /** Says that a file is missing; results that are shown stay. */
  function showTrouble(hasResults: boolean): void {
    const again = element('button', { type: 'button', 'data-retry': '' }, settings.panel.retry);
    again.addEventListener('click', () => void search(false));
    const reload = element('a', { href: link({}) }, settings.words.reload);
    trouble.replaceChildren(`${settings.words.failed} `, again, ' ', reload);
    trouble.hidden = false;
    results.hidden = !hasResults;
  }

  /** Runs the search in `currentQuery`; an answer overtaken by a later search is discarded. */
  async function search(isIncomplete: boolean): Promise<void> {
    latestSearch += 1;
    const searchNumber = latestSearch;
    const isStale = (): boolean => searchNumber !== latestSearch;
    const query = currentQuery;
    const { request } = readSearchRequest(query);
    const chips = showFilters();
    parts.start.hidden = !isEmptyRequest(request);
    if (isEmptyRequest(request)) {
      results.hidden = true;
      trouble.hidden = true;
      parts.download.hidden = true;
      waiting.end();
      countFilters(undefined, isStale);
      return;
    }
    results.setAttribute('aria-busy', 'true');
    waiting.begin();
    let hasResults = false;
    try {
      const answer = await answerTo(reader, request, isIncomplete);
      if (isStale()) return;
      const typed = query.get('q')?.trim() ?? '';
      const names = [typed, ...chips.map(({ name }) => name)].filter((name) => name !== '');
      const shown = { answer, query, name: names.join(settings.listSeparator), isStale };
      await view.show(shown, () => {
        hasResults = true;
      });
      if (isStale()) return;
      countFilters(answer, isStale);
      withPanels(({ download }) => download(shown));
      forgetDownload();
    } catch {
      if (!isStale()) showTrouble(hasResults);
    } finally {
      if (!isStale()) {
        results.removeAttribute('aria-busy');
        waiting.end();
      }
    }
  }

  /** Takes the wish for a file out of the address, so that going back or loading again makes no second file. */
  function forgetDownload(): void {
    if (!currentQuery.has('download')) return;
    currentQuery = new URLSearchParams(changedLink(currentQuery, { download: '' }));
    try {
      history.replaceState(null, '', `?${currentQuery}`);
    } catch {
      // As below.
    }
  }

  /** Stores the search in the page's URL; a query still being typed shares one history entry. */
  function storeInHistory(isComplete: boolean): void {
    const method = isEntryComplete ? 'pushState' : 'replaceState';
    isEntryComplete = isComplete;
    try {
      history[method](null, '', `?${currentQuery}`);
    } catch {
      // Browsers may refuse this on a page from a disk; the search works without it.
    }
  }

  /** Starts the search that the form describes. */
  function startSearch(isSubmitted: boolean, isIncomplete: boolean): void {
    clearTimeout(timer);
    currentQuery = queryOf(form, currentQuery, settings.months);
    storeInHistory(isSubmitted);
    void search(isIncomplete);
  }

  /** Changes the search as a link of the page says. */
  function follow(href: string): void {
    clearTimeout(timer);
    currentQuery = new URLSearchParams(href);
    showForm();
    isEntryComplete = true;
    storeInHistory(true);
    void search(false).then(() => {
      total.scrollIntoView({ block: 'nearest' });
      total.focus({ preventScroll: true });
    });
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    withPanels(({ suggestions }) => suggestions.close());
    startSearch(true, false);
  });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => startSearch(false, true), typingPause);
    withPanels(({ suggestions }) => suggestions.update());
  });
  parts.filters.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.slider !== undefined) return;
    startSearch(false, false);
  });
  /** Links within the page change the search without loading a page. */
  parts.layout.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('a') : null;
    const href = target?.getAttribute('href') ?? '';
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (target === null || !href.startsWith('?') || event.button !== 0 || !isPlain) return;
    event.preventDefault();
    follow(href);
  });
  addEventListener('popstate', () => {
    clearTimeout(timer);
    currentQuery = new URLSearchParams(location.search);
    isEntryComplete = true;
    showForm();
    void search(false);
  });
  addEventListener('online', () => {
    if (trouble.hidden) retry();
    else void search(false);
  });

  total.tabIndex = -1;
  showForm();
  if (currentQuery.size === 0) field.focus();
  void search(false);
}
