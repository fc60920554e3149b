import { parsedHtmlBlocks } from '../html/blocks.ts';
import { isOverHtmlLimits } from '../html/bounds.ts';
import { blocksBody } from '../html/seed-body.ts';
import { type HtmlNode, isElement, textBelow, walkTree } from '../html/tree.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { OfficeFault } from '../sources/office/office-fault.ts';
import { markFootnotes, withFootnotes } from '../sources/office/office-footnotes.ts';
import { type PackageParts, packageParts } from '../sources/office/package-parts.ts';
import { officeUnreadable } from '../sources/office/read-office.ts';
import { bodyNodes, chapterText, titleTag } from './chapter-text.ts';
import { takeChapterNotes } from './epub-notes.ts';
import { type EpubPackage, epubPackage, pathInPackage } from './epub-package.ts';
import { firstLine, withoutFirstLine } from './html-body.ts';
import { filledMetadata, type ImportedArticle, type ImportResult } from './imported-article.ts';
import { embeddedReport } from './left-out-report.ts';
import { readDate } from './read-date.ts';

/** Fewest letters of a chapter: a cover and a page with a name have fewer. */
const minLetters = 40;

/** Returns the first heading of a chapter; empty where it has none. */
function headingOf(nodes: readonly HtmlNode[]): string {
  for (const node of walkTree(nodes)) {
    if (isElement(node) && /^h[1-3]$/.test(node.tagName)) {
      const text = oneLine(textBelow(node.childNodes));
      if (text !== '') return text;
    }
  }
  return '';
}

const oneLine = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

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
  const { html, diagnostics } = chapterText(part, file);
  if (isOverHtmlLimits(html)) {
    const over = { rule: 'html-over-limits', severity: 'error', file, values: {} } as const;
    return { excluded: 'other', diagnostics: [over] };
  }
  const { nodes, notes } = takeChapterNotes(bodyNodes(html), (address) => {
    const other = parts.get(pathInPackage(path, address));
    const text = other === undefined ? '' : chapterText(other, file).html;
    return isOverHtmlLimits(text) ? [] : bodyNodes(text);
  });
  markFootnotes(nodes);
  const options = { base: undefined, lineEnds: 'space' } as const;
  const { blocks, embedded } = parsedHtmlBlocks(nodes, options);
  const named = titleTag(html);
  const title =
    headingOf(nodes) ||
    (book.labels.get(path) ?? '') ||
    (named === book.title ? '' : named) ||
    `${book.title} ${number}`.trim();
  const hasTitle = oneLine(firstLine(blocks)) === title;
  const noteTexts = new Map(
    [...notes].map(([id, note]) => [id, blocksBody(parsedHtmlBlocks(note, options).blocks).body]),
  );
  const written = blocksBody(hasTitle ? withoutFirstLine(blocks) : blocks);
  const { body, format } = withFootnotes(written, noteTexts);
  const letters = body.match(/\p{L}/gu)?.length ?? 0;
  if (letters < minLetters && !body.includes('![')) return { excluded: 'empty', diagnostics: [] };
  const stem = name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const article: ImportedArticle = {
    key: `${name}#${path}`,
    url: undefined,
    names: [`${stem}-${number}`],
    metadata: filledMetadata({
      title,
      authors: book.creators,
      date: readDate(book.date),
      source: book.title,
      topics: book.subjects,
      rights: book.rights,
      language: /^ar\b/i.test(book.language) ? '' : book.language,
    }),
    ...{ body, format },
    pictures(address) {
      const bytes = parts.get(pathInPackage(path, address));
      return bytes && { read: () => bytes };
    },
  };
  return { article, diagnostics: [...diagnostics, ...embeddedReport(embedded, file)] };
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
    if (book.isEncrypted) throw new OfficeFault('encrypted', 'META-INF/encryption.xml');
    for (const [i, { path, isContents }] of book.chapters.entries()) {
      if (isContents) yield { excluded: 'page', diagnostics: [] };
      else yield chapterItem(parts, { path, number: i + 1 }, book, source);
    }
  } catch (error) {
    if (!(error instanceof OfficeFault)) throw error;
    yield { diagnostics: [officeUnreadable(source.file, error)] };
  }
}
