import { debugChannels } from '../../model/debug.ts';
import { type CliMessages, oneDecimalMegabytes } from '../cli-messages.ts';
import { itemsPerSecond } from '../rate.ts';
import { englishBuildReport } from './build-report.ts';
import { englishUndatedLine } from './date-rules.ts';
import { englishFileSummary } from './file-summary.ts';
import { englishFolderProblem } from './folders.ts';
import { englishGuards } from './guards.ts';
import { englishImports } from './import.ts';
import { englishProfile } from './profile.ts';
import { englishHeld, englishHeldLines } from './publication.ts';
import { englishRules } from './rules.ts';
import { englishSite } from './site.ts';
import { englishSystemFixes } from './system-fixes.ts';
import {
  englishBreakEvidence,
  englishExceededLimits,
  englishFollowingText,
  englishPhases,
  plural,
} from './words.ts';

const { language, direction } = englishSite;

/** Messages of the command line in English. */
export const englishMessages: CliMessages = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  fix: 'fix',
  rules: englishRules,
  help: {
    synopsis: 'warraq <command> [options]',
    commands: {
      build: [
        'read seeds/, write dist/',
        '  --seeds DIR  --out DIR  --cache DIR  --strict (any error: publish nothing)',
        '  --as-of DAY|today (embargoes, expiry, later dates)  --drafts (with what is held back, into CACHE/drafts/)',
        '  --allow-removal (remove most or all of the published articles)',
        '  --report FILE.json|FILE.html (every diagnostic and heading in a file)',
        '  --workers N (extra threads)  --force (ignore the cache)',
        '  --profile (times of the stages; CPU profiles into CACHE/profile/)',
        '  --debug [scan,plan,render,publish] (say what is decided and why)',
      ],
      serve: [
        'build with what is held back, in CACHE/drafts/, serve it on this machine, build again on change',
        '  --port N  --as-of DAY|today  --debug',
      ],
      check: [
        'verify a built dist/: links, ids, requests, hashes, HTML, feeds',
        '  --out DIR  --thorough (validate the HTML of every page)',
        '  --old-urls LIST (which addresses of the old site lead nowhere: one a line, or a sitemap)',
      ],
      structure: [
        'JSON lines {"id","text"} in, headings and paragraphs out',
        '  --headings cautious|balanced|eager|off',
        '--review FILE…: every decision and why, a page to read, a sidecar to edit',
        '  --out FILE (the page)',
      ],
      import: [
        'FILE|DIR…: seeds from WordPress exports, RSS, Atom, CSV, HTML, WARC, TEI, JSON, Word files, EPUB',
        '  --into DIR (seeds/imported)  --dry-run (write nothing)',
        '  --from wordpress|feed|csv|html|warc|tei|json|word|epub (default: detected)',
        '  --split heading|page (several articles in a Word file)',
      ],
    },
    notes: `  Every command: --root DIR  --config FILE  --json  --quiet  --verbose (a line for each diagnostic and heading)  --lang ar|en
  Exit codes: 0 fine · 1 some content had errors · 2 wrong usage or config · 3 system error`,
  },
  usageProblems: {
    'unknown-command': (subject) => `There is no command “${subject}”.`,
    'unknown-option': (subject) => `There is no option ${subject}.`,
    'option-value': (subject) => `The value is missing or wrong: ${subject}`,
    'as-of': (subject) => `“${subject}” is no day: write --as-of 2026-11-28, or --as-of today.`,
    'report-ending': (subject) => `The name of the report must end in .json or .html: ${subject}`,
    'report-exists': (subject) =>
      `${subject} exists and is not a report by Warraq, so it was left as it is. Name another file with --report.`,
    'debug-channel': (subject) =>
      `--debug does not know “${subject}”. Known: ${debugChannels.join(', ')}.`,
    'option-not-accepted': (subject) => `This command does not take ${subject}.`,
    'no-seeds': (subject) =>
      `There is no folder ${subject}. Make it and put .txt or .md files there, or name another with --seeds.`,
    'foreign-file': (subject) =>
      `${subject} was not published by Warraq and stands in the way. Move it, or name another folder with --out.`,
    'no-files': () => 'Name the files to review: warraq structure --review FILE…',
    'files-need-option': (subject) =>
      `To look at ${subject}, add --review; without it, JSON lines are read from standard input.`,
    'no-sources': () => 'Nothing to import. Usage: warraq import FILE|DIR…',
    'into-not-in-seeds': (subject) =>
      `${subject} does not lie in the seeds folder: no build would read it.`,
    'out-exists': (subject) =>
      `${subject} is there already and no review of ours. Name another file with --out.`,
  },
  progress: (f) => {
    const { rate, secondsLeft } = itemsPerSecond(f);
    const of = f.total === undefined ? '' : ` of ${f.total.toLocaleString('en')}`;
    const speed = rate === 0 ? '' : `, ${rate.toLocaleString('en')} a second`;
    const rest = secondsLeft === undefined ? '' : `, ${secondsLeft} s left`;
    return `${englishPhases[f.phase]}: ${f.done.toLocaleString('en')}${of}${speed}${rest}`;
  },
  buildSummary: (f) => [
    `${plural(f.articles, 'article', 'articles')} (${f.read.toLocaleString('en')} read, ${f.reused.toLocaleString('en')} as before) with ${plural(f.sections, 'section', 'sections')}: ${f.marked} marked by the author, ${f.recovered} recovered, ${f.editor} set by an editor.`,
    `Published ${plural(f.pages, 'page', 'pages')} to ${f.out} (${f.rendered.toLocaleString('en')} rendered): ${f.written.toLocaleString('en')} files written, ${f.unchanged.toLocaleString('en')} unchanged, ${f.removed.toLocaleString('en')} removed.`,
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
  moreDiagnostics: (count) => `… and ${count.toLocaleString('en')} more like this`,
  fileSummary: englishFileSummary,
  ...englishGuards,
  folderProblem: englishFolderProblem,
  noSeeds: (folder) =>
    `There is no text in ${folder}. Put .txt or .md files there and build again.`,
  serving: (address) => `Serving ${address} (Ctrl-C stops)`,
  rebuilt: (written) => `Built again: ${plural(written, 'file', 'files')} changed.`,
  portTaken: (port) => `Port ${port} is taken; choose another with --port.`,
  ...englishSystemFixes,
  systemError: (reason, file) => `System error: ${file === undefined ? '' : `${file}: `}${reason}`,
  systemReasons: {},
  checkSummary: (pages, links) =>
    `Checked ${plural(pages, 'page', 'pages')} and ${plural(links, 'link', 'links')}.`,
  validationSummary: (count, pages) =>
    count === pages
      ? 'HTML: every page validated.'
      : `HTML: ${plural(count, 'page', 'pages')} of ${pages.toLocaleString('en')} validated (--thorough: all).`,
  pageOfSeed: (seed) => `The page comes from ${seed}.`,
  oldUrlSummary: (checked, dead) =>
    `Old addresses: ${dead.toLocaleString('en')} of ${checked.toLocaleString('en')} lead nowhere.`,
  siteSize: ({ files, bytes }) =>
    `Size: ${plural(files, 'file', 'files')}, ${oneDecimalMegabytes(bytes)} MB.`,
  hostVerdict: ({ host, fits, over }) =>
    fits
      ? `Fits ${host}: yes`
      : `Fits ${host}: no (${over.map((measure) => englishExceededLimits[measure]).join(', ')})`,
  noArchive: (folder) => `There is no built archive in ${folder}; run “warraq build” first.`,
  imports: englishImports,
  profile: englishProfile,
  buildReport: englishBuildReport,
  heldStates: englishHeld,
  review: {
    language,
    direction,
    pageTitle: 'Headings to review',
    pageIntroduction:
      'Headings as a build shows them, stronger in colour the surer they are; dotted, those that were not sure enough and are left out. To change them, edit “headings” in the sidecar beside the text.',
    pageWritten: (file) => `Written for reading: ${file}`,
    counts: (f) =>
      `${plural(f.shown, 'heading', 'headings')} shown, ${f.notShown.toLocaleString('en')} left out, ${plural(f.paragraphs, 'paragraph', 'paragraphs')}`,
    decision: ({ origin, shown, confidence }) => {
      if (!shown) return `left out, confidence ${confidence}`;
      if (origin === 'marked') return 'shown: the author marked it';
      return origin === 'editor' ? 'shown: an editor gave it' : `shown, confidence ${confidence}`;
    },
    evidence: {
      before: ({ seam }) => englishBreakEvidence[seam],
      length: ({ words }) => plural(words, 'word', 'words'),
      opening: ({ form, words }) => englishFollowingText[form](words),
      echo: ({ words }) =>
        words.length === 0
          ? 'no word of it comes back in the text under it'
          : `comes back in the text under it: ${words.map((word) => `“${word}”`).join(', ')}`,
      others: ({ count }) =>
        count === 0
          ? 'no other heading in the article'
          : `${plural(count, 'other heading', 'other headings')} in the article`,
    },
    sidecar: {
      written: (file) => `Listed in ${file}, for you to edit.`,
      appended: (file) => `Added to ${file}, for you to edit.`,
      kept: () => 'Its headings are listed already; the list was left as it is.',
      markdown: () =>
        'Markdown has its author’s own headings, so none were listed; “headings” in a sidecar would have it read as plain text.',
      nothing: () => 'No heading, and none to suggest: nothing was written.',
      refused: (file) =>
        `${file} cannot be added to safely and was left as it is; add “headings:” to it by hand.`,
    },
    ambiguousHeading: (heading) =>
      `The words “${heading}” stand in the text more than once, or cannot be written in YAML: a build would put this heading elsewhere.`,
    sidecarComment: (seed) => [
      `The headings of ${seed} as Warraq found them. From now on this list decides:`,
      'delete the lines that are no headings; to take in one that was left out, delete its first # (and that of “#headings:”).',
      'Each is copied from the text as it is, in order. “headings: []” says that there are none.',
    ],
  },
};
