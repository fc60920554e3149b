import { maxDumpBytes, maxRecordDepth } from '../model/limits.ts';
import { recordName } from '../sources/records/form.ts';
import { openRecords } from '../sources/records/open-records.ts';
import { decodePage } from './encodings.ts';
import type { ImportSource } from './import-source.ts';
import type { ImportResult } from './imported-article.ts';
import { hasContent, jsonArticle } from './json-article.ts';
import { jsonDump } from './json-dump.ts';
import { isJsonObject, type JsonObject, jsonField } from './json-values.ts';
import { readHead } from './list-sources.ts';
import { unpackedFile } from './read-pages.ts';

const noTables = (): undefined => undefined;

/** Returns the result of a file in which no article was found. */
function noArticle(file: string): ImportResult {
  const at = { rule: 'import-passed-over', severity: 'warning', file } as const;
  return { excluded: 'other', diagnostics: [{ ...at, values: { reason: 'records' } }] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tells whether JSON is nested deeper than records may be, before it is parsed. */
function isTooDeep(text: string): boolean {
  let [depth, isInText] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInText) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) isInText = false;
    } else if (code === 0x22) isInText = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > maxRecordDepth) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}

/** Items without a text before the first with one that are reported, once it is known that the list is a dump. */
const maxPending = 1000;

/** Returns the items of a record: of a table of a database, as phpMyAdmin exports it, its rows that have a text. */
function itemsOf(value: JsonObject): readonly JsonObject[] {
  const type = jsonField(value, 'type');
  const rows = jsonField(value, 'data');
  if (type === 'header' || type === 'database') return [];
  if (type !== 'table' || !Array.isArray(rows)) return [value];
  return rows.filter(isJsonObject).filter(hasContent);
}

/** Reads a dump that is a list, item by item: it may be of any size. */
async function* readItems(
  source: ImportSource,
  form: 'json' | 'jsonl',
): AsyncGenerator<ImportResult> {
  const { path: file, absolute, gzipped } = source;
  let isDump = false;
  const pending: ImportResult[] = [];
  for await (const batch of openRecords({ path: file, absolute, records: form, gzipped })) {
    if (batch.diagnostics.length > 0) yield { diagnostics: batch.diagnostics };
    for (const { text, line, decoded } of batch.records) {
      const value = parsed(text);
      if (decoded !== undefined && decoded.diagnostics.length > 0) yield decoded;
      if (!isJsonObject(value)) {
        const at = { rule: 'record-not-object', severity: 'error', file, line } as const;
        pending.push({ diagnostics: [{ ...at, values: {} }] });
      } else {
        for (const item of itemsOf(value)) {
          isDump ||= hasContent(item);
          pending.push(jsonArticle(item, { file, line, lookup: noTables }));
        }
      }
      if (isDump || pending.length > maxPending) yield* pending.splice(0);
    }
  }
  if (!isDump) yield noArticle(file);
}

/** Reads a dump that is one object, which is held as a whole. */
async function* readWhole(source: ImportSource): AsyncGenerator<ImportResult> {
  const { path: file } = source;
  const { value: bytes, diagnostics } = await unpackedFile(source, maxDumpBytes);
  if (diagnostics.length > 0) yield { diagnostics };
  if (bytes === undefined) return;
  const { value: text, diagnostics: reported } = decodePage(bytes, file);
  if (reported.length > 0) yield { diagnostics: reported };
  const at = { severity: 'error', file } as const;
  if (isTooDeep(text)) {
    yield { diagnostics: [{ ...at, rule: 'record-too-deep', values: { limit: maxRecordDepth } }] };
    return;
  }
  const root = parsed(text.replace(/^\ufeff/, ''));
  if (root === undefined) {
    yield { diagnostics: [{ ...at, rule: 'record-syntax', values: {} }] };
    return;
  }
  const { items, lookup } = jsonDump(root);
  if (items.length === 0) yield noArticle(file);
  for (const item of items) yield jsonArticle(item, { file, lookup });
}

/**
 * Reads the articles of a JSON dump of a content system: WordPress's REST, Ghost, Drupal, Strapi, and others whose items
 * have a text. Drafts keep their status.
 *
 * @throws the file system's error
 */
export async function* readJson(source: ImportSource): AsyncGenerator<ImportResult> {
  const form = recordName(source.path)?.form;
  const start = readHead(source.absolute)
    .head.replace(/^(?:\xef\xbb\xbf)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (form === 'jsonl') yield* readItems(source, 'jsonl');
  else if (/^(?:\xff\xfe|\xfe\xff)?\[/.test(start)) yield* readItems(source, 'json');
  else yield* readWhole(source);
}
