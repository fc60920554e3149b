import type { BuildReportMessages } from '../i18n/build-report-messages.ts';
import type { CliMessages } from '../i18n/cli-messages.ts';
import {
  type LocalizedDiagnostic,
  localizeDiagnostic,
  positionText,
} from '../i18n/localize-diagnostic.ts';
import type { BuildReport } from '../model/build-report.ts';
import { heldStates } from '../model/publication.ts';
import { type Html, html } from '../render/html.ts';
import { isolateCode } from '../render/isolate-code.ts';
import { isLeftOut, reportGenerator } from './build-report-json.ts';

const style = html`<style>
:root { color-scheme: light dark; background: Canvas; color: CanvasText; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.7 "Noto Naskh Arabic", "Amiri", system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.4; }
section { margin-block: 2.5rem; }
.error { border-inline-start: 4px solid #c33; padding-inline-start: .75rem; }
.warning { border-inline-start: 4px solid #b82; padding-inline-start: .75rem; }
.info { border-inline-start: 4px solid #68a; padding-inline-start: .75rem; }
.file, code { font: .85rem/1.6 ui-monospace, monospace; overflow-wrap: anywhere; }
.fix { font-weight: bold; }
li { margin-block: .2rem; overflow-wrap: anywhere; }
li > .file { display: block; inline-size: fit-content; }
small { opacity: .75; }
</style>`;

/** A rule with the number of its diagnostics. */
interface RuleCount {
  readonly rule: string;
  readonly severity: LocalizedDiagnostic['severity'];
  count: number;
}

/** Counts the diagnostics of each rule, in their order: there are few rules, whatever the archive's size. */
function countRules(report: BuildReport): ReadonlyMap<string, RuleCount> {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity } of report.diagnostics()) {
    const key = `${severity}-${rule}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { rule, severity, count: 1 });
    else known.count += 1;
  }
  return counts;
}

const filePosition = (diagnostic: LocalizedDiagnostic): Html =>
  html`<bdi class="file" dir="ltr">${positionText(diagnostic)}</bdi>`;

const words = (text: string, { direction }: BuildReportMessages): Html | string =>
  direction === 'rtl' ? isolateCode(text) : text;

/** Yields the diagnostics, grouped by rule; the fix stands once where a rule has one fix. */
function* diagnosticGroups(
  report: BuildReport,
  counts: ReadonlyMap<string, RuleCount>,
  messages: CliMessages,
): Generator<Html> {
  const texts = messages.buildReport;
  let [group, shownFix] = ['', ''];
  for (const diagnostic of report.diagnostics()) {
    const localized = localizeDiagnostic(diagnostic, messages);
    const { rule, severity, message, fix } = localized;
    const key = `${severity}-${rule}`;
    if (key !== group) {
      const count = counts.get(key)?.count ?? 0;
      yield html`${group !== '' && html`</ul>\n</section>\n`}<section class="${severity}" id="${key}">
<h3>${messages.severity[severity]}: <code dir="ltr">${rule}</code> <small>(${texts.number(count)})</small></h3>
<ul>
`;
      group = key;
      shownFix = '';
    }
    const isNewFix = fix !== shownFix;
    shownFix = fix;
    yield html`<li>${filePosition(localized)} ${words(message, texts)}${isNewFix && html` <span class="fix">${messages.fix}:</span> ${words(fix, texts)}`}</li>
`;
  }
  yield group === '' ? html`<p>${texts.nothing}</p>\n` : html`</ul>\n</section>\n`;
}

/** Yields the articles that are held back, by state. */
function* heldGroups(report: BuildReport, messages: CliMessages): Generator<Html> {
  const texts = messages.buildReport;
  const { held } = report.result;
  const states = heldStates.filter((state) => state !== 'withdrawn' && held[state] > 0);
  if (states.length === 0) yield html`<p>${texts.nothing}</p>\n`;
  for (const state of states) {
    yield html`<h3>${messages.heldStates[state]} <small>(${texts.number(held[state])})</small></h3>
<ul>
`;
    for (const article of report.held()) {
      if (article.state === state)
        yield html`<li><bdi class="file" dir="ltr">${article.file}</bdi></li>\n`;
    }
    yield html`</ul>\n`;
  }
}

/** Yields the headings, by article. */
function* headingGroups(report: BuildReport, texts: BuildReportMessages): Generator<Html> {
  let file: string | undefined;
  for (const note of report.headings()) {
    if (note.file !== file) {
      yield html`${file !== undefined && html`</ul>\n`}<h3><bdi class="file" dir="ltr">${note.file}</bdi></h3>\n<ul>\n`;
      file = note.file;
    }
    const isRecovered = note.origin === 'recovered';
    yield html`<li><bdi>${note.heading}</bdi> <small>${texts.origins[note.origin]}${isRecovered && ` ${texts.confidence(note.confidence)}`}${!note.shown && ` – ${texts.notShown}`}</small></li>
`;
  }
  yield file === undefined ? html`<p>${texts.nothing}</p>\n` : html`</ul>\n`;
}

/** Yields the report of a build as one self-contained page, in parts: no script, no request. */
export function* reportPage(report: BuildReport, messages: CliMessages): Generator<string> {
  const texts = messages.buildReport;
  const { result } = report;
  const counts = countRules(report);
  const left = [...counts].filter(([, { rule }]) => isLeftOut(rule));
  const link = ([key, { rule, severity, count }]: [string, RuleCount]): Html =>
    html`<li>${messages.severity[severity]}: <a href="#${key}"><code dir="ltr">${rule}</code></a> (${texts.number(count)})</li>\n`;
  yield html`<!doctype html>
<html lang="${texts.language}" dir="${texts.direction}">
<head>
<meta charset="utf-8">
<meta name="generator" content="${reportGenerator}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title}</title>
${style}
</head>
<body>
<main>
<h1>${texts.title}</h1>
<p>${texts.archive(result)}</p>
${messages.heldLines(result).map((line) => html`<p>${words(line, texts)}</p>\n`)}${!result.published && html`<p>${texts.notPublished}</p>\n`}<nav aria-label="${texts.contents}">
<ul>
<li><a href="#diagnostics">${texts.diagnostics}</a></li>
<li><a href="#left-out">${texts.leftOut}</a></li>
<li><a href="#held">${texts.held}</a></li>
<li><a href="#headings">${texts.headings}</a></li>
</ul>
</nav>
<section id="diagnostics">
<h2>${texts.diagnostics}</h2>
${counts.size > 0 && html`<ul>\n${[...counts].map(link)}</ul>\n`}`.source;
  for (const part of diagnosticGroups(report, counts, messages)) yield part.source;
  yield html`</section>
<section id="left-out">
<h2>${texts.leftOut}</h2>
${left.length === 0 ? html`<p>${texts.nothing}</p>` : html`<p>${texts.leftOutNote}</p>\n<ul>\n${left.map(link)}</ul>`}
</section>
<section id="held">
<h2>${texts.held}</h2>
`.source;
  for (const part of heldGroups(report, messages)) yield part.source;
  yield html`</section>
<section id="headings">
<h2>${texts.headings}</h2>
`.source;
  for (const part of headingGroups(report, texts)) yield part.source;
  yield '</section>\n</main>\n</body>\n</html>\n';
}
