import type { SourceDocument } from '../../model/article.ts';
import type { DateOrder } from '../../model/date.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { FieldSetting } from '../../model/field.ts';
import type { Metadata } from '../../model/metadata.ts';
import type { Publication } from '../../model/publication.ts';
import { combineMetadata } from '../combine-metadata.ts';
import { unreadMetadata } from '../damaged-metadata.ts';
import { decode } from '../encodings/decode.ts';
import { readMetadata } from '../metadata.ts';
import { readYamlMap, type YamlMap } from '../yaml/read-yaml.ts';
import { seedYamlLimits } from '../yaml/yaml-limits.ts';

/** What a sidecar of many records says of single ones: by id, or by number («#12»). */
export type RecordOverrides = ReadonlyMap<string, Metadata>;

/** The sidecar of a seed with records. */
export interface RecordSidecar {
  /** What it says of all records, with blank lines in place of what it says of single ones. */
  readonly shared: Uint8Array;
  readonly overrides: RecordOverrides;
  /** Set where what it says of single records could not be read: it may hold any of them back. */
  readonly unread?: Metadata;
}

/** By what the metadata of single records are read. */
interface OverrideHints {
  readonly own?: readonly FieldSetting[];
  readonly order?: DateOrder | undefined;
}

const noOverrides: RecordOverrides = new Map();

/** The key under which a sidecar names single records, to the next key of its level. */
const recordsBlock = /^records[ \t]*:[^\n]*(?:\n(?:[ \t#\r][^\n]*)?(?=\n|$))*/m;

const blank = (text: string): string => text.replace(/[^\n]/g, '');

/**
 * Splits the sidecar of a seed with records into what holds for all and what its key `records` says of single ones:
 *
 *     source: المرصد
 *     records:
 *       dam-2016:
 *         headings: [قواعد]
 *       "#12":
 *         headings: []
 *
 * @param hints the fields that the site declares, and the order of dates in the folder
 * @returns both, with the diagnostics of the second; never throws
 */
export function splitRecordSidecar(
  bytes: Uint8Array,
  file: string,
  hints: OverrideHints = {},
): Outcome<RecordSidecar> {
  // One character for each byte, whatever the encoding.
  const text = Buffer.from(bytes).toString('latin1');
  const match = text.includes('records') ? recordsBlock.exec(text) : null;
  if (match === null) return { value: { shared: bytes, overrides: noOverrides }, diagnostics: [] };
  const [block] = match;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + block.length);
  const shared = Buffer.from(before + blank(block) + after, 'latin1');
  const decoded = decode(Buffer.from(blank(before) + block, 'latin1'), file);
  if (decoded.value === undefined) {
    const value = { shared, overrides: noOverrides, unread: unreadMetadata(file) };
    return { value, diagnostics: decoded.diagnostics };
  }
  const { map, diagnostics } = readYamlMap(decoded.value.text, file, 1, seedYamlLimits);
  const records = map.get('records');
  const overrides = new Map<string, Metadata>();
  const all: Diagnostic[] = [...diagnostics];
  let isSound = diagnostics.length === 0 && records !== undefined;
  const at = { severity: 'error', file } as const;
  if (records !== undefined && !(records.value instanceof Map) && records.value !== '') {
    all.push({ ...at, rule: 'yaml-not-a-map', line: records.line, values: {} });
    isSound = false;
  }
  const entries: YamlMap = records?.value instanceof Map ? records.value : new Map();
  for (const [name, { value, line }] of entries) {
    if (value instanceof Map) {
      const read = readMetadata(value, file, hints.order, hints.own);
      all.push(...read.diagnostics);
      overrides.set(name, marksIn(read.value, file));
    } else if (value !== '') {
      all.push({ ...at, rule: 'yaml-not-a-map', line, values: {} });
      isSound = false;
    }
  }
  const unread = isSound ? {} : { unread: unreadMetadata(file) };
  return { value: { shared, overrides, ...unread }, diagnostics: all };
}

/** Returns metadata whose marks about publication name the file that says them. */
function marksIn(metadata: Metadata, file: string): Metadata {
  const { publication } = metadata;
  if (publication === undefined) return metadata;
  const marks = Object.entries(publication).map(([name, mark]) => [name, { ...mark, file }]);
  return { ...metadata, publication: Object.fromEntries(marks) as Publication };
}

/** The name of a record by its number. */
export const numberName = (ordinal: number): string => `#${ordinal}`;

/** Returns a record with what its seed's sidecar says of it alone, which goes before what the record itself says. */
export function withOverrides<D extends SourceDocument | undefined>(
  document: D,
  overrides: RecordOverrides | undefined,
): D {
  if (document === undefined || overrides === undefined || overrides.size === 0) return document;
  const { metadata, provenance } = document;
  const byId = metadata.id === undefined ? undefined : overrides.get(metadata.id);
  const own = byId ?? overrides.get(numberName(provenance.record?.ordinal ?? 0));
  return own === undefined ? document : { ...document, metadata: combineMetadata(metadata, own) };
}
