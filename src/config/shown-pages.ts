import type { OwnPage } from '../model/own-page.ts';
import { heldBy } from '../model/publication.ts';

/**
 * Returns the pages that are shown, without what may hold them back.
 *
 * @param asOf the day on which the archive is shown, YYYY-MM-DD; undefined where the owner gives none
 * @param drafts whether pages that are held back are shown too, marked
 */
export function shownPages(
  pages: readonly OwnPage[],
  asOf: string | undefined,
  drafts: boolean,
): readonly OwnPage[] {
  const day = asOf === undefined ? undefined : Number(asOf.replaceAll('-', ''));
  return pages.flatMap(({ marks, ...page }): OwnPage[] => {
    const held = marks && heldBy(marks, day)?.state;
    if (held === undefined) return [page];
    return drafts ? [{ ...page, held }] : [];
  });
}
