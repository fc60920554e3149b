import type { Repair, RepairKind } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type RepairPosition, repairText } from '../repair/repair.ts';
import type { Fields } from './fields.ts';

/** The fields of a record after repair. */
export interface RepairedFields {
  readonly fields: Fields;
  readonly repairs: readonly Repair[];
  /** One diagnostic a rule: those of several fields are the same for the same line. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isClean: boolean;
}

/** Repairs the texts of a record's fields separately, nested ones included. */
export function repairFields(received: Fields, position: RepairPosition): RepairedFields {
  const counts = new Map<RepairKind, number>();
  const found = new Map<string, Diagnostic>();
  let isClean = true;
  function repaired(value: unknown): unknown {
    if (typeof value === 'string') {
      const done = repairText(value, position);
      isClean &&= done.isClean;
      for (const { kind, count } of done.repairs) counts.set(kind, (counts.get(kind) ?? 0) + count);
      for (const diagnostic of done.diagnostics) {
        if (!found.has(diagnostic.rule)) found.set(diagnostic.rule, diagnostic);
      }
      return done.text;
    }
    if (Array.isArray(value)) return value.map(repaired);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, repaired(inner)]),
    );
  }
  const fields = new Map([...received].map(([name, value]) => [name, repaired(value)]));
  const repairs = [...counts].map(([kind, count]): Repair => ({ kind, count }));
  return { fields, repairs, diagnostics: [...found.values()], isClean };
}
