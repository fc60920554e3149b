import { heldDiagnostic } from '../catalogue/held.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OwnPage } from '../model/own-page.ts';
import { heldBy } from '../model/publication.ts';

/**
 * Returns the diagnostics that name the site's own pages that are held back and say why.
 *
 * @param asOf the day on which the archive is shown, YYYY-MM-DD; undefined where the owner gives none
 */
export function heldPages(
  pages: readonly OwnPage[],
  asOf: string | undefined,
): readonly Diagnostic[] {
  const day = asOf === undefined ? undefined : Number(asOf.replaceAll('-', ''));
  return pages.flatMap(({ marks, file }): readonly Diagnostic[] => {
    const held = marks && heldBy(marks, day);
    return held === undefined ? [] : [heldDiagnostic(file, held, day)];
  });
}
