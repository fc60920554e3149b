import type { CliMessages } from '../i18n/cli-messages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import type { ImportedArticle, ImportResult } from '../import/imported-article.ts';
import type { ImportFigures, ImportOutcome } from '../model/import-figures.ts';
import type { DiagnosticList } from './diagnostic-list.ts';
import { diagnosticLines } from './diagnostic-report.ts';
import { printableLines } from './terminal.ts';

/** Number of titles shown. */
const shownTitles = 5;

/** Counts the results of an import. */
export interface ImportCounter {
  /** Counts an item that is no public article; others are ignored. */
  readonly countExcluded: (result: ImportResult) => void;
  readonly countImported: (article: ImportedArticle, outcome: ImportOutcome) => void;
  /** Adds the pictures of a seed. */
  readonly countPictures: (written: number, links: number) => void;
  readonly figures: (
    run: Pick<ImportFigures, 'sources' | 'passedOver' | 'dryRun' | 'into' | 'folder'>,
  ) => ImportFigures;
}

/** Returns a counter with all counts at zero. */
export function createImportCounter(): ImportCounter {
  const leftOut = { draft: 0, page: 0, attachment: 0, protected: 0, other: 0, empty: 0 };
  const outcomes = {
    ...{ written: 0, updated: 0, unchanged: 0 },
    ...{ edited: 0, deleted: 0, taken: 0, duplicate: 0 },
  };
  const samples: string[] = [];
  let articles = 0;
  let [pictures, pictureLinks] = [0, 0];
  let first: string | undefined;
  let last: string | undefined;
  return {
    countExcluded(result) {
      if (result.excluded !== undefined) leftOut[result.excluded] += 1;
    },
    countImported({ metadata: { title, date } }, outcome) {
      outcomes[outcome] += 1;
      if (outcome === 'duplicate') return;
      articles += 1;
      if (samples.length < shownTitles && typeof title === 'string') samples.push(title);
      if (typeof date !== 'string') return;
      if (first === undefined || date < first) first = date;
      if (last === undefined || date > last) last = date;
    },
    countPictures(written, links) {
      pictures += written;
      pictureLinks += links;
    },
    figures: (run) => ({
      ...{ ...run, ...outcomes, articles, leftOut, first, last, samples },
      ...{ pictures, pictureLinks },
    }),
  };
}

/** Returns the summary of an import as text. */
export function importSummary(
  figures: ImportFigures,
  diagnostics: DiagnosticList,
  messages: CliMessages,
): string {
  const report = diagnosticLines(diagnostics.kept, messages, diagnostics.counts());
  return `${printableLines([
    ...report,
    ...(report.length > 0 ? [''] : []),
    ...messages.imports.summary(figures).map((line) => line.replaceAll('\n', ' ')),
  ])}\n`;
}

/** Returns the result of an import as one JSON object, for `--json`. */
export function importJson(
  figures: ImportFigures,
  diagnostics: DiagnosticList,
  messages: CliMessages,
): string {
  const localized = diagnostics.kept.map((one) => localizeDiagnostic(one, messages));
  return `${JSON.stringify({ ...figures, ...diagnostics.counts(), diagnostics: localized })}\n`;
}
