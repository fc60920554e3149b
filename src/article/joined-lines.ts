import type { Block } from '../model/block.ts';
import { maxTextLines, minTextLines, unitsPerLine } from '../model/limits.ts';

const isLineEnd = (unit: number): boolean =>
  unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;

/** Calls `visit` with each line of a text that holds more than blanks and control characters, trimmed of them. */
function eachLine(text: string, visit: (start: number, end: number) => void): void {
  let start = -1;
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isLineEnd(unit)) {
      if (start >= 0) visit(start, end);
      start = -1;
    } else if (unit > 0x20) {
      if (start < 0) start = at;
      end = at + 1;
    }
  }
  if (start >= 0) visit(start, end);
}

/** Tells whether a text has as many ends of lines as `limit`: a fast filter, because nearly no text has. */
function hasLineEnds(text: string, limit: number): boolean {
  let ends = 0;
  for (const end of ['\n', '\r', '\u2028', '\u2029']) {
    for (let at = text.indexOf(end); at !== -1; at = text.indexOf(end, at + 1)) {
      ends += 1;
      if (ends >= limit) return true;
    }
  }
  return false;
}

/** The lines of a text that has more than the limit of its length. */
export interface ManyLines {
  readonly lines: number;
  readonly limit: number;
}

/**
 * Tells how many lines a text has, blank ones not counted, where they are so many that a paragraph for each would take
 * disproportionate time and memory; undefined for all others.
 */
export function manyLines(text: string): ManyLines | undefined {
  if (text.length < minTextLines) return undefined;
  const share = Math.floor(text.length / unitsPerLine);
  const limit = Math.max(minTextLines, Math.min(maxTextLines, share));
  if (!hasLineEnds(text, limit)) return undefined;
  let lines = 0;
  eachLine(text, () => {
    lines += 1;
  });
  return lines > limit ? { lines, limit } : undefined;
}

/** Returns the paragraphs of a text of too many lines: equal numbers of consecutive lines, each line kept as it is. */
export function joinedLines(text: string, { lines, limit }: ManyLines): readonly Block[] {
  const together = Math.ceil(lines / limit);
  const blocks: Block[] = [];
  let words: string[] = [];
  eachLine(text, (start, end) => {
    words.push(text.slice(start, end));
    if (words.length < together) return;
    blocks.push({ kind: 'paragraph', text: words.join('\n') });
    words = [];
  });
  if (words.length > 0) blocks.push({ kind: 'paragraph', text: words.join('\n') });
  return blocks;
}
