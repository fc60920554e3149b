import type { SectionName } from '../model/section-name.ts';
import type { TermKind } from '../model/term-kind.ts';
import { hasDates } from './collections.ts';
import type { Catalogue } from './database.ts';

/**
 * Returns the sections that the archive has, in a fixed order. Every page links to them, so that a section that
 * comes or goes changes all pages.
 *
 * @param kinds the kinds of terms of the site
 */
export function archiveSections(
  catalogue: Catalogue,
  kinds: readonly TermKind[],
): readonly SectionName[] {
  const article = catalogue.prepare('SELECT 1 FROM documents WHERE accepted = 1 LIMIT 1').get();
  const term = catalogue.prepare('SELECT 1 FROM terms WHERE kind = ? LIMIT 1');
  return [
    ...(article === undefined ? [] : (['articles'] as const)),
    ...(hasDates(catalogue) ? (['dates'] as const) : []),
    ...kinds.filter((kind) => term.get(kind) !== undefined),
  ];
}
