import type { SourceDocument } from '../../model/article.ts';
import type { Outcome } from '../../model/diagnostic.ts';
import type { HeadingSpan, ParagraphSpan, Structure } from '../../model/structure.ts';
import { moveStructure } from '../move-structure.ts';
import { type ArchiveRecovery, recoverStructure } from '../recover-structure.ts';
import type { ArticleHeader } from './article-header.ts';

/** Returns the lines of a text up to an offset, blank ones left out, as paragraphs. */
function lineParagraphs(text: string, end: number): readonly ParagraphSpan[] {
  const paragraphs: ParagraphSpan[] = [];
  for (const { 0: line, index } of text.slice(0, end).matchAll(/[^\n\r\u2028\u2029]+/g)) {
    if (line.trim() === '') continue;
    const start = index + line.length - line.trimStart().length;
    paragraphs.push({ start, end: index + line.trimEnd().length, origin: 'marked' });
  }
  return paragraphs;
}

/** Turns headings that are lines of the header (a byline, a section) into paragraphs. */
function withoutHeaderLines(
  structure: Structure,
  text: string,
  { headerLines }: ArticleHeader,
): Structure {
  if (headerLines.length === 0 || structure.headings.length === 0) return structure;
  const isHeader = ({ start, end }: HeadingSpan): boolean =>
    headerLines.includes(text.slice(start, end).trim());
  if (!structure.headings.some(isHeader)) return structure;
  const lines = structure.headings
    .filter(isHeader)
    .map(({ start, end }): ParagraphSpan => ({ start, end, origin: 'marked' }));
  return {
    ...structure,
    headings: structure.headings.filter((heading) => !isHeader(heading)),
    paragraphs: [...structure.paragraphs, ...lines].sort((a, b) => a.start - b.start),
  };
}

/** Tells whether the first line after an offset has a word: a row of signs means nothing without the lines above it. */
const beginsWithWords = (text: string, from: number): boolean =>
  /^\s*[^\n\r\u2028\u2029]*[\p{L}\p{N}][^\P{L}\u0640]/u.test(text.slice(from, from + 400));

/**
 * Returns the structure of a plain text whose header is known: the lines above the title are paragraphs, and none of
 * the header's lines is a heading.
 */
export function structureBelow(
  received: SourceDocument,
  header: ArticleHeader,
  recovery: ArchiveRecovery,
): Outcome<Structure> {
  const { text, metadata } = received;
  // A source that the header names is one too.
  const { source } = header.metadata;
  const document =
    source === undefined || source === metadata.source
      ? received
      : { ...received, metadata: { ...metadata, source } };
  // The title stands apart from the lines below it, which a narrow text would join to it.
  const titleStart = header.titled?.bodyStart ?? header.titleStart;
  if (titleStart === 0 || !beginsWithWords(text, titleStart) || metadata.headings !== undefined) {
    const { value, diagnostics } = recoverStructure(document, recovery);
    const isGiven = metadata.headings !== undefined;
    return { value: isGiven ? value : withoutHeaderLines(value, text, header), diagnostics };
  }
  const { value, diagnostics } = recoverStructure(
    { ...document, text: text.slice(titleStart) },
    recovery,
  );
  const below = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: span.start + titleStart,
    end: span.end + titleStart,
  });
  const structure = moveStructure(value, below, () => lineParagraphs(text, titleStart));
  return { value: withoutHeaderLines(structure, text, header), diagnostics };
}
