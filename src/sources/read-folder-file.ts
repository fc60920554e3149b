import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxSidecarBytes } from '../model/limits.ts';
import type { Metadata } from '../model/metadata.ts';
import { unreadMetadata, wholeMetadata, withDamaged } from './damaged-metadata.ts';
import { decode } from './encodings/decode.ts';
import { isFolderIndex, marksOfFolder, splitFolderKeys } from './folder-metadata.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readMetadata } from './metadata.ts';
import { metadataKey } from './metadata-schema.ts';
import type { RawFile, ReadingHints } from './read-document.ts';
import { repairDecoded } from './repair/repair.ts';
import { readYamlMap } from './yaml/read-yaml.ts';
import { seedYamlLimits } from './yaml/yaml-limits.ts';

/** Further keys that the front matter of `_index.md` says of that text, and not of those below. */
const indexKeys: ReadonlySet<string> = new Set(['date', 'hijri', 'updated', 'byline', 'dateline']);

/** Returns the front matter of a folder's index that holds for the texts below. */
function indexMetadata(text: string, file: string, own: ReadingHints['own']): Metadata {
  const { metadata, diagnostics } = splitFrontMatter(text, file, own);
  const { inherited } = splitFolderKeys(metadata ?? new Map(), own);
  const entries = [...inherited].filter(([written]) => !indexKeys.has(metadataKey(written) ?? ''));
  const { value } = readMetadata(new Map(entries), file, undefined, own);
  return withDamaged(value, text, diagnostics, metadata, false);
}

/**
 * Reads the metadata that a file gives to all texts of its folder: `_folder.yaml`, or the front matter of
 * `_index.md`, whose diagnostics are reported with that text.
 */
export function readFolderFile(
  { path: file, bytes }: RawFile,
  hints?: ReadingHints,
): Outcome<Metadata> {
  const isIndex = isFolderIndex(file.slice(file.lastIndexOf('/') + 1));
  if (!isIndex && bytes.length > maxSidecarBytes) {
    const values = { bytes: bytes.length, limit: maxSidecarBytes };
    const at = { severity: 'error', file } as const;
    const value = unreadMetadata(file);
    return { value, diagnostics: [{ ...at, rule: 'seed-too-large', values }] };
  }
  const decoded = decode(bytes, file, hints);
  if (decoded.value === undefined) {
    // An empty file is allowed.
    const diagnostics = decoded.diagnostics.filter(({ rule }) => rule !== 'seed-empty');
    const value = diagnostics.length === 0 ? {} : unreadMetadata(file);
    return { value, diagnostics: isIndex ? [] : diagnostics };
  }
  const repaired = repairDecoded(decoded.value, file);
  if (isIndex) {
    const value = marksOfFolder(indexMetadata(repaired.text, file, hints?.own), file);
    return { value, diagnostics: [] };
  }
  const { map, diagnostics } = readYamlMap(repaired.text, file, 1, seedYamlLimits);
  const { inherited, refused } = splitFolderKeys(map, hints?.own);
  const metadata = readMetadata(inherited, file, undefined, hints?.own);
  const reading = { text: repaired.text, file, map, diagnostics };
  const refusals = refused.map(
    ({ key, line }): Diagnostic => ({
      ...({ rule: 'folder-key-of-text', severity: 'warning', file, line } as const),
      values: { key },
    }),
  );
  const ofBytes = [...decoded.diagnostics, ...repaired.diagnostics];
  return {
    value: marksOfFolder(wholeMetadata(metadata.value, reading), file),
    diagnostics: [...ofBytes, ...diagnostics, ...refusals, ...metadata.diagnostics],
  };
}
