import type { WebImportRule } from '../../model/web-import-rules.ts';
import type { CliMessages, ImportMessages } from '../cli-messages.ts';
import { englishPassedOver } from './web-import-rules.ts';
import { englishFileTypes, englishMegabytes, englishNumber, plural } from './words.ts';

/** Diagnostics of imports, in English. */
export const englishImportRules: Pick<
  CliMessages['rules'],
  Exclude<Extract<keyof CliMessages['rules'], `import-${string}`>, WebImportRule>
> = {
  'import-not-a-file': ({ kind }) => ({
    message: `This is a ${englishFileTypes[kind] ?? kind}, not a file; nothing was imported from it.`,
    fix: 'Save its output as a file, and import that.',
  }),
  'import-too-many': ({ limit }) => ({
    message: `There are more than ${englishNumber(limit)} articles; the rest was not imported.`,
    fix: 'Import the rest into another folder (--into), file by file.',
  }),
  'import-doctype': () => ({
    message: 'The file declares entities of its own (<!DOCTYPE … [ ); such XML is refused.',
    fix: 'Export it again; content management systems do not write such files.',
  }),
  'import-malformed': ({ reason }) => ({
    message: `The XML is not well-formed (${reason}); it was read as far as possible.`,
    fix: 'Compare the seed with the page that readers saw.',
  }),
  'import-cut-short': () => ({
    message: 'The file is truncated; complete items were imported.',
    fix: 'Download or export it again.',
  }),
  'import-abandoned': ({ limit }) => ({
    message: `This item does not end within ${englishMegabytes(limit)}; it was skipped.`,
    fix: 'Export the file again, and compare the number of articles.',
  }),
  'import-item-too-large': ({ limit }) => ({
    message: `This item has more than ${englishMegabytes(limit)} of text, so it was not imported.`,
    fix: 'Save its text as a seed of its own.',
  }),
  'import-controls': ({ count }) => ({
    message: `The file contains ${plural(count, 'control character', 'control characters')} that XML forbids; ${count === 1 ? 'it was replaced by a space' : 'they were replaced by spaces'}.`,
    fix: 'No action needed unless text is missing.',
  }),
  'import-replaced': () => ({
    message: 'The text contains �: letters were lost.',
    fix: 'Correct the seed by hand, or export again in UTF-8.',
  }),
  'import-date': ({ value }) => ({
    message: `“${value}” is not a date, or may be read as two; the article was imported without a date.`,
    fix: 'Write the date in the seed: 2017-12-12.',
  }),
  'import-duplicate': ({ key }) => ({
    message: `Another item has the same id “${key}”; this one differs and was not imported.`,
    fix: 'Compare the two, and save this one as a seed of its own if it is another article.',
  }),
  'import-too-long': ({ key }) => ({
    message: `“${key}” is too long for metadata and was left out.`,
    fix: 'Write a shorter value in the seed.',
  }),
  'import-no-text-column': ({ columns }) => ({
    message: `No column of the table holds the text: ${columns}`,
    fix: 'Name that column “text” or «النص» in the first row.',
  }),
  'import-unknown-column': ({ column }) => ({
    message: `The column “${column}” is unknown; it was left out.`,
    fix: 'Give it the name of a metadata key to import it.',
  }),
  'import-edited': () => ({
    message: 'This seed was edited after it was imported, so it was not changed.',
    fix: 'To import it again, delete it and its line in .import.jsonl beside it.',
  }),
  'import-deleted': () => ({
    message: 'This seed was imported and later deleted, so it was not imported again.',
    fix: 'To import it again, delete its line in .import.jsonl in that folder.',
  }),
  'import-taken': () => ({
    message: 'A file of this name that was not imported is already there; it was not changed.',
    fix: 'Move it, or import into another folder (--into).',
  }),
};

/** Messages of an import in English. */
export const englishImports: ImportMessages = {
  progress: (done, rate) =>
    `importing: ${englishNumber(done)}${rate === 0 ? '' : `, ${englishNumber(rate)} a second`}`,
  stopped: 'Stopped. Run the same command again to resume.',
  summary: (f) => {
    const left = Object.entries({
      'drafts or not public': f.leftOut.draft,
      pages: f.leftOut.page,
      attachments: f.leftOut.attachment,
      'password-protected': f.leftOut.protected,
      'of other types': f.leftOut.other,
      'without text': f.leftOut.empty,
      duplicates: f.duplicate,
    }).filter(([, count]) => count > 0);
    const passed = Object.entries(f.passedOver);
    const kept = Object.entries({
      updated: f.updated,
      unchanged: f.unchanged,
      'edited since and kept': f.edited,
      'deleted since and not imported again': f.deleted,
      'skipped: name taken by another file': f.taken,
    }).filter(([, count]) => count > 0);
    const { first, last = first } = f;
    const span =
      first === undefined ? '' : first === last ? `, dated ${first}` : `, from ${first} to ${last}`;
    const notImported =
      passed.length === 0
        ? []
        : [
            `Not imported: ${passed.map(([why, n]) => `${englishPassedOver(why)} (${plural(n, 'file', 'files')})`).join(', ')}.`,
          ];
    if (f.sources === 0) return ['Nothing was imported.', ...notImported];
    return [
      `${plural(f.articles, 'article', 'articles')} found in ${plural(f.sources, 'file', 'files')}${span}.`,
      ...f.samples.map((title) => `  · ${title}`),
      ...(f.articles > f.samples.length && f.samples.length > 0 ? ['  …'] : []),
      ...notImported,
      ...(left.length > 0
        ? [`Left out: ${left.map(([why, n]) => `${why} (${englishNumber(n)})`).join(', ')}.`]
        : []),
      `${f.dryRun ? 'Would write' : 'Wrote'} ${plural(f.written, 'new seed', 'new seeds')} to ${f.into}${kept.map(([what, n]) => `; ${englishNumber(n)} ${what}`).join('')}.`,
      ...(f.pictures > 0 ? [`Pictures copied to media: ${englishNumber(f.pictures)}.`] : []),
      ...(f.pictureLinks > 0
        ? [`Pictures that became links: ${englishNumber(f.pictureLinks)}.`]
        : []),
      `Folder: ${f.folder}`,
    ];
  },
};
