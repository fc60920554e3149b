import type { RecordForm } from '../../model/record.ts';
import { extensionOf } from '../formats.ts';
import { recordFormats } from './record-formats.ts';

const forms: ReadonlyMap<string, RecordForm> = new Map(
  Object.values(recordFormats).flatMap(({ form, extensions }) =>
    extensions.map((extension) => [extension, form] as const),
  ),
);

const packed = '.gz';

/** What the name of a seed of many records says. */
export interface RecordName {
  readonly form: RecordForm;
  readonly gzipped: boolean;
  /** The path without extensions: `2015/july` of `2015/july.jsonl.gz`. */
  readonly stem: string;
}

/** Returns what a path says of the records in it, or undefined where its name is of no such seed. */
export function recordName(path: string): RecordName | undefined {
  const gzipped = extensionOf(path) === packed;
  const name = gzipped ? path.slice(0, -packed.length) : path;
  const extension = extensionOf(name);
  const form = forms.get(extension);
  return form && { form, gzipped, stem: name.slice(0, name.length - extension.length) };
}
