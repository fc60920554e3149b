import type { Node } from 'yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { maxYamlDepth } from '../../model/limits.ts';
import { yamlLibrary } from '../libraries.ts';
import { type ComposedYaml, composeYaml, type YamlError } from './compose.ts';
import { readPlainYaml } from './plain.ts';
import { quoteHashtags } from './quote.ts';
import { repairChunk, splitChunks, type YamlChunk } from './repair.ts';
import { hasTooManySigns, tooTangled, unlimitedYaml, type YamlLimits } from './yaml-limits.ts';
import type { YamlEntry, YamlMap, YamlValue } from './yaml-value.ts';

export type { YamlEntry, YamlMap, YamlValue } from './yaml-value.ts';

/** A YAML map with the diagnostics of its reading. */
export interface YamlResult {
  readonly map: YamlMap;
  readonly diagnostics: readonly Diagnostic[];
}

interface YamlPosition {
  readonly file: string;
  /** 1-based line in the file of the first line composed. */
  readonly firstLine: number;
}

/**
 * Reads a YAML 1.2 map of texts, lists and maps. Scalars are never converted to dates, numbers or
 * booleans. Where YAML rejects or misreads a one-line value (an unquoted colon, `@`, `*`, a hashtag),
 * the whole text is taken. Aliases, tags, merge keys and deep nesting are rejected entry by entry.
 *
 * @param text the YAML, without fences
 * @param file path for diagnostics
 * @param firstLine 1-based line of the file on which `text` starts
 * @param limits what exceeds them is not read, with an error
 * @returns the entries that could be read and a diagnostic for each that could not; never throws
 */
export function readYamlMap(
  text: string,
  file: string,
  firstLine: number,
  limits: YamlLimits = unlimitedYaml,
): YamlResult {
  const plain = readPlainYaml(text, firstLine);
  if (plain !== undefined) return { map: plain, diagnostics: [] };
  return readAnyYaml(text, file, firstLine, limits);
}

/** Reads like `readYamlMap`, always with the full parser. */
export function readAnyYaml(
  text: string,
  file: string,
  firstLine: number,
  limits: YamlLimits = unlimitedYaml,
): YamlResult {
  const position = { file, firstLine };
  if (hasTooManySigns(text, limits)) {
    const diagnostic = tooTangled('signs', limits, file, firstLine);
    return { map: new Map(), diagnostics: [diagnostic] };
  }
  const { isMap } = yamlLibrary();
  const { text: quotedText, lines } = quoteHashtags(text);
  const composed = composeYaml(quotedText);
  if (composed.errors.length === 0 && (composed.root === null || isMap(composed.root))) {
    return readComposed(composed, position, lines);
  }
  const chunks = splitChunks(text);
  if (chunks.every((chunk) => !chunk.hasKey)) {
    const error = composed.errors.find((error) => error.kind !== 'anchor' && error.kind !== 'set');
    const diagnostic: Diagnostic =
      error === undefined
        ? { rule: 'yaml-not-a-map', severity: 'error', file, line: firstLine, values: {} }
        : describe(error, position);
    return { map: new Map(), diagnostics: [diagnostic] };
  }
  const results: YamlResult[] = [];
  const repairs = { left: limits.repairs };
  for (const chunk of chunks) {
    results.push(readChunk(chunk, text, position, repairs));
    if (repairs.left >= 0) continue;
    const diagnostic = tooTangled('repairs', limits, file, firstLine + chunk.line);
    results.push({ map: new Map(), diagnostics: [diagnostic] });
    break;
  }
  return mergeResults(results, file);
}

function mergeResults(results: readonly YamlResult[], file: string): YamlResult {
  const map = new Map<string, YamlEntry>();
  const diagnostics: Diagnostic[] = [];
  for (const result of results) {
    diagnostics.push(...result.diagnostics);
    for (const [key, entry] of result.map) {
      if (map.has(key)) diagnostics.push(duplicate(key, file, entry.line));
      else map.set(key, entry);
    }
  }
  return { map, diagnostics };
}

/** Reads an entry on its own; empty where no repairs are left for it. */
function readChunk(
  chunk: YamlChunk,
  text: string,
  { file, firstLine }: YamlPosition,
  repairs: { left: number },
): YamlResult {
  const position = { file, firstLine: firstLine + chunk.line };
  if (!chunk.hasKey) return readStray(chunk, position);
  repairs.left -= 1;
  if (repairs.left < 0) return { map: new Map(), diagnostics: [] };
  const { isMap } = yamlLibrary();
  const { text: quotedText, lines } = quoteHashtags(chunk.text);
  const asWritten = composeYaml(quotedText);
  const rejected = asWritten.errors.find((error) => isRejected(error, text));
  if (rejected !== undefined)
    return { map: new Map(), diagnostics: [describe(rejected, position)] };
  const doubtful = asWritten.errors.filter((error) => !isUsedAnchor(error, text));
  const tab = doubtful.find((error) => error.kind === 'tab');
  if (doubtful.every((error) => error.kind === 'tab') && isMap(asWritten.root)) {
    const { map, diagnostics } = readComposed(asWritten, position, lines);
    if (tab === undefined) return { map, diagnostics };
    const warning = { ...describe(tab, position), severity: 'warning' } as const;
    return { map, diagnostics: [warning, ...diagnostics] };
  }
  repairs.left -= chunk.text.split('\n').length;
  if (repairs.left < 0) return { map: new Map(), diagnostics: [] };
  const repaired = composeYaml(repairChunk(chunk.text));
  if (repaired.errors.every((error) => error.kind === 'anchor') && isMap(repaired.root)) {
    return readComposed(repaired, position, lines);
  }
  const error = tab ?? doubtful[0] ?? { kind: 'syntax', reason: 'Not a key and a value', line: 0 };
  return { map: new Map(), diagnostics: [describe(error, position)] };
}

/**
 * Reads a chunk outside of entries, where only blank lines, comments, directives and document marks
 * are allowed.
 */
function readStray(chunk: YamlChunk, position: YamlPosition): YamlResult {
  const line = chunk.text
    .split('\n')
    .findIndex((text) => !/^\s*(?:#.*|---|\.\.\.|%.*)?\s*$/.test(text));
  const error = { kind: 'syntax', reason: 'Text that belongs to no key', line } as const;
  return { map: new Map(), diagnostics: line === -1 ? [] : [describe(error, position)] };
}

function isRejected(error: YamlError, text: string): boolean {
  if (error.kind === 'depth') return true;
  if (error.kind === 'tag') return /^!(?:!|<)/.test(error.reason);
  // A star before a word is an alias only where that anchor exists; otherwise it is text.
  return error.kind === 'alias' && text.includes(`&${error.reason.slice(1)}`);
}

function isUsedAnchor(error: YamlError, text: string): boolean {
  return error.kind === 'anchor' && text.includes(`*${error.reason.slice(1)}`);
}

function describe(error: YamlError, { file, firstLine }: YamlPosition): Diagnostic {
  const at = { severity: 'error', file, line: firstLine + error.line } as const;
  if (error.kind === 'depth') return { ...at, rule: 'yaml-depth', values: { limit: maxYamlDepth } };
  if (error.kind === 'alias') return { ...at, rule: 'yaml-alias', values: {} };
  const reason = error.kind === 'tag' ? `Tag ${error.reason}` : error.reason;
  return { ...at, rule: 'yaml-syntax', values: { reason } };
}

function duplicate(key: string, file: string, line: number): Diagnostic {
  return { rule: 'yaml-duplicate-key', severity: 'warning', file, line, values: { key } };
}

function readComposed(
  composed: ComposedYaml,
  position: YamlPosition,
  hashtagLines: readonly number[],
): YamlResult {
  const diagnostics: Diagnostic[] = [];
  const map = new Map<string, YamlEntry>();
  readPairs(composed.root, composed, position, map, diagnostics);
  const entries = [...map];
  for (const offset of hashtagLines) {
    const line = position.firstLine + offset;
    const key = entries.findLast(([, entry]) => entry.line <= line)?.[0] ?? '';
    const { file } = position;
    diagnostics.push({ rule: 'yaml-hashtag', severity: 'warning', file, line, values: { key } });
  }
  return { map, diagnostics };
}

function readPairs(
  node: Node | null,
  composed: ComposedYaml,
  position: YamlPosition,
  map: Map<string, YamlEntry>,
  diagnostics: Diagnostic[],
): void {
  const { isMap, isScalar } = yamlLibrary();
  if (!isMap<Node, Node | null>(node)) return;
  for (const { key: keyNode, value } of node.items) {
    const line = position.firstLine + composed.lineAt(keyNode.range?.[0] ?? 0);
    const at = { severity: 'error', file: position.file, line } as const;
    const key = isScalar(keyNode) ? scalarText(keyNode.value) : undefined;
    if (key === undefined) {
      diagnostics.push({ ...at, rule: 'yaml-syntax', values: { reason: 'A key is not a text' } });
    } else if (key === '<<') {
      diagnostics.push({ ...at, rule: 'yaml-alias', values: {} });
    } else if (map.has(key)) {
      diagnostics.push(duplicate(key, position.file, line));
    } else {
      map.set(key, { value: readNode(value, composed, position, diagnostics), line });
    }
  }
}

function readNode(
  node: Node | null,
  composed: ComposedYaml,
  position: YamlPosition,
  diagnostics: Diagnostic[],
): YamlValue {
  const { isMap, isScalar, isSeq } = yamlLibrary();
  if (isScalar(node)) return scalarText(node.value);
  if (isSeq<Node | null>(node)) {
    return node.items.map((item) => readNode(item, composed, position, diagnostics));
  }
  const map = new Map<string, YamlEntry>();
  if (!isMap(node)) return '';
  readPairs(node, composed, position, map, diagnostics);
  return map;
}

function scalarText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
