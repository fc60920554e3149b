import type { CliMessages } from '../i18n/cli-messages.ts';
import { wordDiagnostic } from '../i18n/word-diagnostic.ts';
import type { ImportedArticle, ImportResult } from '../import/imported-article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ImportFigures, ImportOutcome } from '../model/import-figures.ts';
import { problemLines } from './problems.ts';
import { visible } from './terminal.ts';

/** Number of titles shown. */
const shownTitles = 5;

/** Collects the figures of an import. */
export interface ImportSummary {
  readonly leave: (found: ImportResult) => void;
  readonly place: (article: ImportedArticle, fate: ImportOutcome) => void;
  readonly figures: (run: Pick<ImportFigures, 'sources' | 'dryRun' | 'into'>) => ImportFigures;
}

/** Returns empty figures. */
export function summarizeImport(): ImportSummary {
  const leftOut = { draft: 0, page: 0, attachment: 0, protected: 0, other: 0, empty: 0 };
  const fates = {
    ...{ written: 0, updated: 0, unchanged: 0 },
    ...{ edited: 0, deleted: 0, taken: 0, duplicate: 0 },
  };
  const samples: string[] = [];
  let articles = 0;
  let first: string | undefined;
  let last: string | undefined;
  return {
    leave(found) {
      if (found.excluded !== undefined) leftOut[found.excluded] += 1;
    },
    place({ metadata: { title, date } }, fate) {
      fates[fate] += 1;
      if (fate === 'duplicate') return;
      articles += 1;
      if (samples.length < shownTitles && typeof title === 'string') samples.push(title);
      if (typeof date !== 'string') return;
      if (first === undefined || date < first) first = date;
      if (last === undefined || date > last) last = date;
    },
    figures: (run) => ({ ...run, ...fates, articles, leftOut, first, last, samples }),
  };
}

/** Returns the summary of an import for people. */
export function importSummaryLines(
  figures: ImportFigures,
  diagnostics: readonly Diagnostic[],
  wording: CliMessages,
): string {
  const problems = problemLines(diagnostics, wording);
  return [
    ...problems,
    ...(problems.length > 0 ? [''] : []),
    ...wording.imports.lines(figures).map((line) => visible(line.replaceAll('\n', ' '))),
    '',
  ].join('\n');
}

/** Returns the result of an import as `--json` prints it: one object. */
export function importJson(
  figures: ImportFigures,
  diagnostics: readonly Diagnostic[],
  wording: CliMessages,
): string {
  const worded = diagnostics.map((diagnostic) => wordDiagnostic(diagnostic, wording));
  return `${JSON.stringify({ ...figures, diagnostics: worded })}\n`;
}
