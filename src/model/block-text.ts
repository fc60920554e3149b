import type { Block, Words } from './block.ts';

/** Calls `visit` with every text of a block and of its inner blocks, in reading order. */
export function visitWords(block: Block, visit: (words: Words) => void): void {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'code':
      visit(block);
      return;
    case 'list':
      for (const item of block.items) for (const inner of item) visitWords(inner, visit);
      return;
    case 'quotation':
    case 'note':
      for (const inner of block.blocks) visitWords(inner, visit);
      return;
    case 'verse':
      for (const line of block.lines) for (const part of line) visit(part);
      return;
    case 'table':
      if (block.caption !== undefined) visit(block.caption);
      for (const row of block.rows) for (const cell of row) visit(cell);
      return;
    case 'figure':
      if (block.caption !== undefined) visit(block.caption);
      return;
    case 'page-break':
    case 'separator':
  }
}

/** A passage: a unit of plain text for search and text export. */
export interface Passage {
  readonly text: string;
  /** Fragment name of the paragraph; absent where it has none, and for other blocks. */
  readonly paragraph?: string;
}

const joined = (parts: readonly Words[]): string => parts.map(({ text }) => text).join(' ');

/**
 * Yields the passages of a block in reading order: a paragraph, a heading, a row of a table, a poem; for
 * lists, quotations and notes those of their inner blocks. A hidden paragraph has none.
 */
export function* passages(block: Block): Generator<Passage> {
  switch (block.kind) {
    case 'paragraph':
      if (block.hidden) return;
      yield block.id === undefined
        ? { text: block.text }
        : { text: block.text, paragraph: block.id };
      return;
    case 'heading':
    case 'code':
      yield { text: block.text };
      return;
    case 'list':
      for (const item of block.items) for (const inner of item) yield* passages(inner);
      return;
    case 'quotation':
    case 'note':
      for (const inner of block.blocks) yield* passages(inner);
      return;
    case 'verse':
      yield { text: block.lines.map(joined).join('\n') };
      return;
    case 'table':
      if (block.caption !== undefined) yield { text: block.caption.text };
      for (const row of block.rows) yield { text: joined(row) };
      return;
    case 'figure':
      if (block.caption !== undefined) yield { text: block.caption.text };
      return;
    case 'page-break':
    case 'separator':
  }
}

/** Returns the plain text of a block, including hidden paragraphs; each part of a compound block is on a separate line. */
export function blockText(block: Block): string {
  if (block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'code') {
    return block.text;
  }
  const texts: string[] = [];
  visitWords(block, ({ text }) => void texts.push(text));
  return texts.join('\n');
}
