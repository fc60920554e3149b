import type { Repair, RepairKind } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type RepairPosition, repairText } from '../repair/repair.ts';
import type { Fields } from './fields.ts';

/** The fields of a record after repair. */
export interface RepairedFields {
  readonly fields: Fields;
  readonly repairs: readonly Repair[];
  /** One diagnostic for each rule: those of several fields have the same line. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isClean: boolean;
}

/** Repairs the texts of a record's fields separately, nested ones included. */
export function repairFields(fields: Fields, position: RepairPosition): RepairedFields {
  const counts = new Map<RepairKind, number>();
  const diagnosticsByRule = new Map<string, Diagnostic>();
  let isClean = true;
  function repairValue(value: unknown): unknown {
    if (typeof value === 'string') {
      const repaired = repairText(value, position);
      isClean &&= repaired.isClean;
      for (const { kind, count } of repaired.repairs)
        counts.set(kind, (counts.get(kind) ?? 0) + count);
      for (const diagnostic of repaired.diagnostics) {
        if (!diagnosticsByRule.has(diagnostic.rule))
          diagnosticsByRule.set(diagnostic.rule, diagnostic);
      }
      return repaired.text;
    }
    if (Array.isArray(value)) return value.map(repairValue);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, repairValue(inner)]),
    );
  }
  const repairedFields = new Map([...fields].map(([name, value]) => [name, repairValue(value)]));
  const repairs = [...counts].map(([kind, count]): Repair => ({ kind, count }));
  return { fields: repairedFields, repairs, diagnostics: [...diagnosticsByRule.values()], isClean };
}
