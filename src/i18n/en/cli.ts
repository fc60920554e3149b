import { debugChannels } from '../../model/debug.ts';
import type { CliMessages } from '../cli-messages.ts';
import { itemsPerSecond } from '../rate.ts';
import { englishBuildReport } from './build-report.ts';
import { englishUndatedLine } from './date-rules.ts';
import { englishFileSummary } from './file-summary.ts';
import { englishFolderProblem } from './folders.ts';
import { englishGuards } from './guards.ts';
import { englishHelp } from './help.ts';
import { englishHostMessages } from './host-rules.ts';
import { englishImports } from './import.ts';
import { englishLearning } from './learning.ts';
import { englishProfile } from './profile.ts';
import { englishHeld, englishHeldLines } from './publication.ts';
import { englishDesk } from './review-desk.ts';
import { englishRules } from './rules.ts';
import { englishSite } from './site.ts';
import { englishSystemFixes } from './system-fixes.ts';
import {
  englishBreakEvidence,
  englishFollowingText,
  englishMegabytes,
  englishNumber,
  englishPhases,
  plural,
} from './words.ts';

const { language, direction } = englishSite;

/** Messages of the command line in English. */
export const englishMessages: CliMessages = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  fix: 'fix',
  rules: englishRules,
  help: englishHelp,
  usageProblems: {
    'no-command': () => 'No command given.',
    'unknown-command': (subject) => `There is no command “${subject}”.`,
    'operand-not-accepted': (subject) => `This command takes no file or folder name: “${subject}”.`,
    'unknown-option': (subject) => `There is no option ${subject}.`,
    'option-value': (subject) => `${subject} needs a value.`,
    'option-no-value': (subject) => `${subject} takes no value.`,
    'file-missing': (subject) => `${subject} not found.`,
    'no-root': (subject) => `There is no folder ${subject}. Check --root.`,
    'no-archive': (subject) => `There is no built archive in ${subject}; run “warraq build” first.`,
    'as-of': (subject) => `--as-of needs a day (2026-11-28) or “today”, not “${subject}”.`,
    'report-ending': (subject) =>
      `--report needs a file name that ends in .json or .html, not “${subject}”.`,
    'report-exists': (subject) =>
      `${subject} exists and is not a report by Warraq, so it was left as it is. Name another file with --report.`,
    'debug-channel': (subject) =>
      `--debug takes some of ${debugChannels.join(', ')}, not “${subject}”.`,
    'option-not-accepted': (subject) => `This command does not take ${subject}.`,
    'no-seeds': (subject) =>
      `There is no folder ${subject}. Create it and put .txt or .md files there, or name another with --seeds.`,
    'foreign-file': (subject) =>
      `${subject} was not published by Warraq, and a file of the archive has the same path. Move it, or name another folder with --out.`,
    'no-files': () =>
      'No files to review. (“warraq serve” has a page for the headings of the whole archive.)',
    'files-need-option': (subject) =>
      `To review ${subject}, add --review; without it, JSON lines are read from standard input.`,
    'no-sources': () => 'Nothing to import.',
    'into-not-in-seeds': (subject) =>
      `${subject} is not in the seeds folder: no build would read it.`,
    'learned-exists': (subject) =>
      `${subject} was not written by Warraq, so it was left as it is. Move it, and run the command again.`,
    'out-exists': (subject) =>
      `${subject} exists and is not a review page by Warraq. Name another file with --out.`,
  },
  refusedValue: (option, { given, accepted }) =>
    'min' in accepted
      ? `${option} needs a number from ${accepted.min} to ${accepted.max}, not “${given}”.`
      : `${option} needs one of ${accepted.join(', ')}, not “${given}”.`,
  suggestion: (name) => `Did you mean ${name}?`,
  usage: (syntax, help) => `Usage: ${syntax} (all options: ${help})`,
  progress: (f) => {
    const { rate, left } = itemsPerSecond(f);
    const of = f.total === undefined ? '' : ` of ${englishNumber(f.total)}`;
    const speed = rate === 0 ? '' : `, ${englishNumber(rate)} a second`;
    const rest =
      left === undefined
        ? ''
        : `, about ${left.count} ${left.unit === 'second' ? 's' : 'min'} left`;
    return `${englishPhases[f.phase]}: ${englishNumber(f.done)}${of}${speed}${rest}`;
  },
  buildSummary: (f) => [
    `${plural(f.articles, 'article', 'articles')} (${englishNumber(f.read)} read, ${englishNumber(f.reused)} unchanged) with ${plural(f.sections, 'section', 'sections')}: ${englishNumber(f.marked)} marked by the author, ${englishNumber(f.recovered)} recovered, ${englishNumber(f.editor)} set by an editor.`,
    `Published ${plural(f.pages, 'page', 'pages')} to ${f.out} (${englishNumber(f.rendered)} rendered): ${plural(f.written, 'file', 'files')} written, ${englishNumber(f.unchanged)} unchanged, ${englishNumber(f.removed)} removed.`,
    `Done in ${f.seconds} s${f.phases.map((one) => `${one === f.phases[0] ? ' (' : ', '}${englishPhases[one.phase]} ${one.seconds}`).join('')}${f.phases.length > 0 ? ')' : ''}, peak memory ${f.megabytes} MB.`,
  ],
  heldLines: englishHeldLines,
  undatedLine: englishUndatedLine,
  notPublished: (errors) =>
    `Nothing was published: ${plural(errors, 'error', 'errors')}, and --strict was given.`,
  recoveredHeadings: 'Headings recovered from the text:',
  notShown: 'below the threshold, not shown',
  marked: 'marked',
  moreHeadings: (count) => `… and more, in ${plural(count, 'other article', 'other articles')}`,
  diagnosticCounts: (errors, warnings, isCut) =>
    `${plural(errors, 'error', 'errors')}, ${plural(warnings, 'warning', 'warnings')}${isCut ? '; --json lists them all' : ''}`,
  moreDiagnostics: (count) => `… and ${englishNumber(count)} more like this`,
  fileSummary: englishFileSummary,
  ...englishGuards,
  folderProblem: englishFolderProblem,
  noSeeds: (folder) =>
    `There are no texts in ${folder}. Put .txt or .md files there and build again.`,
  serving: (address) => `Serving ${address} (Ctrl-C stops)`,
  reviewing: (address) => `Review of headings: ${address}`,
  rebuilt: (written) => `Rebuilt: ${plural(written, 'file', 'files')} changed.`,
  portTaken: (port) => `Port ${port} is taken; choose another with --port.`,
  ...englishSystemFixes,
  systemError: (reason, file) => `System error: ${file === undefined ? '' : `${file}: `}${reason}`,
  systemReasons: {},
  checkSummary: (pages, links) =>
    `Checked ${plural(pages, 'page', 'pages')} and ${plural(links, 'link', 'links')}.`,
  validationSummary: (count, pages) =>
    count === pages
      ? 'HTML: every page validated.'
      : `HTML: ${plural(count, 'page', 'pages')} of ${englishNumber(pages)} validated (--thorough: all).`,
  pageOfSeed: (seed) => `The page is made from ${seed}.`,
  oldUrlSummary: (checked, dead) =>
    `Old addresses: ${englishNumber(dead)} of ${englishNumber(checked)} lead nowhere.`,
  ...englishHostMessages,
  imports: englishImports,
  profile: englishProfile,
  learning: englishLearning,
  buildReport: englishBuildReport,
  heldStates: englishHeld,
  structureInput: (limit) =>
    limit === undefined
      ? 'This line is not a JSON object with a text: {"id": …, "text": "…"}'
      : `This line is over ${englishMegabytes(limit)}.`,
  review: {
    language,
    direction,
    desk: englishDesk,
    pageTitle: 'Headings to review',
    pageIntroduction:
      'Headings as they will appear on the site; the stronger the colour, the higher the confidence. Headings with a dotted underline are below the threshold and are left out. To change headings, edit “headings” in the sidecar beside the text.',
    pageWritten: (file) => `Review page: ${file}`,
    counts: (f) =>
      `${plural(f.shown, 'heading', 'headings')} shown, ${englishNumber(f.notShown)} left out, ${plural(f.paragraphs, 'paragraph', 'paragraphs')}`,
    decision: ({ origin, shown, confidence }) => {
      if (!shown) return `left out, confidence ${confidence}`;
      if (origin === 'marked') return 'shown: marked in the text';
      return origin === 'editor' ? 'shown: set by an editor' : `shown, confidence ${confidence}`;
    },
    evidence: {
      before: ({ seam }) => englishBreakEvidence[seam],
      length: ({ words }) => plural(words, 'word', 'words'),
      opening: ({ form, words }) => englishFollowingText[form](words),
      echo: ({ words }) =>
        words.length === 0
          ? 'none of its words occur in the text below'
          : `of its words, these occur in the text below: ${words.map((word) => `“${word}”`).join(', ')}`,
      others: ({ count }) =>
        count === 0
          ? 'no other heading in the article'
          : `${plural(count, 'other heading', 'other headings')} in the article`,
    },
    sidecar: {
      written: (file) => `Headings written to ${file}; edit them there.`,
      appended: (file) => `Headings added to ${file}; edit them there.`,
      kept: () => 'Its headings are already listed; the list is unchanged.',
      markdown: () =>
        'Markdown has headings of its own, so none were listed; with “headings” in a sidecar it would be read as plain text.',
      nothing: () => 'No headings and no suggestions; nothing was written.',
      refused: (file) =>
        `Nothing can be added to ${file} safely, so it is unchanged; add “headings:” to it yourself.`,
    },
    ambiguousHeading: (heading) =>
      `“${heading}” occurs more than once in the text or cannot be written in YAML; listed, this heading would be put in the wrong place.`,
    sidecarComment: (seed) => [
      `Headings of ${seed} as recovered by Warraq. From now on, this list decides.`,
      'Delete lines that are not headings. To include one that was left out, delete its first # (and that of “#headings:”, if present).',
      'Each is an exact copy from the text, in order. “headings: []” means that the text has none.',
    ],
  },
};
