import { foreignKeyOf } from '../foreign-keys.ts';
import { metadataKey } from '../metadata-schema.ts';
import { publicationKey } from '../publication-keys.ts';

/** Returns the key that a written name stands for: one of ours, one about publication, or `other`; undefined if unknown. */
export function knownName(written: string): string | undefined {
  const name = written.trim();
  const foreign = () => (foreignKeyOf(name, '/') === undefined ? undefined : 'other');
  return metadataKey(name) ?? publicationKey(name) ?? foreign();
}
