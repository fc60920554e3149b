import { htmlBlocks } from '../html/blocks.ts';
import { isOverHtmlLimits } from '../html/bounds.ts';
import { htmlLibraries } from '../html/libraries.ts';
import { blocksBody } from '../html/seed-body.ts';
import { isElement, textBelow, walkTree } from '../html/tree.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { OfficeFault } from '../sources/office/office-fault.ts';
import { type PackageParts, packageParts } from '../sources/office/package-parts.ts';
import { officeUnreadable } from '../sources/office/read-office.ts';
import { type EpubPackage, epubPackage, pathInPackage } from './epub-package.ts';
import { firstLine, withoutFirstLine } from './html-body.ts';
import { filledMetadata, type ImportedArticle, type ImportResult } from './imported-article.ts';
import { readDate } from './read-date.ts';

/** Fewest letters of a chapter: a cover and a page with a name have fewer. */
const minLetters = 40;

/** Returns the first heading of a chapter, else its `<title>`; empty where it has none. */
function chapterTitle(html: string): string {
  const { childNodes } = htmlLibraries().parseFragment(html);
  let title = '';
  for (const node of walkTree(childNodes)) {
    if (!isElement(node)) continue;
    if (/^h[1-3]$/.test(node.tagName)) return oneLine(textBelow(node.childNodes)) || title;
    if (node.tagName === 'title') title = oneLine(textBelow(node.childNodes));
  }
  return title;
}

const oneLine = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** Returns the inside of `<body>`; the whole text where there is none. */
const bodyOf = (html: string): string =>
  /<body\b[^>]*>([\s\S]*?)(?:<\/body>|$)/i.exec(html)?.[1] ?? html;

/** Returns the article of a chapter; an item without one where it has no text. */
function chapterItem(
  parts: PackageParts,
  { path, number }: { readonly path: string; readonly number: number },
  book: EpubPackage,
  { file, name }: { readonly file: string; readonly name: string },
): ImportResult {
  const part = parts.get(path);
  if (part === undefined) {
    const values = { name: path, reason: 'missing' };
    const diagnostic: Diagnostic = { rule: 'zip-entry', severity: 'error', file, values };
    return { excluded: 'other', diagnostics: [diagnostic] };
  }
  const html = new TextDecoder().decode(part);
  if (isOverHtmlLimits(html)) {
    const over = { rule: 'html-over-limits', severity: 'error', file, values: {} } as const;
    return { excluded: 'other', diagnostics: [over] };
  }
  const { blocks } = htmlBlocks(bodyOf(html), { base: undefined, lineEnds: 'space' });
  const title = chapterTitle(html);
  const hasTitle = title !== '' && oneLine(firstLine(blocks)) === title;
  const { body, format } = blocksBody(hasTitle ? withoutFirstLine(blocks) : blocks);
  const letters = body.match(/\p{L}/gu)?.length ?? 0;
  if (letters < minLetters && !body.includes('![')) return { excluded: 'empty', diagnostics: [] };
  const stem = name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const article: ImportedArticle = {
    key: `${name}#${path}`,
    url: undefined,
    names: [`${stem}-${number}`],
    metadata: filledMetadata({
      title: title || `${book.title} ${number}`.trim(),
      authors: book.creators,
      date: readDate(book.date),
      source: book.title,
      language: /^ar\b/i.test(book.language) ? '' : book.language,
    }),
    ...{ body, format },
    pictures(address) {
      const bytes = parts.get(pathInPackage(path, address));
      return bytes && { read: () => bytes };
    },
  };
  return { article, diagnostics: [] };
}

/**
 * Yields the articles of an EPUB: one for each chapter in the order of reading, without the list of contents and pages
 * without text. Never throws.
 *
 * @param source the file for diagnostics, and its path below the folder that is imported
 */
export async function* epubItems(
  bytes: Uint8Array,
  source: { readonly file: string; readonly name: string },
): AsyncGenerator<ImportResult> {
  try {
    const parts = await packageParts(bytes, () => true, true);
    const book = epubPackage(parts);
    for (const [i, { path, isContents }] of book.chapters.entries()) {
      if (isContents) yield { excluded: 'page', diagnostics: [] };
      else yield chapterItem(parts, { path, number: i + 1 }, book, source);
    }
  } catch (error) {
    if (!(error instanceof OfficeFault)) throw error;
    yield { diagnostics: [officeUnreadable(source.file, error)] };
  }
}
