import type { TomlTable, TomlValue } from 'smol-toml';
import { parseEdtf } from '../../calendar/edtf.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { maxFrontMatterBytes, maxYamlDepth } from '../../model/limits.ts';
import { messageOf } from '../../model/system-error.ts';
import { tomlLibrary } from '../libraries.ts';
import type { YamlEntry, YamlMap, YamlValue } from '../yaml/yaml-value.ts';
import { type FrontMatter, type HeadText, headDiagnostic, withHead, withoutHead } from './head.ts';
import { knownName } from './known-name.ts';

const fence = /\+\+\+[ \t]*\r?(?:\n|$)/y;

const closing = /^\+\+\+[ \t]*\r?$/m;

/** A line that begins with a key. */
const keyLine = /^[ \t]*\[{0,2}[ \t]*["']?([\p{L}\p{N}_. -]+?)["']?[ \t]*[=\]]/u;

const options = { integersAsBigInt: true, maxDepth: maxYamlDepth } as const;

/** Most lines with an error that are reported; the others have the same fix. */
const maxReported = 5;

/** Returns the lines on which keys stand, the first of each; the first line has the number 0. */
function keyLines(lines: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  lines.forEach((line, i) => {
    const key = keyLine.exec(line)?.[1]?.trim();
    const name = key?.slice(key.lastIndexOf('.') + 1).trim();
    if (name !== undefined && !found.has(name)) found.set(name, i);
  });
  return found;
}

/** Returns a value with its texts as written; a date keeps its day, whatever the time zone. */
function toTree(value: TomlValue, lineOf: (key: string) => number, depth: number): YamlValue {
  if (value instanceof tomlLibrary().TomlDate)
    return value.toISOString().replace(/\.000(?=$|[Z+-])/i, '');
  if (typeof value !== 'object') return String(value);
  // Keys with many dots are deep, whatever the parser's own limit.
  if (depth > maxYamlDepth) return '';
  if (Array.isArray(value)) return value.map((item) => toTree(item, lineOf, depth + 1));
  return toMap(value, lineOf, depth + 1);
}

function toMap(table: TomlTable, lineOf: (key: string) => number, depth = 0): YamlMap {
  return new Map(
    Object.entries(table).map(([key, value]): [string, YamlEntry] => [
      key,
      { value: toTree(value, lineOf, depth), line: lineOf(key) },
    ]),
  );
}

/** A table with the lines that could not be read. */
interface ReadToml {
  readonly table: TomlTable;
  readonly errors: readonly { readonly line: number; readonly reason: string }[];
}

/** Returns the first line of a parser's message; the others show the text. */
const reasonOf = (error: unknown): string =>
  (messageOf(error).split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '');

/** A date as a value, with its time of day. */
const dateValue = /([=[,{][ \t]*)(\d{4}-\d\d-\d\d)([T \t]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:\d\d)?)?/gi;

/** Returns TOML with days that do not exist as texts: the parser would count on, and make 31 February 2 March. */
const withoutFalseDays = (raw: string): string =>
  raw.replace(dateValue, (whole, before: string, day: string, time: string | undefined) =>
    parseEdtf(day) === undefined ? `${before}"${day}${time ?? ''}"` : whole,
  );

/** Reads TOML; where it is damaged, line by line. */
function readToml(raw: string, lines: readonly string[]): ReadToml {
  const { parse } = tomlLibrary();
  try {
    return { table: parse(raw, options), errors: [] };
  } catch {
    const errors: { line: number; reason: string }[] = [];
    const table: TomlTable = {};
    lines.forEach((text, line) => {
      try {
        for (const [key, value] of Object.entries(parse(text, options))) {
          if (!Object.hasOwn(table, key)) table[key] = value;
        }
      } catch (error) {
        errors.push({ line, reason: reasonOf(error) });
      }
    });
    return { table, errors };
  }
}

/**
 * Reads TOML between lines of three plus signs at the head of a text, as Hugo and Zola have it.
 *
 * @param opened offset after the opening line
 * @param close the closing line
 * @returns undefined where the text has no such head, or none of its keys is known
 */
export function readTomlBetween(
  head: HeadText,
  opened: number,
  close: RegExp,
): FrontMatter | undefined {
  const { text, line } = head;
  const within = text.slice(opened, opened + maxFrontMatterBytes);
  const end = close.exec(within);
  const raw = withoutFalseDays(within.slice(0, end?.index ?? within.length));
  const lines = raw.split(/\r?\n/);
  const places = keyLines(lines);
  const isLong = end === null && text.length > opened + within.length;
  const isToml =
    isLong && lines.slice(0, -1).every((each) => /^\s*(?:#|$)/.test(each) || keyLine.test(each));
  if (!isToml && ![...places.keys()].some((key) => knownName(key) !== undefined)) return undefined;
  if (end === null) {
    const values = { form: 'TOML', limit: maxFrontMatterBytes } as const;
    return withoutHead(text, [
      headDiagnostic(head, line, 'front-matter-too-long', values, 'error'),
    ]);
  }
  const { table, errors } = readToml(raw, lines);
  const diagnostics = errors
    .slice(0, maxReported)
    .map(
      ({ line: at, reason }): Diagnostic =>
        headDiagnostic(
          head,
          line + 1 + at,
          'front-matter-syntax',
          { form: 'TOML', reason },
          'error',
        ),
    );
  if (Object.keys(table).length === 0) return withoutHead(text, diagnostics);
  const map = toMap(table, (key) => line + 1 + (places.get(key) ?? -1));
  return withHead(head, map, opened + end.index + end[0].replace(/\r$/, '').length, diagnostics);
}

/** Reads TOML between lines of three plus signs; undefined where the text has none. */
export function readTomlHead(head: HeadText): FrontMatter | undefined {
  fence.lastIndex = head.start;
  const opening = fence.exec(head.text);
  if (opening === null) return undefined;
  return readTomlBetween(head, head.start + opening[0].length, closing);
}
