import type { Diagnostic, Rule, RuleValues } from '../model/diagnostic.ts';
import type { CliMessages, DiagnosticText } from './cli-messages.ts';

/** A diagnostic as `--json` prints it. */
export interface WordedDiagnostic extends DiagnosticText {
  readonly rule: Rule;
  readonly severity: Diagnostic['severity'];
  readonly file: string;
  readonly line?: number;
}

/** Returns a diagnostic with its message and fix. */
export function wordDiagnostic(diagnostic: Diagnostic, wording: CliMessages): WordedDiagnostic {
  const { rule, severity, file, line, values } = diagnostic;
  // The pair of a rule and its values is right by the type of Diagnostic.
  const word = wording.rules[rule] as (values: RuleValues[Rule]) => DiagnosticText;
  return { rule, severity, file, ...(line === undefined ? {} : { line }), ...word(values) };
}
