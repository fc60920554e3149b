import { maxFrontMatterBytes, maxRecordDepth } from '../../model/limits.ts';
import { messageOf } from '../../model/system-error.ts';
import { parseFields, toYamlTree } from '../records/fields.ts';
import type { YamlEntry } from '../yaml/yaml-value.ts';
import {
  type FrontMatter,
  type HeadText,
  headDiagnostic,
  lineEnds,
  withHead,
  withoutHead,
} from './head.ts';
import { knownName } from './known-name.ts';

/** The start of an object with a key. */
const opening = /\{\s*"[^"\n]{0,100}"\s*:/y;

/** The end of an object, and where its own keys stand. */
interface ObjectExtent {
  readonly end: number;
  readonly keys: ReadonlyMap<string, number>;
}

/** Finds the end of a JSON object by its brackets; undefined where it is not before `limit`. */
function extentOf(text: string, start: number, limit: number): ObjectExtent | undefined {
  const keys = new Map<string, number>();
  let depth = 0;
  for (let at = start; at < limit; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const from = at;
      for (at += 1; at < limit && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
      const colon = /\s*:/y;
      colon.lastIndex = at + 1;
      const isKey = depth === 1 && colon.test(text);
      const key = text.slice(from + 1, at);
      if (isKey && !keys.has(key)) keys.set(key, from);
    } else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth === 0) return { end: at + 1, keys };
  }
  return undefined;
}

/**
 * Reads a JSON object at the head of a text, as Hugo and Eleventy have it. It is metadata only where one of its keys
 * is known and nothing else stands on its last line.
 *
 * @returns undefined where the text has no such head
 */
export function readJsonHead(head: HeadText): FrontMatter | undefined {
  const { text, start, line } = head;
  opening.lastIndex = start;
  if (!opening.test(text)) return undefined;
  const extent = extentOf(text, start, Math.min(text.length, start + maxFrontMatterBytes));
  if (extent === undefined) {
    const isLong = text.length > start + maxFrontMatterBytes;
    const values = { form: 'JSON', limit: maxFrontMatterBytes } as const;
    const reason = { form: 'JSON', reason: 'no closing brace' } as const;
    return withoutHead(text, [
      isLong
        ? headDiagnostic(head, line, 'front-matter-too-long', values, 'error')
        : headDiagnostic(head, line, 'front-matter-syntax', reason, 'error'),
    ]);
  }
  const rest = /[ \t]*(?:,|;)?[ \t]*(?=\r?\n|$)/y;
  rest.lastIndex = extent.end;
  const after = rest.exec(text);
  if (after === null || ![...extent.keys.keys()].some((key) => knownName(key) !== undefined)) {
    return undefined;
  }
  try {
    const fields = parseFields(text.slice(start, extent.end));
    if (typeof fields === 'string') throw new Error(`more than ${maxRecordDepth} levels`);
    const lineOf = (key: string): number =>
      line + lineEnds(text, start, extent.keys.get(key) ?? start);
    const entries = [...fields].map(([key, value]): [string, YamlEntry] => [
      key,
      { value: value === null ? '' : toYamlTree(value), line: lineOf(key) },
    ]);
    return withHead(head, new Map(entries), extent.end + after[0].length);
  } catch (error) {
    const values = { form: 'JSON', reason: messageOf(error) } as const;
    return withoutHead(text, [headDiagnostic(head, line, 'front-matter-syntax', values, 'error')]);
  }
}
