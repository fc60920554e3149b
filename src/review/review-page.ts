import type { CliMessages } from '../i18n/cli-messages.ts';
import type { Span } from '../model/structure.ts';
import { type Html, html, isolateLtr } from '../render/html.ts';
import type { Decision } from './review-file.ts';
import {
  type ReviewedSeed,
  wordDecision,
  wordEvidence,
  wordFigures,
  wordSidecar,
} from './review-report.ts';

/** The generator name by which our pages are recognised. */
const generator = 'warraq structure --review';

/** Tells whether a file that starts like this is a page written by a review. */
export function isReviewPage(start: string): boolean {
  return start.includes(`<meta name="generator" content="${generator}">`);
}

/** Returns the band of a confidence, one of three colours; the figure is always shown as well. */
function bandClass({ heading, shown }: Decision): string {
  if (!shown) return 'left';
  if (heading.origin !== 'recovered') return 'given';
  if (heading.confidence >= 0.9) return 'sure';
  return heading.confidence >= 0.7 ? 'likely' : 'narrow';
}

/** Returns a line of the page; in Arabic, file names and the like are isolated. */
const isolatedLine = (line: string, { review }: CliMessages): Html | string =>
  review.direction === 'rtl' ? isolateLtr(line) : line;

function evidenceList(decision: Decision, messages: CliMessages): Html {
  const { language, direction } = messages.review;
  return html`<ul class="facts" lang="${language}" dir="${direction}">
<li><strong>${wordDecision(decision, messages)}</strong></li>
${decision.evidence.map((fact) => html`<li>${isolatedLine(wordEvidence(fact, messages), messages)}</li>\n`)}</ul>
`;
}

/** Returns a paragraph with its suggestions underlined, and the evidence for each below. */
function paragraph(
  text: string,
  span: Span,
  suggestions: readonly Decision[],
  messages: CliMessages,
): Html {
  const parts: (Html | string)[] = [];
  let position = span.start;
  for (const { heading } of suggestions) {
    // Suggestions may overlap, or extend past a paragraph's end.
    const start = Math.max(position, heading.start);
    const end = Math.min(span.end, heading.end);
    if (end <= start) continue;
    parts.push(
      text.slice(position, start),
      html`<mark class="left">${text.slice(start, end)}</mark>`,
    );
    position = end;
  }
  return html`<p>${parts}${text.slice(position, span.end)}</p>
${suggestions.map(
  (decision) => html`<p class="words"><mark class="left">${decision.heading.text}</mark></p>
${evidenceList(decision, messages)}`,
)}`;
}

/** Returns the whole text of a seed in order: headings, paragraphs, and the evidence for each heading. */
function body({ document, structure, decisions }: ReviewedSeed, messages: CliMessages): Html[] {
  const { text } = document;
  const headings = decisions
    .filter(({ shown }) => shown)
    .map((decision) => ({
      position: decision.heading.start,
      html: html`<h3><mark class="${bandClass(decision)}">${decision.heading.text}</mark></h3>
${evidenceList(decision, messages)}`,
    }));
  const suggestions = decisions.filter(({ shown }) => !shown);
  let next = 0;
  const paragraphs = structure.paragraphs.map((span) => {
    const first = next;
    while (next < suggestions.length && (suggestions[next]?.heading.start ?? 0) < span.end)
      next += 1;
    return {
      position: span.start,
      html: paragraph(text, span, suggestions.slice(first, next), messages),
    };
  });
  return [...headings, ...paragraphs]
    .sort((a, b) => a.position - b.position)
    .map((block) => block.html);
}

function seedSection(seed: ReviewedSeed, messages: CliMessages): Html {
  const { language, direction } = messages.review;
  return html`<section>
<header lang="${language}" dir="${direction}">
<h2><bdi>${seed.file}</bdi></h2>
<p>${wordFigures(seed, messages)}</p>
${wordSidecar(seed, messages).map((line) => html`<p>${isolatedLine(line, messages)}</p>\n`)}</header>
<article lang="ar" dir="rtl">
${body(seed, messages)}</article>
</section>
`;
}

const style = html`<style>
:root { color-scheme: light dark; background: Canvas; color: CanvasText; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.9 "Noto Naskh Arabic", "Amiri", "Times New Roman", serif; }
header, .facts { font: .85rem/1.6 system-ui, sans-serif; opacity: .85; }
section + section { margin-top: 3rem; border-top: 1px solid; }
h3 { margin: 1.5rem 0 0; }
p { overflow-wrap: anywhere; }
mark { color: inherit; background: none; padding: 0 .2em; }
.given { background: #8884; }
.sure { background: #2a84; }
.likely { background: #cb24; }
.narrow { background: #e824; }
.left { border-bottom: 2px dotted; }
.words { margin: 0; }
.facts { margin: 0 0 1rem; padding-inline-start: 1.5rem; }
</style>`;

/**
 * Returns a review as one self-contained page: no script, no request, readable without colours.
 *
 * @param seeds the seeds in the order given
 * @param messages language of the page's own words
 */
export function reviewPage(seeds: readonly ReviewedSeed[], messages: CliMessages): Html {
  const { language, direction, pageTitle, pageIntroduction } = messages.review;
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<meta charset="utf-8">
<meta name="generator" content="${generator}">
<meta name="viewport" content="width=device-width">
<title>${pageTitle}</title>
${style}
<main>
<h1>${pageTitle}</h1>
<p>${pageIntroduction}</p>
${seeds.map((seed) => seedSection(seed, messages))}</main>
</html>
`;
}
