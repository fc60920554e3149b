import type { Repair } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ParsedDocument, ParsedText } from '../format.ts';
import { restoreEntities } from '../repair/entities.ts';
import type { YamlEntry, YamlMap, YamlValue } from '../yaml/yaml-value.ts';
import { mayHaveMarkup, type ReadMarkup, readMarkupIn } from './read-markup.ts';

/** The articles of a file after its markup was read. */
export interface ParsedMarkup {
  /** Empty where nothing of the text can be read. */
  readonly documents: readonly ParsedDocument[];
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns a value of metadata with its character references restored; `count` is called for each text. */
function restoredValue(value: YamlValue, count: (references: number) => void): YamlValue {
  if (typeof value === 'string') {
    const restored = restoreEntities(value, false);
    count(restored.count);
    return restored.text;
  }
  if ('map' in value) return value.map((one) => restoredValue(one, count));
  let isSame = true;
  const entries = new Map<string, YamlEntry>();
  for (const [key, written] of value) {
    const restored = restoredValue(written.value, count);
    isSame &&= restored === written.value;
    entries.set(key, restored === written.value ? written : { ...written, value: restored });
  }
  return isSame ? value : entries;
}

/** Returns the diagnostics of what was read in a text. */
export function markupDiagnostics(
  read: ReadMarkup,
  at: { readonly file: string; readonly line?: number },
  firstLine: number,
): readonly Diagnostic[] {
  const warning = { ...at, severity: 'warning' } as const;
  const diagnostics: Diagnostic[] = read.kinds.map(({ kind, dropped }) => ({
    ...warning,
    rule: 'markup-read',
    values: { kind, dropped },
  }));
  if (read.unreadable !== undefined) {
    const values = { kind: read.unreadable };
    diagnostics.push({ ...at, severity: 'error', rule: 'markup-unreadable', values });
  }
  if (read.several !== undefined) {
    const { count, texts } = read.several;
    const values = { count, isSplit: texts !== undefined };
    diagnostics.push({ ...warning, rule: 'articles-several', values });
  }
  if (read.lost !== undefined) {
    const values = { words: read.lost.words };
    diagnostics.push(
      read.lost.isWhole
        ? { ...at, severity: 'error', rule: 'letters-lost', values }
        : { ...warning, rule: 'letters-lost-some', values },
    );
  }
  if (read.entities.count > 0) {
    const line = at.line ?? firstLine + read.entities.line;
    const values = { count: read.entities.count };
    diagnostics.push({ ...warning, line, rule: 'text-entities', values });
  }
  return diagnostics;
}

const entry = (value: string | readonly string[], line: number): YamlEntry => ({ value, line });

/** Returns metadata with what the markup of the text says of it, for keys that the file does not give. */
function withMarkup(
  metadata: YamlMap | undefined,
  said: ReadonlyMap<string, string | readonly string[]>,
  line: number,
): YamlMap | undefined {
  if (said.size === 0) return metadata;
  const own = new Set([...(metadata?.keys() ?? [])].map((key) => key.toLowerCase()));
  const added = [...said].filter(([key]) => !own.has(key));
  return new Map([
    ...(metadata ?? []),
    ...added.map(([key, value]) => [key, entry(value, line)] as const),
  ]);
}

function readOne(document: ParsedText, file: string, isAlone: boolean) {
  let references = 0;
  const { text, format, textLine = 1 } = document;
  const isClean = !mayHaveMarkup(text);
  const metadata =
    document.metadata === undefined
      ? undefined
      : (restoredValue(document.metadata, (count) => {
          references += count;
        }) as YamlMap);
  if (isClean)
    return {
      documents: [references === 0 ? document : { ...document, metadata }],
      references,
      diagnostics: [],
    };
  // A title or an id is that of one article.
  const isOne = ['title', 'id', 'slug', 'url'].some((key) => metadata?.has(key) === true);
  const read = readMarkupIn(text, format, isAlone && !isOne);
  const at = document.line === undefined ? { file } : { file, line: document.line };
  const isLost = read.unreadable !== undefined || read.lost?.isWhole === true;
  const isSame = read.texts.length === 1 && read.texts[0].text === text;
  const documents = isLost
    ? []
    : isSame
      ? [references === 0 ? document : { ...document, metadata }]
      : read.texts.map((one): ParsedText => {
          const line = textLine + one.line;
          const { metadata: _, textLine: __, ...rest } = document;
          return {
            ...rest,
            ...(read.texts.length > 1 ? { line } : {}),
            ...(format === one.format && textLine > 1 ? { textLine } : {}),
            ...{ format: one.format, text: one.text },
            metadata: withMarkup(metadata, one.metadata, line),
          };
        });
  const all = { ...read, entities: { ...read.entities, count: read.entities.count + references } };
  return {
    documents,
    references: all.entities.count,
    diagnostics: markupDiagnostics(all, at, textLine),
  };
}

/** Reads the markup of other programs in the texts of a file, and restores character references also in metadata. */
export function readParsedMarkup(parsed: readonly ParsedDocument[], file: string): ParsedMarkup {
  const documents: ParsedDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  let references = 0;
  for (const document of parsed) {
    if (document.format === 'blocks') {
      documents.push(document);
      continue;
    }
    const read = readOne(document, file, parsed.length === 1);
    for (const one of read.documents) documents.push(one);
    for (const one of read.diagnostics) diagnostics.push(one);
    references += read.references;
  }
  const repairs = references === 0 ? [] : [{ kind: 'entities', count: references } as const];
  return { documents, repairs, diagnostics };
}
