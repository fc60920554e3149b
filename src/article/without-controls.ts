import type { SourceDocument } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** All of C0 and C1 but tab, line feed and carriage return; noncharacters. */
const controls = /[[\p{Cc}\p{Noncharacter_Code_Point}]--[\t\n\r]]/gv;

/**
 * What may be a control character: C0 and C1, noncharacters of the basic plane, and all surrogate
 * pairs, as the others are among them. Without Unicode's tables a text is scanned ten times faster.
 */
const maybeControls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/**
 * Control characters have no place in HTML (WHATWG 13.2.3.5). Each becomes a space, not nothing, so
 * that what they parted stays parted. Returns the document that an article is made of.
 */
export function withoutControls(
  document: SourceDocument,
  report: (diagnostic: Diagnostic) => void,
): SourceDocument {
  if (document.isClean === true || !maybeControls.test(document.text)) return document;
  let count = 0;
  const text = document.text.replace(controls, () => {
    count += 1;
    return ' ';
  });
  if (count === 0) return document;
  const { path: file } = document.provenance;
  report({ rule: 'text-controls', severity: 'warning', file, values: { count } });
  return { ...document, text };
}
