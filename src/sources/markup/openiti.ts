import { type MarkupReading, readingOf } from './reading.ts';

/** The first line of a text of OpenITI. */
export const isOpenIti = (text: string): boolean => /^\s*#{6}OpenITI#/.test(text.slice(0, 1000));

const pageMark = /\s*Page(?:Beg|End)?V\d{2,}P\d{2,}[A-Z]?/g;
const milestone = /\s*\bms[A-Z]?\d+\b/g;
/** Named entities and other tags of annotators: `@TOP@`, `@P01`, `@YB204`. */
const annotation = /@[A-Z]{1,4}(?:\d{1,6}|@[A-Z]{3}@)?@?\s?/g;

/** Returns the value of a line of the header. */
const metaLine = (header: string, name: RegExp): string =>
  header
    .split('\n')
    .map((line) => /^#META#\s*(?:\d+\.)?(\w+)\s*::\s*(.*)$/.exec(line.trim()))
    .find((match) => match !== null && name.test(match[1] ?? ''))?.[2]
    ?.trim()
    .replace(/^NO[A-Z_]*$/, '') ?? '';

/** Returns a line of the body as Markdown; `~~` continues the paragraph. */
function bodyLine(line: string): string {
  const title = /^###\s*(\|{1,6}|\$+)\s*(.*)$/.exec(line);
  if (title !== null) {
    const level = (title[1] ?? '').startsWith('|') ? (title[1]?.length ?? 1) : 3;
    return title[2]?.trim() === '' ? '' : `\n\n${'#'.repeat(Math.min(level + 1, 6))} ${title[2]}\n`;
  }
  if (line.startsWith('~~')) return ` ${line.slice(2).trim()}`;
  if (/^#(?!#)/.test(line)) {
    const words = line.slice(1).replace(/^\s*(?:\$[A-Z_]*\$?)?\s*/, '');
    return words.includes('%~%')
      ? `\n\n${words
          .split('%~%')
          .map((half) => half.trim())
          .filter((half) => half !== '')
          .join(' … ')}`
      : `\n\n${words}`;
  }
  return line.trim() === '' ? '' : `\n${line}`;
}

/** Reads a text of OpenITI mARkdown as Markdown; marks of pages and of annotators are left out and counted. */
export function readOpenIti(text: string): MarkupReading {
  const lines = text.replaceAll('\r\n', '\n');
  const end = /^#META#Header#End#.*$/m.exec(lines);
  const header = lines.slice(0, end === null ? lines.indexOf('\n') : end.index);
  const body = lines.slice(end === null ? lines.indexOf('\n') + 1 : end.index + end[0].length);
  let dropped = 0;
  const drop = (): string => {
    dropped += 1;
    return '';
  };
  const bare = body.replace(pageMark, drop).replace(milestone, drop).replace(annotation, drop);
  const markdown = bare
    .split('\n')
    .map(bodyLine)
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const metadata = new Map(
    [
      ['title', metaLine(header, /^BookTITLE|TITLE$/)],
      ['authors', metaLine(header, /^AuthorNAME$/)],
    ].filter(([, value]) => value !== '') as [string, string][],
  );
  return readingOf('openiti', `${markdown}\n`, dropped, metadata);
}
