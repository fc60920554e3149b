import type { Metadata } from '../model/metadata.ts';
import { combineOthers } from './other-keys.ts';
import { combinePrivacy } from './privacy-metadata.ts';
import { mergePublication } from './publication.ts';

/**
 * Combines the metadata of two sources, key by key: those of `own` go before those of `general`, which a folder, a
 * sidecar or a table says. What either withholds is withheld.
 */
export function combineMetadata(general: Metadata | undefined, own: Metadata): Metadata {
  if (general === undefined) return own;
  const combined = {
    ...general,
    ...own,
    ...(general.others === undefined || own.others === undefined
      ? {}
      : { others: combineOthers(general.others, own.others) }),
    ...combinePrivacy(general, own),
  };
  if (general.publication === undefined && own.publication === undefined) return combined;
  const publication = mergePublication(
    general.publication,
    own.publication,
    own.date !== undefined,
  );
  return publication === undefined ? combined : { ...combined, publication };
}
