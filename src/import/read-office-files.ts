import { maxOfficeBytes } from '../model/limits.ts';
import type { OfficeSplit } from '../sources/office/office-splits.ts';
import { readSeed } from '../sources/seed-file.ts';
import { epubItems } from './epub.ts';
import type { ImportSource } from './import-source.ts';
import type { ImportResult } from './imported-article.ts';
import { officeItems } from './office-items.ts';
import { withSoffice } from './soffice.ts';

/** Reads a Word file; one of Word before 2007 or of rich text is converted by LibreOffice first. */
export async function* readWord(
  { path, absolute, name, isZip }: ImportSource,
  split: OfficeSplit,
): AsyncGenerator<ImportResult> {
  const isPackage = isZip || /\.(?:docx|docm|dotx|dotm|odt|ott)$/i.test(path);
  const { value: bytes, diagnostics } = isPackage
    ? readSeed({ path, absolute }, maxOfficeBytes)
    : await withSoffice(absolute, path);
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
