import type { SeedBody } from '../../html/seed-body.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import { docxHtml } from './docx-html.ts';
import { odtHtml } from './odt-html.ts';
import { officeArticles } from './office-articles.ts';
import { OfficeFault } from './office-fault.ts';
import type { OfficeHtml, UnseenParts } from './office-html.ts';
import type { OfficeSplit } from './office-splits.ts';

/** What was read of a file of an office program. */
export interface OfficeText {
  readonly articles: readonly SeedBody[];
  /** Its pictures by the addresses that the texts have. */
  readonly pictures: OfficeHtml['pictures'];
  /** Whether the file holds comments, hidden text or deleted text, which its writers may not mean to publish. */
  readonly hasNotes: boolean;
}

/** Returns the diagnostic of a file that cannot be read. */
export const officeUnreadable = (file: string, { kind, message }: OfficeFault): Diagnostic => ({
  ...{ rule: 'office-unreadable', severity: 'error', file },
  // Of a file that cannot be unpacked the library's words say no more.
  values: { fault: kind, reason: kind === 'zip' ? '' : message },
});

/** Returns what is told of parts that are not in the text. */
function unseenReport({ missingPictures, ...letters }: UnseenParts, file: string) {
  const diagnostics: Diagnostic[] = [];
  if (Object.values(letters).some((count) => count > 0)) {
    const severity = letters.hidden > 0 ? 'warning' : 'info';
    diagnostics.push({ rule: 'office-unseen', severity, file, values: letters });
  }
  if (missingPictures > 0) {
    const values = { count: missingPictures };
    diagnostics.push({ rule: 'office-picture-missing', severity: 'warning', file, values });
  }
  return diagnostics;
}

/** Tells whether bytes are an OpenDocument package, whose first part names its type and is not packed. */
const isOpenDocument = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(30, 90))
    .toString('latin1')
    .startsWith('mimetypeapplication/vnd.oasis.opendocument');

/**
 * Reads a file of an office program: Word's (.docx) or OpenDocument's (.odt), told apart by looking. Never throws.
 *
 * @param split where a new article begins
 * @returns undefined, with an error, where it cannot be read or has no words
 */
export async function readOffice(
  bytes: Uint8Array,
  file: string,
  split?: OfficeSplit,
): Promise<Outcome<OfficeText | undefined>> {
  const diagnostics: Diagnostic[] = [];
  const at = { severity: 'warning', file } as const;
  try {
    const read = await (isOpenDocument(bytes) ? odtHtml : docxHtml)(bytes);
    const { bodies, isReduced } = officeArticles(read.html, split);
    if (isReduced) diagnostics.push({ ...at, rule: 'html-reduced', values: {} });
    if (read.hasMacros) diagnostics.push({ ...at, rule: 'office-macros', values: {} });
    if (read.leftOut.length > 0)
      diagnostics.push({
        ...{ rule: 'office-left-out', severity: 'warning', file },
        values: { elements: read.leftOut.slice(0, 10).join(', ') },
      });
    diagnostics.push(...unseenReport(read.unseen, file));
    const { hidden, deleted, comments } = read.unseen;
    const hasNotes = hidden + deleted + comments > 0;
    return { value: { articles: bodies, pictures: read.pictures, hasNotes }, diagnostics };
  } catch (error) {
    if (!(error instanceof OfficeFault)) throw error;
    return { value: undefined, diagnostics: [...diagnostics, officeUnreadable(file, error)] };
  }
}
