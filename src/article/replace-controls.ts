import type { SourceDocument } from '../model/article.ts';
import { mapText } from '../model/block-text.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { withLineBreaks } from './line-breaks.ts';

/** C0 and C1 control characters except tab, line feed and carriage return; noncharacters. */
const controls = /[[\p{Cc}\p{Noncharacter_Code_Point}]--[\t\n\r]]/gv;

/**
 * A superset of these: C0 and C1, noncharacters of the basic plane, and all surrogates, which include the
 * other noncharacters. Without Unicode's tables a text is scanned ten times faster.
 */
const possibleControls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern matches control characters
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/**
 * Replaces control characters, which HTML forbids (WHATWG 13.2.3.5), by spaces, so that the words around
 * them stay separate: in the text, or in the blocks that an input format provides. Form feeds, vertical tabs and
 * the like are line breaks.
 *
 * @param report receives a warning with the number of characters replaced
 * @returns the document; the same one where it has no control characters
 */
export function replaceControls(
  document: SourceDocument,
  report: (diagnostic: Diagnostic) => void,
): SourceDocument {
  // A clean text may have Unicode's separators, which plain text knows as line breaks.
  if (document.isClean === true && document.format !== 'markdown') return document;
  let count = 0;
  const replaced = (text: string): string =>
    possibleControls.test(text)
      ? text.replace(controls, () => {
          count += 1;
          return ' ';
        })
      : text;
  const broken = withLineBreaks(document.text, document.format);
  const text = document.isClean === true ? broken : replaced(broken);
  const blocks = document.blocks?.map((block) => mapText(block, replaced));
  if (count === 0) return text === document.text ? document : { ...document, text };
  const { path: file } = document.provenance;
  report({ rule: 'text-controls', severity: 'warning', file, values: { count } });
  return { ...document, text, ...(blocks === undefined ? {} : { blocks }) };
}
