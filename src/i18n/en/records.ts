import type { CliMessages } from '../cli-messages.ts';
import { englishMegabytes } from './words.ts';

/** Diagnostics of multi-record seeds, in English. */
export const englishRecordRules: Pick<
  CliMessages['rules'],
  | 'record-syntax'
  | 'record-not-object'
  | 'record-not-found'
  | 'record-no-text'
  | 'record-too-large'
  | 'record-too-deep'
  | 'record-undecodable'
  | 'record-surrogates'
  | 'record-unknown-field'
  | 'records-abandoned'
  | 'csv-quote'
  | 'csv-columns'
> = {
  'record-syntax': () => ({
    message: 'This record is not valid JSON, so it was not published.',
    fix: 'Fix it; the records after it were read.',
  }),
  'record-not-found': () => ({
    message: 'The seeds have no record of this name.',
    fix: 'Name the record by its file and number, such as seeds/july.jsonl#12, or by its id.',
  }),
  'record-not-object': () => ({
    message: 'This record is not a JSON object, so it was not published.',
    fix: 'Write {"title": "…", "text": "…"}.',
  }),
  'record-no-text': ({ field, list }) => ({
    message: `This record has no text in “${field}”${list === undefined ? '' : `; there may be whole articles in “${list}”`}.`,
    fix:
      list !== undefined
        ? 'Move the file out of the seeds folder and turn it into seeds: warraq import FILE.json'
        : 'Name the field that holds the text in warraq.yaml: records: {fields: {text: …}}.',
  }),
  'record-too-large': ({ limit }) => ({
    message: `This record has no end within ${englishMegabytes(limit)}, so it was not published.`,
    fix: 'Close it, or split it.',
  }),
  'record-too-deep': ({ limit }) => ({
    message: `This record is nested deeper than ${limit} levels, so it was not published.`,
    fix: 'Write {"title": "…", "text": "…"}.',
  }),
  'record-undecodable': () => ({
    message: 'This record is not UTF-8 and fits no older encoding, so it was not published.',
    fix: 'Save the file as UTF-8, or name its encoding in warraq.yaml: encodings: {july.csv: windows-1256}.',
  }),
  'record-surrogates': () => ({
    message:
      'The text holds halves of characters (lone surrogates); the page shows � in their place.',
    fix: 'Export the record again; the program that exported it cut a character in two.',
  }),
  'record-unknown-field': ({ field, nearest: near }) => ({
    message: `“${field}” is not a field that Warraq knows; in all records it is kept in the exports only.`,
    fix: `${near === '' ? '' : `Did you mean “${near}”? `}Map it in warraq.yaml under “records.fields”, declare it under “fields”, or name it under “records.ignore”.`,
  }),
  'records-abandoned': () => ({
    message: 'Most of this file is broken, so the rest of it was not read.',
    fix: 'Check that its extension matches its content: .jsonl, .json, .csv or .tsv.',
  }),
  'csv-quote': () => ({
    message:
      'A cell of this row has no closing quotation mark, or text after it; the row was not published.',
    fix: 'Put the whole cell in quotation marks, and double those within it.',
  }),
  'csv-columns': ({ cells, columns }) => ({
    message: `This row has more cells (${cells}) than the table has columns (${columns}), so it was not published.`,
    fix: 'Put cells that hold the delimiter in quotation marks.',
  }),
};
