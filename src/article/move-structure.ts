import type { LineForm, ParagraphSpan, Span, Structure } from '../model/structure.ts';

/** Returns a span at another place of a text. */
export type MoveSpan = <T extends Span>(span: T) => T;

function movedForm(lines: LineForm, move: MoveSpan): LineForm {
  switch (lines.form) {
    case 'table':
    case 'verse':
      return { ...lines, rows: lines.rows.map((row) => row.map(move)) };
    case 'list':
      return { ...lines, items: lines.items.map(move) };
    case 'separator':
      return lines;
  }
}

const movedParagraph = (paragraph: ParagraphSpan, move: MoveSpan): ParagraphSpan =>
  paragraph.lines === undefined
    ? move(paragraph)
    : { ...move(paragraph), lines: movedForm(paragraph.lines, move) };

/**
 * Returns a structure with every span moved, also those of cells, lines of verse and items.
 *
 * @param more paragraphs of the text that the structure does not have
 */
export function moveStructure(
  structure: Structure,
  move: MoveSpan,
  more: (structure: Structure) => readonly ParagraphSpan[],
): Structure {
  const moved: Structure = {
    ...structure,
    headings: structure.headings.map(move),
    suggestions: structure.suggestions.map(move),
    paragraphs: structure.paragraphs.map((paragraph) => movedParagraph(paragraph, move)),
  };
  const paragraphs = [...moved.paragraphs, ...more(moved)].sort((a, b) => a.start - b.start);
  return { ...moved, paragraphs };
}
