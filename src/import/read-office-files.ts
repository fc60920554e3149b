import { maxOfficeBytes } from '../model/limits.ts';
import type { OfficeSplit } from '../sources/office/office-splits.ts';
import { readSeed } from '../sources/seed-file.ts';
import { epubItems } from './epub.ts';
import type { ImportSource } from './import-source.ts';
import type { ImportResult } from './imported-article.ts';
import { officeItems } from './office-items.ts';
import { withSoffice } from './soffice.ts';

/** The name of the part that holds a document with a password (MS-OFFCRYPTO, 1.3.1). */
const encryptedPart = Buffer.from('EncryptedPackage', 'utf16le');

/** Tells by its bytes whether a file is of Word before 2007 or rich text, whatever its ending. */
function isOldFormat(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isCompound = content.subarray(0, 4).toString('latin1') === '\xd0\xcf\x11\xe0';
  const isRichText = content.subarray(0, 5).toString('latin1') === '{\\rtf';
  return isRichText || (isCompound && !content.includes(encryptedPart));
}

/** Reads a Word file; one of Word before 2007 or of rich text is converted by LibreOffice first. */
export async function* readWord(
  { path, absolute, name }: ImportSource,
  split: OfficeSplit,
): AsyncGenerator<ImportResult> {
  const read = readSeed({ path, absolute }, maxOfficeBytes);
  const isOld = read.value !== undefined && isOldFormat(read.value);
  const { value: bytes, diagnostics } = isOld ? await withSoffice(absolute, path) : read;
  if (diagnostics.length > 0) yield { diagnostics };
  if (bytes !== undefined) yield* officeItems(bytes, path, name, split);
}

/** Reads the chapters of an EPUB. */
export async function* readEpub({
  path,
  absolute,
  name,
}: ImportSource): AsyncGenerator<ImportResult> {
  const { value: bytes, diagnostics } = readSeed({ path, absolute }, maxOfficeBytes);
  if (diagnostics.length > 0) yield { diagnostics };
  if (bytes !== undefined) yield* epubItems(bytes, { file: path, name });
}
