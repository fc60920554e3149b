import type { Repair, RepairKind } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RecordTextFormat } from '../../model/record.ts';
import { htmlSigns } from '../markup/html-signs.ts';
import { restoreEntities } from '../repair/entities.ts';
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

/** Longest value that is a line, such as a title, also where the texts of a seed are Markdown. */
const maxLine = 300;

/**
 * Repairs the texts of a record's fields separately, nested ones included.
 *
 * @param format that of the seed's texts
 */
export function repairFields(
  fields: Fields,
  position: RepairPosition,
  format: RecordTextFormat = 'text',
): RepairedFields {
  const counts = new Map<RepairKind, number>();
  const diagnosticsByRule = new Map<string, Diagnostic>();
  let isClean = true;
  const addRepair = (kind: RepairKind, count: number): void =>
    void counts.set(kind, (counts.get(kind) ?? 0) + count);
  /** Returns a text with its character references restored; those of markup are known to its reader. */
  function restored(text: string): string {
    const isMarkdown = format === 'markdown' && (text.includes('\n') || text.length > maxLine);
    const isBody = format === 'html' || isMarkdown;
    const { text: plain, count } = restoreEntities(text, isBody || htmlSigns(text) !== undefined);
    if (count === 0) return text;
    addRepair('entities', count);
    const { file, line } = position;
    const values = { count };
    const told = diagnosticsByRule.get('text-entities');
    if (told?.rule === 'text-entities') values.count += told.values.count;
    const diagnostic = { file, line, severity: 'warning', rule: 'text-entities', values } as const;
    diagnosticsByRule.set('text-entities', diagnostic);
    return plain;
  }
  function repairValue(value: unknown): unknown {
    if (typeof value === 'string') {
      const repaired = repairText(value, position);
      isClean &&= repaired.isClean;
      for (const { kind, count } of repaired.repairs) addRepair(kind, count);
      for (const diagnostic of repaired.diagnostics) {
        if (!diagnosticsByRule.has(diagnostic.rule))
          diagnosticsByRule.set(diagnostic.rule, diagnostic);
      }
      return restored(repaired.text);
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
