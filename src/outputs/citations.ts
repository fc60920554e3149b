import type { Citation, CitationFile } from '../model/citation.ts';
import { bibtexFormat } from './citation-bibtex.ts';
import { cslFormat } from './citation-csl.ts';
import type { CitationFormat } from './citation-format.ts';
import { risFormat } from './citation-ris.ts';

/** The citation formats, in the order in which a page shows them. */
export const citationFormats: readonly CitationFormat[] = [bibtexFormat, risFormat, cslFormat];

/**
 * Returns a citation's files for reference managers, as `data:` URLs inside the page: they work from a disk, and an article
 * needs no more files. A page holds BibTeX, which alone keeps uncertain dates; the reader script makes the other formats of the
 * page's metadata.
 */
export const citationFiles = (citation: Citation): readonly CitationFile[] =>
  citationFormats.slice(0, 1).map(({ format, extension, mediaType, content }) => ({
    format,
    name: `${citation.id}.${extension}`,
    href: `data:${mediaType};charset=utf-8;base64,${Buffer.from(content(citation)).toString('base64')}`,
  }));
