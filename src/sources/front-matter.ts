import matter from 'gray-matter';
import type { Diagnostic } from '../model/diagnostic.ts';
import { maxFrontMatterBytes } from '../model/limits.ts';
import { readYamlMap, type YamlMap } from './yaml/read-yaml.ts';
import { seedYamlLimits } from './yaml/yaml-limits.ts';

/** A text split into front matter, where it has any, and body. */
export interface FrontMatter {
  /** Undefined where the text has no front matter. */
  readonly metadata: YamlMap | undefined;
  /** Everything after the closing fence's line, unchanged; the whole text without front matter. */
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The end of front matter. */
interface Closing {
  /** The closing line as written, with its trailing blanks but without its newline. */
  readonly fence: string;
  /** Offset after it. */
  readonly end: number;
}

const openingFence = /^---[ \t]*\r?(?:\n|$)/;
const engineFence =
  /^---(?:[ \t]+(js|javascript|json|toml|coffee|coffeescript|cson|ya?ml)|[ \t]*([A-Za-z_][\w+.-]*))[ \t]*\r?(?:\n|$)/i;
const keyLine = /^(["']?)[A-Za-z_][\w-]*\1[ \t]*:(?!\/)/;

/**
 * Splits front matter between `---` lines from the body. It is front matter only where the first line
 * is exactly `---`, the next fence is within the limit, and the first line between them is a key in
 * ASCII letters; prose between two scene breaks stays prose.
 *
 * @returns the parts, without loss of text; nothing is executed. Never throws
 */
export function splitFrontMatter(text: string, file: string): FrontMatter {
  const withoutMatter = { metadata: undefined, body: text, bodyLine: 1 };
  const engine = engineOf(text);
  if (engine !== undefined) {
    const at = { severity: 'warning', file, line: 1 } as const;
    return {
      ...withoutMatter,
      diagnostics: [{ ...at, rule: 'front-matter-engine', values: { engine } }],
    };
  }
  if (!openingFence.test(text)) return { ...withoutMatter, diagnostics: [] };
  const closing = findClosing(text);
  const lines = (closing === undefined ? headOf(text) : text.slice(0, closing.end))
    .split('\n')
    .slice(1, closing === undefined ? undefined : -1);
  const first = lines.find((line) => !/^\s*(?:#.*)?$/.test(line));
  const hasKeys = first !== undefined && keyLine.test(first);
  if (closing === undefined) {
    const at = { severity: 'warning', file, line: 1 } as const;
    const values = { limit: maxFrontMatterBytes };
    return {
      ...withoutMatter,
      diagnostics: hasKeys ? [{ ...at, rule: 'front-matter-unclosed', values }] : [],
    };
  }
  const isBlank = lines.every((line) => line.trim() === '');
  if (!hasKeys && !isBlank) return { ...withoutMatter, diagnostics: [] };
  const raw = yamlBetween(text.slice(0, closing.end), closing.fence);
  const { map, diagnostics } = readYamlMap(raw, file, 1, seedYamlLimits);
  const body = text.slice(closing.end).replace(/^\r?\n?/, '');
  return { metadata: map, body, bodyLine: lines.length + 3, diagnostics };
}

/**
 * Returns the name after an opening fence by which gray-matter would select an engine, even one that
 * runs code.
 */
function engineOf(text: string): string | undefined {
  const opening = engineFence.exec(text);
  if (opening === null) return undefined;
  const engine = opening[1] ?? opening[2];
  // A word after white space is prose (`--- Reuters`) unless it is the name of an engine.
  return opening[1] !== undefined || /^---\S/.test(text) ? engine : undefined;
}

/** Returns the start of a text, up to the limit in UTF-8 bytes, cut at a character boundary. */
function headOf(text: string): string {
  let bytes = 0;
  let end = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > maxFrontMatterBytes) break;
    end += letter.length;
  }
  return text.slice(0, end);
}

function findClosing(text: string): Closing | undefined {
  // gray-matter closes at the first line that starts with `---`, even with more text on it.
  const start = text.indexOf('\n---') + 1;
  if (start === 0 || start > maxFrontMatterBytes) return undefined;
  const [fence = ''] = /^[^\r\n]*/.exec(text.slice(start, start + maxFrontMatterBytes)) ?? [];
  const end = start + fence.length;
  const isFence = /^---[ \t]*$/.test(fence) && /^(?:\r?\n|\r?$)/.test(text.slice(end, end + 2));
  const isNear = isFence && Buffer.byteLength(text.slice(0, end)) <= maxFrontMatterBytes;
  return isNear ? { fence, end } : undefined;
}

/** Returns the text between the fences; the argument ends with the closing one. */
function yamlBetween(text: string, closing: string): string {
  let raw = '';
  const reject = (): never => {
    throw new Error('Only YAML front matter is read');
  };
  const yaml = (block: string): object => {
    raw = block;
    return {};
  };
  // Without options gray-matter caches every text; with its engines it would run `---js` blocks,
  // which the guards above exclude already.
  matter(text, {
    language: 'yaml',
    delimiters: ['---', closing],
    engines: {
      yaml,
      json: reject,
      js: reject,
      javascript: reject,
      coffee: reject,
      coffeescript: reject,
      cson: reject,
      toml: reject,
    },
  });
  return raw;
}
