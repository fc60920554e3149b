import type { AssetReference, Block, Words } from '../../model/block.ts';
import { redactMarkup } from './redact-markup.ts';
import type { Redactor } from './redactor.ts';

/** Replaces the names in a text with its markup. */
function redactWords<W extends Words>(words: W, redactor: Redactor): W {
  const text = redactor.text(words.text);
  const { markup } = words;
  if (markup === undefined) return text === words.text ? words : { ...words, text };
  return { ...words, text, markup: redactMarkup(markup, redactor) };
}

/**
 * Replaces the names in texts that stand beside each other: cells of a row, parts of a verse. Outputs join
 * them, so a name may be divided between two; then each has a mark.
 */
function redactBeside(parts: readonly Words[], redactor: Redactor): readonly Words[] {
  const redacted = parts.map((part) => redactWords(part, redactor));
  const joined = redacted.map(({ text }) => text).join('\n');
  const matches = redactor.find(joined);
  if (matches.length === 0) return redacted;
  let end = -1;
  return redacted.map((part) => {
    const start = end + 1;
    end = start + part.text.length;
    const within = matches.filter((match) => match.start < end && match.end > start);
    if (within.length === 0) return part;
    let text = '';
    let at = start;
    for (const match of within) {
      text += joined.slice(at, Math.max(at, match.start)) + redactor.mark;
      at = Math.min(end, match.end);
    }
    const { markup: _, ...rest } = part;
    return { ...rest, text: text + joined.slice(at, end) };
  });
}

/** Replaces the names in the parts of a verse, whose lines outputs join too. */
function redactLines(
  lines: readonly (readonly Words[])[],
  redactor: Redactor,
): readonly (readonly Words[])[] {
  const parts = redactBeside(lines.flat(), redactor).values();
  return lines.map((line) => line.flatMap(() => parts.next().value ?? []));
}

function redactAsset(asset: AssetReference, redactor: Redactor): AssetReference {
  return { ...asset, description: redactor.text(asset.description) };
}

/** Replaces the names in every text of a block; a fragment name with a name is left out. */
export function redactBlock(block: Block, redactor: Redactor): Block {
  if (block.id !== undefined && redactor.has(block.id)) {
    const { id: _, ...rest } = block;
    return redactBlock(rest, redactor);
  }
  const inner = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((one) => redactBlock(one, redactor));
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return redactWords(block, redactor);
    case 'code':
      return { ...block, text: redactor.text(block.text) };
    case 'list':
      return { ...block, items: block.items.map(inner) };
    case 'quotation':
    case 'note':
      return { ...block, blocks: inner(block.blocks) };
    case 'verse':
      return { ...block, lines: redactLines(block.lines, redactor) };
    case 'table':
      return {
        ...block,
        ...(block.caption === undefined ? {} : { caption: redactWords(block.caption, redactor) }),
        rows: block.rows.map((row) => redactBeside(row, redactor)),
      };
    case 'figure': {
      const { asset, caption } = block;
      return {
        ...block,
        asset: redactAsset(asset, redactor),
        ...(caption === undefined ? {} : { caption: redactWords(caption, redactor) }),
      };
    }
    case 'page-break':
      return { ...block, page: redactor.text(block.page) };
    case 'separator':
      return block;
  }
}
