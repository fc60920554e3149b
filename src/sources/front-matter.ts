import { maxFrontMatterBytes } from '../model/limits.ts';
import { type Closing, hyphens, readFencedYaml } from './fenced-yaml.ts';
import {
  type FrontMatter,
  type HeadText,
  headDiagnostic,
  lineEnds,
  withoutHead,
} from './heads/head.ts';
import { readJsonHead } from './heads/json-head.ts';
import { knownName } from './heads/known-name.ts';
import { readLabelHead } from './heads/label-head.ts';
import { readPercentHead } from './heads/percent-head.ts';
import { readTomlBetween, readTomlHead } from './heads/toml-head.ts';

const lineFeed = 0x0a;
const openingFence = /^---[ \t]*\r?(?:\n|$)/;
const engineFence =
  /^---(?:[ \t]+(js|javascript|json|toml|coffee|coffeescript|cson|ya?ml)|[ \t]*([A-Za-z_][\w+.-]*))[ \t]*\r?(?:\n|$)/i;
/** The first line of metadata: a key in ASCII letters and a colon. */
const keyLine = /^(["']?)[A-Za-z_][\w-]*\1[ \t]*:(?!\/)/;

/** A key in other letters, whose name must be known. */
const otherKeyLine = /^(["']?)([\p{L}_][^:\n]{0,60}?)\1[ \t]*:/u;

/** Tells whether a line begins with a key whose name is known. */
function hasKnownKey(line: string): boolean {
  const key = otherKeyLine.exec(line)?.[2];
  return key !== undefined && knownName(key) !== undefined;
}

/** Tells whether lines are metadata: the first begins with a key; of keys in other letters one must be known. */
function areMetadata(lines: readonly string[]): boolean {
  const first = lines.find((line) => !/^\s*(?:#.*)?$/.test(line));
  if (first === undefined || keyLine.test(first)) return first !== undefined;
  return otherKeyLine.test(first) && lines.some(hasKnownKey);
}

/** Blank lines, comments and byte-order marks before a fence or a brace. */
const beforeFence =
  /(?:[ \t]*\r?\n|\ufeff|[ \t]*<!--(?:(?!-->)[\s\S]){0,1000}-->[ \t]*\r?\n|#[^\n]{0,200}\n){1,100}/y;

/** Returns the offset of the first line of a text that may be metadata. */
function headStart(text: string): number {
  const first = text.charCodeAt(0);
  // Every letter but those of controls, blanks, `#` and `<`.
  if (first > 0x3c && first !== 0xfeff) return 0;
  beforeFence.lastIndex = 0;
  const end = beforeFence.exec(text)?.[0].length ?? 0;
  return /^(?:---|\+\+\+|\{)/.test(text.slice(end, end + 3)) || first === 0xfeff ? end : 0;
}

/**
 * Splits front matter from the body: YAML between lines of `---`, TOML between lines of `+++`, a JSON object, the title
 * block of pandoc, or lines with known labels. What is no metadata stays in the text: prose between two scene breaks,
 * a first line with a colon.
 *
 * @param own the fields that the site declares
 * @returns the parts, without loss of text; nothing is executed. Never throws
 */
export function splitFrontMatter(text: string, file: string, own?: HeadText['own']): FrontMatter {
  const start = headStart(text);
  const read = readHead(text, start, file, own);
  if (start === 0 || read.metadata === undefined) return read;
  const kept = text.slice(0, start).split('\n').filter(isWords);
  if (kept.length === 0) return read;
  return {
    ...read,
    body: `${kept.join('\n')}\n\n${read.body}`,
    bodyLine: read.bodyLine - kept.length - 1,
  };
}

/** Tells whether a line before front matter is no comment of a program: it stays in the text. */
const isWords = (line: string): boolean =>
  /^#(?![!@$])/.test(line) &&
  !/^#[ \t]*(?:yaml-language-server|vim?:|-\*-|prettier|eslint|[\w-]+lint\b)/i.test(line);

/** Reads the front matter of a text that begins at `start`, of whichever form. */
function readHead(text: string, start: number, file: string, own: HeadText['own']): FrontMatter {
  const head = (): HeadText => ({ text, start, line: 1 + lineEnds(text, 0, start), file, own });
  switch (text.charAt(start)) {
    case '-':
      return text.startsWith('---', start)
        ? readFences(head())
        : (readLabelHead(head()) ?? withoutHead(text));
    case '+':
      return readTomlHead(head()) ?? withoutHead(text);
    case '{':
      return readJsonHead(head()) ?? withoutHead(text);
    case '%':
      return readPercentHead(head(), readFences) ?? withoutHead(text);
    default:
      return readLabelHead(head()) ?? withoutHead(text);
  }
}

/** Reads front matter between lines of three hyphens; after the first one the name of a form may stand. */
function readFences(head: HeadText): FrontMatter {
  const text = head.start === 0 ? head.text : head.text.slice(head.start);
  const engine = engineOf(text);
  if (engine !== undefined) {
    const read = readNamedForm(head, text, engine.toLowerCase());
    return (
      read ??
      withoutHead(head.text, [headDiagnostic(head, head.line, 'front-matter-engine', { engine })])
    );
  }
  const read = openingFence.test(text)
    ? readYamlHead(text, head.file, head.line)
    : withoutHead(text);
  if (head.start === 0) return read;
  if (read.metadata === undefined) return withoutHead(head.text, read.diagnostics);
  return { ...read, bodyLine: read.bodyLine + head.line - 1 };
}

/** Reads TOML or JSON between lines of hyphens, as Eleventy has them; undefined where it is none. */
function readNamedForm(head: HeadText, text: string, form: string): FrontMatter | undefined {
  const opened = head.start + text.indexOf('\n') + 1;
  const close = /^---[ \t]*\r?$/m;
  if (opened <= head.start) return undefined;
  if (form === 'toml') return readTomlBetween({ ...head }, opened, close);
  if (form !== 'json') return undefined;
  const read = readJsonHead({ ...head, start: opened, line: head.line + 1 });
  const end = read?.metadata === undefined ? null : /^\s*---[ \t]*\r?(?:\n|$)/.exec(read.body);
  if (read === undefined || end === null) return undefined;
  const bodyLine = read.bodyLine + lineEnds(end[0], 0, end[0].length);
  return { ...read, body: read.body.slice(end[0].length), bodyLine };
}

/** Reads YAML between lines that are exactly `---`, of which the first holds a key. */
function readYamlHead(text: string, file: string, line: number): FrontMatter {
  const withoutMatter = { metadata: undefined, body: text, bodyLine: 1 };
  const closing = findClosing(text);
  const lines = (closing === undefined ? headOf(text) : text.slice(0, closing.end))
    .split('\n')
    .slice(1, closing === undefined ? undefined : -1);
  const hasKeys = areMetadata(lines);
  if (closing === undefined) {
    const at = { severity: 'warning', file, line } as const;
    const values = { limit: maxFrontMatterBytes };
    return {
      ...withoutMatter,
      diagnostics: hasKeys ? [{ ...at, rule: 'front-matter-unclosed', values }] : [],
    };
  }
  const isBlank = lines.every((each) => each.trim() === '');
  if (!hasKeys && !isBlank) return { ...withoutMatter, diagnostics: [] };
  const { map, diagnostics } = readFencedYaml(text, closing, file, line);
  const body = text.slice(closing.end).replace(/^\r?\n?/, '');
  return { metadata: map, body, bodyLine: lines.length + 3, diagnostics };
}

/**
 * Returns the name after an opening fence by which gray-matter would select an engine, even one that
 * runs code.
 */
function engineOf(text: string): string | undefined {
  if (text.charCodeAt(hyphens.length) === lineFeed) return undefined;
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

/** The end of pandoc's front matter: three dots, and a blank line or the end of the text. */
function closingDots(text: string): Closing | undefined {
  if (!text.includes('\n...')) return undefined;
  const at = text
    .slice(0, maxFrontMatterBytes)
    .search(/\n\.\.\.[ \t]*\r?(?:$|\n[ \t]*(?:\r?\n|$))/);
  if (at === -1) return undefined;
  const [fence = ''] = /^\.\.\.[ \t]*/.exec(text.slice(at + 1, at + 200)) ?? [];
  const end = at + 1 + fence.length;
  return Buffer.byteLength(text.slice(0, end)) <= maxFrontMatterBytes ? { fence, end } : undefined;
}

function findClosing(text: string): Closing | undefined {
  // gray-matter closes at the first line that starts with `---`, even with more text on it.
  const dots = closingDots(text);
  const dashes = text.indexOf('\n---') + 1;
  if (dots !== undefined && (dashes === 0 || dots.end < dashes)) return dots;
  const start = dashes;
  if (start === 0 || start > maxFrontMatterBytes) return undefined;
  const [fence = ''] = /^[^\r\n]*/.exec(text.slice(start, start + maxFrontMatterBytes)) ?? [];
  const end = start + fence.length;
  const isFence = /^---[ \t]*$/.test(fence) && /^(?:\r?\n|\r?$)/.test(text.slice(end, end + 2));
  const isNear = isFence && Buffer.byteLength(text.slice(0, end)) <= maxFrontMatterBytes;
  return isNear ? { fence, end } : undefined;
}
