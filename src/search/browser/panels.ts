import type { Answer, Request } from '../query/find.ts';
import { type AddressChanges, readSearchRequest } from './address.ts';
import { type ChartMaker, type ChartQuery, chartFigure } from './chart.ts';
import { type Combobox, combobox } from './combobox.ts';
import { offerDownload } from './download-panel.ts';
import { type FacetFilters, facetFilters } from './facet-filters.ts';
import type { TermFilter } from './filter-terms.ts';
import type { PageContext } from './page-context.ts';
import { timelineOf } from './periods.ts';
import { type Suggestion, suggestionSource } from './suggestions.ts';
import { resultTools } from './tools.ts';

/** What the panels need of the page. */
export interface PanelContext extends PageContext {
  readonly filters: readonly TermFilter[];
  /** Returns the name of a term. */
  nameOf(kind: string, slug: string): string;
  /** Returns the address of the page as it is with some changes. */
  link(changes: AddressChanges): string;
  /** Changes the search as a link does. */
  follow(href: string): void;
  takeSuggestion(suggestion: Suggestion): void;
  /** Returns the documents of a request. */
  documentsOf(request: Request): Promise<readonly number[]>;
}

/** An answer to be shown. */
export interface ShownAnswer {
  readonly answer: Answer;
  /** The parameters of the address. */
  readonly query: URLSearchParams;
  /** The name of the search, for paper and for files. */
  readonly name: string;
  /** Whether another search has started since. */
  readonly isStale: () => boolean;
}

/** The parts of the page that results do not wait for. */
export interface Panels {
  readonly suggestions: Combobox;
  readonly facets: FacetFilters;
  /** Shows the chart of an answer, and what can be done with its results. */
  show(shown: ShownAnswer, link: (changes: AddressChanges) => string): void;
  /** Makes the file that the address asks for. */
  download(shown: ShownAnswer): void;
}

/** The parts of a chart that show figures. */
const figureParts = ['.chart-plot', '.chart-readout', '.chart-figures'];

/** Puts the figures of a new chart into the one that is shown, which keeps what is being typed in its field. */
function putFigures(shown: Element, chart: Element): void {
  for (const part of figureParts) {
    const [old, fresh] = [shown.querySelector(part), chart.querySelector(part)];
    if (fresh !== null) old?.replaceWith(fresh);
  }
}

/** Returns the panels of a page. */
export function makePanels(context: PanelContext): Panels {
  const { parts, settings, numbers, reader, filters, nameOf, follow } = context;

  /** Shows the chart, with the compared queries once their files are there. */
  async function showChart(
    { answer, query, isStale }: ShownAnswer,
    link: (changes: AddressChanges) => string,
  ): Promise<void> {
    const { request, compared, measure } = readSearchRequest(query);
    const dates = [query.get('from') ?? '', query.get('to') ?? ''] as const;
    const timeline = timelineOf(settings, numbers, reader.manifest.articles, dates);
    const maker: ChartMaker = {
      ...{ settings, numbers, link },
      follow: (changes) => follow(link(changes)),
    };
    const isComparable = request.query.trim() !== '';
    const name = request.query.trim() || settings.panel.chart.chosen;
    const figureWith = (others: readonly ChartQuery[]): readonly HTMLElement[] => {
      const queries = [{ name, documents: answer.documents }, ...others];
      return chartFigure({ timeline, queries, measure, isComparable }, maker);
    };
    // Compared queries are named at once, so that the chart keeps its height when their lines are there.
    const figure = figureWith(compared.map((term) => ({ name: term, documents: undefined })));
    parts.years.replaceChildren(...figure);
    if (figure.length === 0) delete parts.years.dataset.lines;
    const [shown] = figure;
    if (compared.length === 0 || shown === undefined) return;
    const others = await Promise.all(
      compared.map(async (term) => ({
        name: term,
        documents: await context.documentsOf({ ...request, query: term }).catch(() => undefined),
      })),
    );
    const [chart] = isStale() ? [] : figureWith(others);
    if (chart !== undefined) putFigures(shown, chart);
  }

  return {
    suggestions: combobox(
      parts.field,
      parts.suggestions,
      suggestionSource(filters, reader),
      settings,
      numbers,
      context.takeSuggestion,
    ),
    facets: facetFilters(filters, reader, numbers, nameOf, context.link),
    show(shown, link) {
      const isNone = shown.answer.documents.length === 0;
      const address = new URL(link({}), location.href).href;
      const exportLink = (form: 'csv' | 'jsonl'): string => link({ download: form });
      parts.tools.replaceChildren(...(isNone ? [] : resultTools(address, exportLink, settings)));
      void showChart(shown, link);
    },
    download({ answer: { documents }, query, name, isStale }) {
      const { download: form } = readSearchRequest(query);
      if (form === undefined || isStale()) return;
      const download = { form, documents, name, isStale };
      void offerDownload(parts.download, download, reader, settings, numbers);
    },
  };
}
