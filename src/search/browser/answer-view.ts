import { type AddressChanges, changedLink, readSearchRequest } from './address.ts';
import { element } from './element.ts';
import type { LoadPanels } from './load-panels.ts';
import { notes } from './notes.ts';
import type { PageContext } from './page-context.ts';
import type { ShownAnswer } from './panels.ts';
import { pageSize, resultList } from './results.ts';

/** Shows answers. */
export interface AnswerView {
  /**
   * Shows an answer; the chart and excerpts follow.
   *
   * @param whenShown called when the first results are shown
   * @throws what the loading of an index file throws
   */
  show(shown: ShownAnswer, whenShown: () => void): Promise<void>;
}

/** Tells whether the dates of an address leave more than one period for a chart. */
const isSpan = (query: URLSearchParams): boolean => {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  return from.length <= 4 || from.slice(0, 7) !== to.slice(0, 7);
};

/**
 * Returns the view of answers.
 *
 * @param panels loads what shows the chart and the files of results
 */
export function answerView(
  { parts, settings, numbers, reader, base }: PageContext,
  panels: LoadPanels,
): AnswerView {
  const { words, panel } = settings;
  const list = resultList(parts.list, reader, base);

  function pagerLinks(
    page: number,
    pages: number,
    link: (changes: AddressChanges) => string,
  ): readonly (Node | string)[] {
    if (pages < 2) return [];
    const to = (number: number, rel: string, label: string): Node =>
      element('a', { href: link({ page: String(number) }), rel }, label);
    return [
      page > 1 ? to(page - 1, 'prev', settings.previousPage) : '',
      element('span', {}, ` ${numbers.number(page)} / ${numbers.number(pages)} `),
      page < pages ? to(page + 1, 'next', settings.nextPage) : '',
    ];
  }

  /** Shows the chart and the tools; keeps room for the chart until they are there. */
  function showPanels(shown: ShownAnswer, link: (changes: AddressChanges) => string): void {
    const { answer, query, isStale } = shown;
    const { compared } = readSearchRequest(query);
    const hasChart = answer.documents.length > 0 && settings.periods.length > 0 && isSpan(query);
    if (hasChart) parts.years.dataset.lines = compared.length > 0 ? 'several' : 'one';
    else delete parts.years.dataset.lines;
    panels().then(
      (loaded) => {
        if (!isStale()) loaded.show(shown, link);
      },
      () => {
        // Results are complete without their chart.
        if (!isStale()) delete parts.years.dataset.lines;
      },
    );
  }

  return {
    async show(shown, whenShown) {
      const { answer, query, name, isStale } = shown;
      const { documents } = answer;
      const request = readSearchRequest(query);
      const link = (changes: AddressChanges): string =>
        changedLink(query, { download: '', ...changes });
      const pages = Math.max(1, Math.ceil(documents.length / pageSize));
      const page = Math.min(request.page, pages);
      const onPage = documents.slice((page - 1) * pageSize, page * pageSize);
      await list.show(onPage, answer, isStale, () => {
        parts.trouble.hidden = true;
        parts.results.hidden = false;
        parts.total.dataset.total = String(documents.length);
        parts.total.textContent =
          documents.length === 0 ? words.none : numbers.count(documents.length, words.results);
        parts.notes.replaceChildren(
          ...notes(answer, settings, link, request.request.query),
          ...(documents.length === 0 ? [element('p', {}, words.noneHelp)] : []),
        );
        parts.printed.textContent = `${panel.printed} ${name}`;
        parts.pager.replaceChildren(...pagerLinks(page, pages, link));
        parts.browse.hidden = documents.length > 0;
        parts.download.hidden = true;
        showPanels(shown, link);
        whenShown();
      });
    },
  };
}
