import type { Diagnostic, Rule, RuleValues } from '../model/diagnostic.ts';
import type { CliMessages, DiagnosticText } from './cli-messages.ts';

/** A diagnostic with its texts in one language, as `--json` prints it. */
export interface LocalizedDiagnostic extends DiagnosticText {
  readonly rule: Rule;
  readonly severity: Diagnostic['severity'];
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly seed?: string;
}

/** Returns the place of a diagnostic as text: `file`, `file:line` or `file:line:column`. */
export const placeText = ({
  file,
  line,
  column,
}: Pick<LocalizedDiagnostic, 'file' | 'line' | 'column'>): string =>
  [file, line, ...(line === undefined ? [] : [column])]
    .filter((part) => part !== undefined)
    .join(':');

/** Returns the place of a diagnostic, with the seed that a page comes from. */
export const positionText = (diagnostic: LocalizedDiagnostic): string => {
  const { seed } = diagnostic;
  return seed === undefined ? placeText(diagnostic) : `${placeText(diagnostic)} (${seed})`;
};

/** Returns a diagnostic with its message and fix in the language of the messages. */
export function localizeDiagnostic(
  diagnostic: Diagnostic,
  messages: CliMessages,
): LocalizedDiagnostic {
  const { rule, severity, file, line, column, seed, values } = diagnostic;
  // The type of Diagnostic pairs each rule with its values.
  const textOf = messages.rules[rule] as (values: RuleValues[Rule]) => DiagnosticText;
  return {
    ...{ rule, severity, file },
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(seed === undefined ? {} : { seed }),
    ...textOf(values),
  };
}
