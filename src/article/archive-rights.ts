import type { Config } from '../model/config.ts';
import type { Metadata } from '../model/metadata.ts';

/**
 * Completes an article's metadata with the rights and the licence of the whole archive. An article that says either of
 * them has its own: a licence of the archive may not hold for the text of an agency.
 */
export function withArchiveRights<M extends Pick<Metadata, 'rights' | 'license'>>(
  metadata: M,
  { rights, license }: Pick<Config, 'rights' | 'license'>,
): M {
  if (rights === undefined && license === undefined) return metadata;
  if (metadata.rights !== undefined || metadata.license !== undefined) return metadata;
  return {
    ...metadata,
    ...(rights === undefined ? {} : { rights }),
    ...(license === undefined ? {} : { license }),
  };
}
