import type { BuildReportMessages } from '../build-report-messages.ts';
import { englishNumber, plural } from './words.ts';

/** Texts of the report file of a build, in English. */
export const englishBuildReport: BuildReportMessages = {
  language: 'en',
  direction: 'ltr',
  title: 'Build report',
  archive: (f) =>
    `The archive has ${plural(f.articles, 'article', 'articles')} and ${plural(f.sections, 'section', 'sections')} (${englishNumber(f.marked)} marked, ${englishNumber(f.recovered)} recovered, ${englishNumber(f.editor)} by an editor).`,
  notPublished: 'This build published nothing.',
  contents: 'Contents',
  diagnostics: 'Errors and warnings',
  leftOut: 'Left out',
  leftOutNote: 'Files and records that are not in the archive, by reason:',
  held: 'Held back',
  headings: 'Headings',
  nothing: 'None.',
  number: (count) => englishNumber(count),
  origins: { marked: 'marked', recovered: 'recovered', editor: 'editor' },
  confidence: (confidence) => `${Math.round(confidence * 100)}%`,
  notShown: 'below the threshold, not shown',
  written: (file, errors, warnings) =>
    `Report in ${file}: ${plural(errors, 'error', 'errors')}, ${plural(warnings, 'warning', 'warnings')}.`,
};
