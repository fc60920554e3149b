import type { Diagnostic, Rule, RuleValues } from '../model/diagnostic.ts';
import type { CliMessages, DiagnosticText } from './cli-messages.ts';

/** A diagnostic with its texts in one language, as `--json` prints it. */
export interface LocalizedDiagnostic extends DiagnosticText {
  readonly rule: Rule;
  readonly severity: Diagnostic['severity'];
  readonly file: string;
  readonly line?: number;
  readonly seed?: string;
}

/** Returns a diagnostic with its message and fix in the language of the messages. */
export function localizeDiagnostic(
  diagnostic: Diagnostic,
  messages: CliMessages,
): LocalizedDiagnostic {
  const { rule, severity, file, line, seed, values } = diagnostic;
  // The type of Diagnostic pairs each rule with its values.
  const textOf = messages.rules[rule] as (values: RuleValues[Rule]) => DiagnosticText;
  return {
    ...{ rule, severity, file },
    ...(line === undefined ? {} : { line }),
    ...(seed === undefined ? {} : { seed }),
    ...textOf(values),
  };
}
