import type { SourceDocument } from '../model/article.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { Structure } from '../model/structure.ts';
import { applyHeadings } from '../structure/editor.ts';
import { loadWeights } from '../structure/learned/load-weights.ts';
import type { RecoveryOptions } from '../structure/recover.ts';
import { recoverHeadings } from '../structure/recover-headings.ts';

/**
 * Returns the headings and paragraphs of a plain text: by the editor's list of headings where there is one,
 * else by structure recovery.
 *
 * @returns the structure, with a warning for each heading of the list that is not found in order, or where
 *   recovery omitted headings because it found too many
 */
export function recoverStructure(
  { text, metadata, provenance }: SourceDocument,
  recovery: RecoveryOptions,
): Outcome<Structure> {
  const at = { severity: 'warning', file: provenance.path } as const;
  if (metadata.headings === undefined) {
    const structure = recoverHeadings(text, recovery);
    const { omitted } = structure;
    const flood: Diagnostic = { ...at, rule: 'heading-flood', values: { omitted } };
    return { value: structure, diagnostics: omitted > 0 ? [flood] : [] };
  }
  const { weights = loadWeights() } = recovery;
  const { structure, missing } = applyHeadings(text, metadata.headings, weights);
  const diagnostics = missing.map(
    (heading): Diagnostic => ({ ...at, rule: 'heading-not-found', values: { heading } }),
  );
  return { value: structure, diagnostics };
}
