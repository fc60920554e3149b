import type { Diagnostic } from '../model/diagnostic.ts';
import { maxListedDiagnostics } from '../model/limits.ts';

/** The diagnostics of a run: all are counted, of each rule the first are kept. */
export interface DiagnosticList {
  readonly add: (diagnostics: readonly Diagnostic[]) => void;
  /** The kept ones, in order. */
  readonly kept: readonly Diagnostic[];
  readonly counts: () => { readonly errors: number; readonly warnings: number };
}

/** Returns an empty list. */
export function diagnosticList(): DiagnosticList {
  const kept: Diagnostic[] = [];
  const ofRule = new Map<string, number>();
  let [errors, warnings] = [0, 0];
  return {
    kept,
    counts: () => ({ errors, warnings }),
    add(diagnostics) {
      for (const diagnostic of diagnostics) {
        if (diagnostic.severity === 'error') errors += 1;
        else if (diagnostic.severity === 'warning') warnings += 1;
        const count = ofRule.get(diagnostic.rule) ?? 0;
        ofRule.set(diagnostic.rule, count + 1);
        if (count < maxListedDiagnostics) kept.push(diagnostic);
      }
    },
  };
}
