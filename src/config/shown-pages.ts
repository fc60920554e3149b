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
  const isHidden = ({ marks }: OwnPage): boolean =>
    !drafts && marks !== undefined && heldBy(marks, day) !== undefined;
  const hidden = new Set(pages.filter(isHidden).map(({ outputPath }) => outputPath));
  // A link to a page that is held back becomes its text.
  const openLinks = (links: OwnPage['links']): OwnPage['links'] =>
    links.map((link) =>
      typeof link.destination === 'object' && hidden.has(link.destination.outputPath)
        ? { ...link, destination: 'nothing' }
        : link,
    );
  return pages.flatMap(({ marks, ...shown }): OwnPage[] => {
    const page = hidden.size === 0 ? shown : { ...shown, links: openLinks(shown.links) };
    const held = marks && heldBy(marks, day)?.state;
    if (held === undefined) return [page];
    return drafts ? [{ ...page, held }] : [];
  });
}
