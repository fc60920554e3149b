import type { Outcome } from '../model/diagnostic.ts';
import type { LearnedHeadings } from '../model/learned-headings.ts';
import { readLearnedFile } from '../structure/learn/learned-file.ts';
import { weightsHash } from '../structure/learn/weights-hash.ts';

/**
 * Reads what the archive taught; a file that is damaged or made for other weights is told, and ignored.
 *
 * @param file its name as shown to the user
 * @param read returns its bytes; undefined where there is none
 */
export function readLearned(
  file: string,
  read: () => Uint8Array | undefined,
): Outcome<LearnedHeadings | undefined> {
  const ignored = (isDamaged: boolean): Outcome<undefined> => ({
    value: undefined,
    diagnostics: [{ rule: 'learned-ignored', severity: 'warning', file, values: { isDamaged } }],
  });
  let bytes: Uint8Array | undefined;
  try {
    bytes = read();
  } catch {
    return ignored(true);
  }
  if (bytes === undefined) return { value: undefined, diagnostics: [] };
  const learned = readLearnedFile(new TextDecoder().decode(bytes));
  if (learned === undefined) return ignored(true);
  return learned.model === weightsHash() ? { value: learned, diagnostics: [] } : ignored(false);
}
