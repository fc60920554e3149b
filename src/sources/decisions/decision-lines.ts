import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { HeadingDecision } from '../../model/heading-decision.ts';
import { maxDecisionUnits } from '../../model/limits.ts';

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= maxDecisionUnits;

/** Parses a line of the file; undefined where it is no decision. */
export function parseDecision(line: string): HeadingDecision | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  const { article, heading, decision, before = '', after = '', proposed } = fields;
  if (!isText(article) || article === '' || !isText(heading) || heading.trim() === '') {
    return undefined;
  }
  if (decision !== 'accept' && decision !== 'reject') return undefined;
  if (!isText(before) || !isText(after)) return undefined;
  return {
    article: article.normalize('NFC'),
    ...{ heading, isHeading: decision === 'accept', before, after },
    ...(isText(proposed) ? { proposed } : {}),
  };
}

/** Returns a decision as a line of the file, without its end. */
export function formatDecision(decision: HeadingDecision): string {
  const { article, heading, isHeading, before, after, proposed } = decision;
  const verdict = isHeading ? 'accept' : 'reject';
  return JSON.stringify({ article, heading, decision: verdict, before, after, proposed });
}

/** Most broken lines that are reported one by one. */
const maxBrokenLines = 20;

/**
 * Reads the file of decisions. A line that is no decision is left out, with a warning.
 *
 * @param file the file's name for diagnostics
 */
export function readDecisions(text: string, file: string): Outcome<readonly HeadingDecision[]> {
  const decisions: HeadingDecision[] = [];
  const diagnostics: Diagnostic[] = [];
  let line = 0;
  for (const written of text.replace(/^\ufeff/, '').split('\n')) {
    line += 1;
    if (written.trim() === '') continue;
    const decision = parseDecision(written);
    if (decision !== undefined) decisions.push(decision);
    else if (diagnostics.length < maxBrokenLines) {
      diagnostics.push({ rule: 'decision-line', severity: 'warning', file, line, values: {} });
    }
  }
  return { value: decisions, diagnostics };
}
