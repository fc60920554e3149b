import type { Diagnostic } from '../../model/diagnostic.ts';
import { markupDiagnostics } from '../markup/parsed-markup.ts';
import { mayHaveMarkup, readMarkupIn } from '../markup/read-markup.ts';

/** The text of a record, in plain text or Markdown. */
interface PlainText {
  readonly text: string;
  readonly format: 'text' | 'markdown';
}

/** The text of a record after the markup of other programs in it was read. */
export interface RecordMarkup extends PlainText {
  /** Whether all its letters were lost before it came here. */
  readonly isLost: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the markup of other programs in the text of a record, which is one article whatever it holds. */
export function recordMarkup(
  { text, format }: PlainText,
  at: { readonly file: string; readonly line: number },
): RecordMarkup {
  if (!mayHaveMarkup(text)) return { text, format, isLost: false, diagnostics: [] };
  const read = readMarkupIn(text, format, false);
  const [first] = read.texts;
  const isLost = read.unreadable !== undefined || read.lost?.isWhole === true;
  const diagnostics = markupDiagnostics(read, at, at.line);
  return { text: first.text, format: first.format, isLost, diagnostics };
}
