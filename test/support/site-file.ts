import { legacyEncodings } from '../../src/model/article.ts';
import { encodeLegacy } from './encode.ts';

/** One block of a `.site` file: a file of the site, or an expectation. */
export interface Block {
  /** `seeds/a.txt`, `exit`, `outline articles/a.html`. */
  readonly name: string;
  /** The notes in brackets after the name, which say how a file's bytes are made. */
  readonly notes: readonly string[];
  readonly body: string;
}

/** One run of the program: changes before it and expectations after it. */
export interface Step {
  /** Empty for the first. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A whole site and its expectations, in one text. */
export interface SiteCase {
  /** The promise of the case: its opening comment. */
  readonly promise: string;
  readonly steps: readonly Step[];
}

const blockLine = /^-- (.+?)(?: \(([^)]*)\))? --$/;
const stepLine = /^== (.+) ==$/;

/** Reads a `.site` file. */
export function parseSite(text: string): SiteCase {
  const promise: string[] = [];
  const steps: { title: string; blocks: { name: string; notes: string[]; lines: string[] }[] }[] = [
    { title: '', blocks: [] },
  ];
  for (const line of text.split('\n').slice(0, -1)) {
    const step = steps.at(-1);
    const block = step?.blocks.at(-1);
    const [, name, notes] = blockLine.exec(line) ?? [];
    const title = stepLine.exec(line)?.[1];
    if (title !== undefined) steps.push({ title, blocks: [] });
    else if (name !== undefined)
      step?.blocks.push({ name, notes: notes?.split(', ') ?? [], lines: [] });
    else if (block !== undefined) block.lines.push(line);
    else if (line.startsWith('# ')) promise.push(line.slice(2));
    else if (line !== '') throw new Error(`before the first block only comments: ${line}`);
  }
  return {
    promise: promise.join('\n'),
    steps: steps.map(({ title, blocks }) => ({
      title,
      blocks: blocks.map(({ name, notes, lines }) => ({
        name,
        notes,
        body: lines.map((line) => `${line}\n`).join(''),
      })),
    })),
  };
}

/** Writes a `.site` file; `formatSite(parseSite(text))` is `text`. */
export function formatSite({ promise, steps }: SiteCase): string {
  const head = promise.split('\n').map((line) => `# ${line}\n`);
  const rest = steps.flatMap(({ title, blocks }) => [
    title === '' ? '' : `== ${title} ==\n`,
    ...blocks.map(({ name, notes, body }) => {
      const made = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
      return `-- ${name}${made} --\n${body}`;
    }),
  ]);
  return [...head, ...rest].join('');
}

/** Names of expectations; every other name is a file's. */
const expectation =
  /^(?:arguments|remove|exit|diagnostics|output|unsaid|published|check|files|assets|(?:outline|text|hashes|contains|lacks) .+)$/;

/** Tells whether a block is a file of the site. */
export const isFile = ({ name }: Block): boolean => !expectation.test(name);

const byteOrderMark = '\uFEFF';

/** Escapes of characters that would be invisible: `\u202E`, `\x00`, `\r`. */
const visibleEscapes = (text: string): string =>
  text
    .replace(/\\u([0-9A-F]{4})|\\x([0-9A-F]{2})/g, (_, four?: string, two?: string) =>
      String.fromCharCode(Number.parseInt(four ?? two ?? '', 16)),
    )
    .replace(/\\r/g, '\r');

/** Returns the bytes of a file block. `(size N)`, a hole of N bytes, is for the caller. */
export function fileBytes({ notes, body }: Block): Buffer {
  const known =
    /^(?:utf-16le|utf-16be|utf-8-bom|windows-1256|iso-8859-6|cp720|mac-arabic|windows-1252|base64|escaped|unmarked|no newline|size \d+|times \d+)$/;
  const strange = notes.find((note) => !known.test(note));
  if (strange !== undefined) throw new Error(`unknown note: ${strange}`);
  if (notes.includes('base64')) return Buffer.from(body, 'base64');
  const ended = notes.includes('no newline') ? body.replace(/\n$/, '') : body;
  const text = notes.includes('escaped') ? visibleEscapes(ended) : ended;
  if (notes.includes('utf-8-bom')) return Buffer.from(byteOrderMark + text);
  const wide = notes.includes('unmarked') ? text : byteOrderMark + text;
  if (notes.includes('utf-16le')) return Buffer.from(wide, 'utf16le');
  if (notes.includes('utf-16be')) return Buffer.from(wide, 'utf16le').swap16();
  const legacy = legacyEncodings.find((encoding) => notes.includes(encoding));
  if (legacy !== undefined) return Buffer.from(encodeLegacy(text, legacy));
  return Buffer.from(text);
}

/** Returns the number of a note such as `times 120`. */
export function noted({ notes }: Block, what: 'size' | 'times'): number | undefined {
  const note = notes.find((candidate) => candidate.startsWith(`${what} `));
  return note === undefined ? undefined : Number(note.slice(what.length + 1));
}
