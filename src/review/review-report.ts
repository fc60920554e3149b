import type { CliMessages } from '../i18n/cli-messages.ts';
import type { LocalizedDiagnostic } from '../i18n/localize-diagnostic.ts';
import type { Evidence } from '../structure/rules/evidence.ts';
import type { Decision, Reviewed } from './review-file.ts';
import type { SidecarPlan } from './review-sidecar.ts';

/** A reviewed seed with what was done to its sidecar. */
export interface ReviewedSeed extends Reviewed {
  readonly plan: SidecarPlan;
}

/** Returns evidence in words. */
export function wordEvidence(evidence: Evidence, { review }: CliMessages): string {
  // The type of Evidence guarantees that kind and values match.
  const word = review.evidence[evidence.kind] as (evidence: Evidence) => string;
  return word(evidence);
}

/** Returns the decision on a heading, with its confidence, in words. */
export function wordDecision({ heading, shown }: Decision, { review }: CliMessages): string {
  const { origin, confidence } = heading;
  return review.decision({ origin, shown, confidence: confidence.toFixed(2) });
}

/** Returns a seed's figures of headings and paragraphs in words. */
export function wordFigures({ decisions, structure }: Reviewed, { review }: CliMessages): string {
  const shown = decisions.filter((decision) => decision.shown).length;
  const notShown = decisions.length - shown;
  return review.counts({ shown, notShown, paragraphs: structure.paragraphs.length });
}

/** Returns what was done to a seed's sidecar, in words: one sentence, and one for each lost heading. */
export function wordSidecar({ plan, sidecar }: ReviewedSeed, { review }: CliMessages): string[] {
  return [review.sidecar[plan.state](sidecar.name), ...plan.lost.map(review.ambiguousHeading)];
}

function seedLines(seed: ReviewedSeed, messages: CliMessages): string[] {
  const decisions = seed.decisions.flatMap((decision) => [
    `  ${decision.shown ? '+' : '-'} ${wordDecision(decision, messages)}`,
    `      …${decision.before}«${decision.heading.text.replace(/\s+/g, ' ')}»${decision.after}…`,
    `      ${decision.evidence.map((fact) => wordEvidence(fact, messages)).join(' · ')}`,
  ]);
  return [
    `${seed.file}: ${wordFigures(seed, messages)}`,
    ...decisions,
    ...wordSidecar(seed, messages).map((line) => `  ${line}`),
    '',
  ];
}

/** Returns a review as lines for people; `page` is the page's name where one was written. */
export function reviewLines(
  seeds: readonly ReviewedSeed[],
  page: string | undefined,
  messages: CliMessages,
): string[] {
  return [
    ...seeds.flatMap((seed) => seedLines(seed, messages)),
    ...(page === undefined ? [] : [messages.review.pageWritten(page)]),
  ];
}

/** Returns a review as `--json` prints it: one object. */
export function reviewJson(
  seeds: readonly ReviewedSeed[],
  page: string | undefined,
  diagnostics: readonly LocalizedDiagnostic[],
): string {
  const files = seeds.map(({ file, decisions, structure, sidecar, plan }) => ({
    file,
    decisions: decisions.map(({ heading, ...rest }) => ({ ...heading, ...rest })),
    paragraphs: structure.paragraphs.map(({ start }) => start),
    sidecar: { file: sidecar.name, state: plan.state, lost: plan.lost },
  }));
  return `${JSON.stringify({ files, page: page ?? null, diagnostics })}\n`;
}
