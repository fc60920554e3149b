import matter from 'gray-matter';
import type { Diagnostic } from '../model/diagnostic.ts';
import { maxFrontMatterBytes } from '../model/limits.ts';
import { readYamlMap, type YamlMap } from './yaml.ts';

/** A text parted into its metadata, where it has any, and what follows. */
export interface FrontMatter {
  /** Undefined where the text has no front matter. */
  readonly metadata: YamlMap | undefined;
  /** Everything after the closing fence's line, unchanged; the whole text without front matter. */
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

interface Fences {
  /** The closing line as written, with its trailing blanks but without its newline. */
  readonly closing: string;
  /** 0-based number of the closing line. */
  readonly line: number;
}

const openingFence = /^---[ \t]*\r?(?:\n|$)/;
const engineFence =
  /^---(?:[ \t]+(js|javascript|json|toml|coffee|coffeescript|cson|ya?ml)|[ \t]*([A-Za-z_][\w+.-]*))[ \t]*\r?(?:\n|$)/i;
const keyLine = /^(["']?)[A-Za-z_][\w-]*\1[ \t]*:(?!\/)/;

/**
 * Splits front matter between `---` lines from the text after it. A text is front matter only where
 * the first line is exactly `---`, the next fence stands within the limit, and the first line between
 * them is a key in ASCII letters: prose between two scene breaks stays prose.
 *
 * @returns the parts; nothing of the text is executed or lost; never throws
 */
export function splitFrontMatter(text: string, file: string): FrontMatter {
  const whole = { metadata: undefined, body: text, bodyLine: 1 };
  const engine = engineOf(text);
  if (engine !== undefined) {
    const at = { severity: 'warning', file, line: 1 } as const;
    return { ...whole, diagnostics: [{ ...at, rule: 'front-matter-engine', values: { engine } }] };
  }
  if (!openingFence.test(text)) return { ...whole, diagnostics: [] };
  const lines = headOf(text).split('\n');
  const first = lines.slice(1).find((line) => !/^\s*(?:#.*)?$/.test(line));
  const hasKeys = first !== undefined && keyLine.test(first);
  const fences = findFences(lines, text);
  if (fences === undefined) {
    const at = { severity: 'warning', file, line: 1 } as const;
    const values = { limit: maxFrontMatterBytes };
    return {
      ...whole,
      diagnostics: hasKeys ? [{ ...at, rule: 'front-matter-unclosed', values }] : [],
    };
  }
  const isBlank = lines.slice(1, fences.line).every((line) => line.trim() === '');
  if (!hasKeys && !isBlank) return { ...whole, diagnostics: [] };
  const { raw, body } = split(text, fences.closing);
  const { map, diagnostics } = readYamlMap(raw, file, 1);
  return { metadata: map, body, bodyLine: fences.line + 2, diagnostics };
}

/** The name behind an opening fence for which gray-matter would pick an engine, even run code. */
function engineOf(text: string): string | undefined {
  const found = engineFence.exec(text);
  if (found === null) return undefined;
  const named = found[1] ?? found[2];
  // A word after a blank is prose (`--- Reuters`) unless it is the name of an engine.
  return found[1] !== undefined || /^---\S/.test(text) ? named : undefined;
}

/** The start of a text that is at most the limit long in UTF-8, cut between letters. */
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

function findFences(lines: readonly string[], text: string): Fences | undefined {
  // gray-matter closes at the first line that starts with `---`, whatever follows on it.
  const line = lines.findIndex((candidate, index) => index > 0 && candidate.startsWith('---'));
  const found = lines[line]?.replace(/\r$/, '');
  if (found === undefined || !/^---[ \t]*$/.test(found)) return undefined;
  // The head may be cut right behind `---` in the middle of a longer line.
  const start = lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0);
  const rest = text.slice(start + found.length, start + found.length + 2);
  return /^(?:\r?\n|\r?$)/.test(rest) ? { closing: found, line } : undefined;
}

function split(text: string, closing: string): { readonly raw: string; readonly body: string } {
  let raw = '';
  const refuse = (): never => {
    throw new Error('Only YAML front matter is read');
  };
  const yaml = (block: string): object => {
    raw = block;
    return {};
  };
  // Without options gray-matter keeps every text that it has seen; without these engines it would
  // run `---js` blocks, which the guards above already keep from it.
  const file = matter(text, {
    language: 'yaml',
    delimiters: ['---', closing],
    engines: {
      yaml,
      json: refuse,
      js: refuse,
      javascript: refuse,
      coffee: refuse,
      coffeescript: refuse,
      cson: refuse,
      toml: refuse,
    },
  });
  return { raw, body: file.content };
}
