import type { RecordForm } from '../../model/record.ts';
import { extensionOf } from '../formats.ts';
import { recordFormats } from './record-formats.ts';

const forms: ReadonlyMap<string, RecordForm> = new Map(
  Object.values(recordFormats).flatMap(({ form, extensions }) =>
    extensions.map((extension) => [extension, form] as const),
  ),
);

const packed = '.gz';

/** The parts of the name of a multi-record seed. */
export interface RecordName {
  readonly form: RecordForm;
  readonly gzipped: boolean;
  /** The path without extensions: `2015/july` of `2015/july.jsonl.gz`. */
  readonly stem: string;
}

/** Parses the name of a multi-record seed; undefined for other names. */
export function recordName(path: string): RecordName | undefined {
  const gzipped = extensionOf(path) === packed;
  const name = gzipped ? path.slice(0, -packed.length) : path;
  const extension = extensionOf(name);
  const form = forms.get(extension);
  return form && { form, gzipped, stem: name.slice(0, name.length - extension.length) };
}

/** Returns the path of a seed without its ending: `2015/july` of `2015/july.jsonl.gz` and of `2015/july.txt`. */
export const seedStem = (path: string): string =>
  recordName(path)?.stem ?? path.slice(0, path.length - extensionOf(path).length);
