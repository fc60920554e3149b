import type { Answer } from '../query/find.ts';
import {
  type AddressChanges,
  changedLink,
  readSearchRequest,
  type SearchRequest,
} from './address.ts';
import { type ChartMaker, type ChartQuery, chartFigure } from './chart.ts';
import { answerTo } from './dated-articles.ts';
import { offerDownload } from './download-panel.ts';
import { element } from './element.ts';
import { notes } from './notes.ts';
import type { PageContext } from './page-context.ts';
import { timelineOf } from './periods.ts';
import { pageSize, resultList } from './results.ts';
import { resultTools } from './tools.ts';

/** An answer to be shown. */
export interface ShownAnswer {
  readonly answer: Answer;
  /** The parameters of the address. */
  readonly query: URLSearchParams;
  /** Names of the filters that are set. */
  readonly filterNames: readonly string[];
  /** Whether another search has started since. */
  readonly isStale: () => boolean;
}

/** Shows answers. */
export interface AnswerView {
  /**
   * Shows an answer; the compared lines of the chart and excerpts follow.
   *
   * @throws what the loading of an index file throws
   */
  show(shown: ShownAnswer): Promise<void>;
  /** Makes the file that the address asks for. */
  download(shown: ShownAnswer): void;
}

/**
 * Returns the view of answers.
 *
 * @param follow changes the search as a link does
 */
export function answerView(
  { parts, settings, numbers, reader, base }: PageContext,
  follow: (link: string) => void,
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

  /** Returns the name of the search, for its line in the chart, for paper and for files. */
  function nameOf(query: URLSearchParams, filterNames: readonly string[]): string {
    const typed = query.get('q')?.trim() ?? '';
    return [typed, ...filterNames].filter((part) => part !== '').join(settings.listSeparator);
  }

  async function showChart(
    { answer, query, isStale }: ShownAnswer,
    { request, compared, measure }: SearchRequest,
    link: (changes: AddressChanges) => string,
  ): Promise<void> {
    const dates = [query.get('from') ?? '', query.get('to') ?? ''] as const;
    const timeline = timelineOf(settings, numbers, reader.manifest.articles, dates);
    const maker: ChartMaker = {
      ...{ settings, numbers, link },
      follow: (changes) => follow(link(changes)),
    };
    const name = request.query.trim() || panel.chart.chosen;
    const own: ChartQuery = { name, documents: answer.documents };
    const isComparable = request.query.trim() !== '';
    const print = (queries: readonly ChartQuery[]): void =>
      parts.years.replaceChildren(
        ...chartFigure({ timeline, queries, measure, isComparable }, maker),
      );
    print([own]);
    if (compared.length === 0) return;
    const others = await Promise.all(
      compared.map(async (term): Promise<ChartQuery> => {
        const { documents } = await answerTo(reader, { ...request, query: term }, false);
        return { name: term, documents };
      }),
    );
    if (!isStale()) print([own, ...others]);
  }

  return {
    async show(shown) {
      const { answer, query, filterNames, isStale } = shown;
      const { documents } = answer;
      const request = readSearchRequest(query);
      const link = (changes: AddressChanges): string =>
        changedLink(query, { download: '', ...changes });
      const pages = Math.max(1, Math.ceil(documents.length / pageSize));
      const page = Math.min(request.page, pages);
      const onPage = documents.slice((page - 1) * pageSize, page * pageSize);
      const name = nameOf(query, filterNames);
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
        const address = new URL(link({}), location.href).href;
        const exportLink = (form: 'csv' | 'jsonl'): string => link({ download: form });
        parts.tools.replaceChildren(
          ...(documents.length === 0 ? [] : resultTools(address, exportLink, settings)),
        );
        parts.download.hidden = true;
        // Without the files of a compared word the chart stays as it is.
        showChart(shown, request, link).catch(() => {});
      });
    },
    download({ answer: { documents }, query, filterNames, isStale }) {
      const { download: form } = readSearchRequest(query);
      if (form === undefined || isStale()) return;
      const download = { form, documents, name: nameOf(query, filterNames), isStale };
      void offerDownload(parts.download, download, reader, settings, numbers);
    },
  };
}
