import type { YamlEntry } from '../yaml/yaml-value.ts';
import { type FrontMatter, type HeadText, lineEnds, withHead } from './head.ts';

/** The title block of pandoc: title, authors and date after percent signs; a long one goes on after a blank. */
const block =
  /%[ \t]?([^\n]*(?:\n[ \t]+[^\s%][^\n]*)*)\r?\n%[ \t]?([^\n]*(?:\n[ \t]+[^\s%][^\n]*)*)(?:\r?\n%[ \t]?([^\n]*))?(?=\r?\n(?:---[ \t]*)?[ \t]*\r?(?:\n|$))/y;

/** Longest title block in UTF-16 code units. */
const maxLength = 2000;

/**
 * Reads the title block of pandoc at the head of a text: two or three lines that begin with a percent sign, and a
 * blank line; and the front matter that may follow it.
 *
 * @param readFences reads front matter between lines of hyphens
 * @returns undefined where the text has none
 */
export function readPercentHead(
  head: HeadText,
  readFences: (head: HeadText) => FrontMatter,
): FrontMatter | undefined {
  const title = readBlock(head);
  if (title?.metadata === undefined) return title;
  const { text } = head;
  const start = text.length - title.body.trimStart().length;
  if (!text.startsWith('---', start)) return title;
  const more = readFences({ ...head, start, line: 1 + lineEnds(text, 0, start) });
  return more.metadata === undefined
    ? { ...title, diagnostics: [...title.diagnostics, ...more.diagnostics] }
    : { ...more, metadata: new Map([...title.metadata, ...more.metadata]) };
}

/** Reads the title block alone. */
function readBlock(head: HeadText): FrontMatter | undefined {
  const { text, start, line } = head;
  block.lastIndex = 0;
  const found = block.exec(text.slice(start, start + maxLength));
  if (found === null) return undefined;
  const [whole, title = '', authors = '', date = ''] = found;
  const onLine = (part: string): string => part.replace(/\s+/g, ' ').trim();
  const names = authors
    .split(/;|\r?\n/)
    .map(onLine)
    .filter((name) => name !== '');
  const entries: [string, YamlEntry][] = [];
  const add = (key: string, value: string | readonly string[], at: number): void => {
    if (value.length > 0) entries.push([key, { value, line: line + at }]);
  };
  const authorLine = title.split('\n').length;
  add('title', onLine(title), 0);
  // One text may still be several names, parted by commas.
  add('authors', names.length === 1 ? (names[0] ?? '') : names, authorLine);
  add('date', onLine(date), authorLine + authors.split('\n').length);
  return entries.length === 0 ? undefined : withHead(head, new Map(entries), start + whole.length);
}
