import type { Diagnostic } from '../model/diagnostic.ts';
import type { Metadata } from '../model/metadata.ts';
import type { Publication } from '../model/publication.ts';
import { combineMetadata } from './combine-metadata.ts';
import { withLostKeys } from './privacy-metadata.ts';
import { addMark } from './publication.ts';
import { damagedMarks, mayHoldBack } from './publication-lines.ts';
import type { YamlMap } from './yaml/read-yaml.ts';

/** The start of what may be front matter of another form than ours: TOML, JSON, after an empty line. */
const mayBeMetadata = /^\s{0,99}(?:---|\+\+\+|;;;|\{)/;

/**
 * Completes metadata with the privacy keys that were not read; see `withLostKeys`.
 *
 * @param diagnostics those of the map's reading
 * @param map undefined where the text was read as text
 */
export function withLostPrivacy(
  metadata: Metadata,
  text: string,
  diagnostics: readonly Diagnostic[],
  map: YamlMap | undefined,
): Metadata {
  const isDoubtful = map === undefined && mayBeMetadata.test(text);
  if (diagnostics.length === 0 && !isDoubtful) return metadata;
  const again = diagnostics.flatMap((diagnostic) =>
    diagnostic.rule === 'yaml-duplicate-key' ? [diagnostic.values.key] : [],
  );
  return withLostKeys(metadata, text, again);
}

/**
 * Completes metadata with what no reader understood, but may say that an article is withdrawn, not published, or has
 * names that nobody may read.
 *
 * @param diagnostics those of the map's reading
 * @param map undefined where the text was read as text
 * @param isWhole whether all of the text is metadata
 */
export function withDamaged(
  metadata: Metadata,
  text: string,
  diagnostics: readonly Diagnostic[],
  map: YamlMap | undefined,
  isWhole: boolean,
): Metadata {
  const value = withLostPrivacy(metadata, text, diagnostics, map);
  return withMarks(value, damagedMarks(text, map, isWhole));
}

/** Adds marks about publication to metadata; of two with one name the one that holds the article stays. */
function withMarks(metadata: Metadata, marks: Publication): Metadata {
  const added = Object.values(marks);
  if (added.length === 0) return metadata;
  return { ...metadata, publication: added.reduce(addMark, metadata.publication ?? {}) };
}

/** Returns the metadata of a sidecar that could not be read: it may have said that the article is not published. */
export const unreadMetadata = (file: string): Metadata => ({
  publication: {
    sidecar: { name: 'sidecar', key: file, value: '', file, verdict: 'unread', state: 'draft' },
  },
});

/** The reading of a file that is all metadata: a sidecar, or the file of a folder. */
interface WholeReading {
  readonly text: string;
  readonly file: string;
  readonly map: YamlMap;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Returns the metadata of a file that is all metadata, with what was not understood; unread where nothing was, and
 * words of it may hold an article back.
 */
export function wholeMetadata(
  metadata: Metadata,
  { text, file, map, diagnostics }: WholeReading,
): Metadata {
  const isUnread =
    map.size === 0 && mayHoldBack(text) && diagnostics.some(({ severity }) => severity === 'error');
  const damaged = withDamaged(metadata, text, diagnostics, map, true);
  return isUnread ? combineMetadata(damaged, unreadMetadata(file)) : damaged;
}
