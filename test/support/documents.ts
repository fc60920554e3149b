import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A Markdown document of the repository. */
export interface Document {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

/** A fenced block of a document. */
export interface Fence {
  readonly language: string;
  readonly body: string;
  /** 1-based line of the opening fence. */
  readonly line: number;
}

const markdownUnder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: folder !== '' })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));

/** Returns all documents: those at the root, the guide, and those beside code and benchmarks. */
export const documents = (): readonly Document[] =>
  ['', 'docs', 'bench', 'src']
    .flatMap(markdownUnder)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** Returns the fenced blocks of a Markdown text. */
export function fencesOf(text: string): readonly Fence[] {
  return [...text.matchAll(/^ *```(\S*)[^\n]*\n([\s\S]*?)^ *```$/gm)].map(
    ({ index, 1: language = '', 2: body = '' }) => ({
      language,
      body,
      line: text.slice(0, index).split('\n').length,
    }),
  );
}

/** Returns a Markdown text without its fenced blocks. */
export const proseOf = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```$/gm, '');

/**
 * Returns the fragment that GitHub gives a heading: its text in lower case, without marks and
 * punctuation, spaces as hyphens.
 */
export const fragmentOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

/** Returns the fragments of a document's headings. */
export const fragmentsOf = (text: string): readonly string[] =>
  [...proseOf(text).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => fragmentOf(heading));

/** Returns the cells of the first column of the table whose header begins with `title`. */
export function firstColumn(text: string, title: string): readonly string[] {
  const lines = text.split('\n');
  const header = lines.findIndex((line) => line.startsWith(`| ${title} |`));
  const rows = header === -1 ? [] : lines.slice(header + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows
    .slice(0, end === -1 ? undefined : end)
    .map((row) => row.split(/(?<!\\)\|/)[1]?.trim() ?? '');
}
