import type { SourceDocument } from '../model/article.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { LearnedHeadings } from '../model/learned-headings.ts';
import type { Structure } from '../model/structure.ts';
import { applyHeadings } from '../structure/editor.ts';
import { adaptationFor } from '../structure/learn/learn-headings.ts';
import { loadWeights } from '../structure/learned/load-weights.ts';
import type { RecoveryOptions } from '../structure/recover.ts';
import { recoverHeadings } from '../structure/recover-headings.ts';
import { decidedStructure } from './decided-structure.ts';

/** What is recovered, and what the archive taught of its sources. */
export type ArchiveRecovery = Omit<RecoveryOptions, 'learned'> & {
  readonly learned?: LearnedHeadings | undefined;
};

/**
 * Returns the headings and paragraphs of a plain text: by the editor's list of headings where there is one,
 * else by structure recovery and the editor's decisions about single headings.
 *
 * @returns the structure, with a warning for each heading of the list or decision that is not found, or where
 *   recovery omitted headings because it found too many
 */
export function recoverStructure(
  { text, metadata, provenance, decisions }: SourceDocument,
  recovery: ArchiveRecovery,
): Outcome<Structure> {
  const at = { severity: 'warning', file: provenance.path } as const;
  if (metadata.headings === undefined) {
    const learned = adaptationFor(recovery.learned, metadata.source);
    const options = { ...recovery, learned };
    const { structure, missing } =
      decisions === undefined
        ? { structure: recoverHeadings(text, options), missing: [] }
        : decidedStructure(text, decisions, options);
    const { omitted } = structure;
    const flood: Diagnostic = { ...at, rule: 'heading-flood', values: { omitted } };
    const lost = missing.map(
      (heading): Diagnostic => ({ ...at, rule: 'decision-not-found', values: { heading } }),
    );
    return { value: structure, diagnostics: omitted > 0 ? [flood, ...lost] : lost };
  }
  const { weights = loadWeights } = recovery;
  const { structure, missing } = applyHeadings(text, metadata.headings, weights);
  const diagnostics = missing.map(
    (heading): Diagnostic => ({ ...at, rule: 'heading-not-found', values: { heading } }),
  );
  return { value: structure, diagnostics };
}
