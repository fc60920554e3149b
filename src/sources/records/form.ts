import type { RecordForm } from '../../model/record.ts';

const forms: Readonly<Record<string, RecordForm>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'json',
  csv: 'csv',
  tsv: 'tsv',
};

const pattern = /^(?<stem>.*[^/])\.(?<form>jsonl|ndjson|json|csv|tsv)(?<packed>\.gz)?$/is;

/** What the name of a seed of many records says. */
export interface RecordName {
  readonly form: RecordForm;
  readonly gzipped: boolean;
  /** The path without extensions: `2015/july` of `2015/july.jsonl.gz`. */
  readonly stem: string;
}

/** Returns what a path says of the records in it, or undefined where its name is of no such seed. */
export function recordName(path: string): RecordName | undefined {
  const { stem, form, packed } = pattern.exec(path)?.groups ?? {};
  const known = forms[form?.toLowerCase() ?? ''];
  if (stem === undefined || known === undefined) return undefined;
  return { form: known, gzipped: packed !== undefined, stem };
}
