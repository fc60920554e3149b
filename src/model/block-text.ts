import type { Block, Note, Words } from './block.ts';

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

/** Returns a block with every text of it, and of its inner blocks, replaced by `change`, in reading order. */
export function mapWords(block: Block, change: <W extends Words>(words: W) => W): Block {
  const mapBlocks = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((inner) => mapWords(inner, change));
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'code':
      return change(block);
    case 'list':
      return { ...block, items: block.items.map(mapBlocks) };
    case 'quotation':
    case 'note':
      return { ...block, blocks: mapBlocks(block.blocks) };
    case 'verse':
      return { ...block, lines: block.lines.map((line) => line.map((part) => change(part))) };
    case 'table':
      return {
        ...block,
        ...(block.caption === undefined ? {} : { caption: change(block.caption) }),
        rows: block.rows.map((row) => row.map((cell) => change(cell))),
      };
    case 'figure':
      return block.caption === undefined ? block : { ...block, caption: change(block.caption) };
    case 'page-break':
    case 'separator':
      return block;
  }
}

/** Returns a block with every text of it, and of its inner blocks, replaced by `change`; markup is left out where its text changes. */
export function mapText(block: Block, change: (text: string) => string): Block {
  if (block.kind === 'page-break') return { ...block, page: change(block.page) };
  return mapWords(block, (words) => {
    const text = change(words.text);
    if (text === words.text) return words;
    const { markup: _, ...rest } = words;
    return { ...rest, text } as typeof words;
  });
}

/** A passage: a unit of plain text for search and text export. */
export interface Passage {
  readonly text: string;
  /** Fragment name of the paragraph; absent where it has none, and for other blocks. */
  readonly paragraph?: string;
  /** The cells of a row of a table. */
  readonly cells?: readonly string[];
}

const joined = (parts: readonly Words[]): string => parts.map(({ text }) => text).join(' ');

/** Yields the passages of a note: its number stands before the first. */
function* notePassages({ number = '', blocks }: Note): Generator<Passage> {
  let prefix = number === '' ? '' : `[${number}] `;
  for (const inner of blocks) {
    for (const passage of passages(inner)) {
      yield prefix === '' ? passage : { ...passage, text: prefix + passage.text };
      prefix = '';
    }
  }
}

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
      for (const inner of block.blocks) yield* passages(inner);
      return;
    case 'note':
      yield* notePassages(block);
      return;
    case 'verse':
      yield { text: block.lines.map(joined).join('\n') };
      return;
    case 'table':
      if (block.caption !== undefined) yield { text: block.caption.text };
      for (const row of block.rows) yield { text: joined(row), cells: row.map(({ text }) => text) };
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
