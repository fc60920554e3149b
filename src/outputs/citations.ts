import type { Citation, CitationFile } from '../model/citation.ts';
import { bibtexFormat } from './citation-bibtex.ts';
import type { CitationFormat } from './citation-format.ts';

/** The citation formats that a page holds; the reader script makes RIS and CSL-JSON of the page's metadata. */
const citationFormats: readonly CitationFormat[] = [bibtexFormat];

/**
 * Returns a citation's files for reference managers, as `data:` URLs inside the page: they work from a disk, and an article
 * needs no more files. BibTeX alone keeps uncertain dates.
 */
export const citationFiles = (citation: Citation): readonly CitationFile[] =>
  citationFormats.map(({ format, extension, mediaType, content }) => ({
    format,
    name: `${citation.id}.${extension}`,
    href: `data:${mediaType};charset=utf-8;base64,${Buffer.from(content(citation)).toString('base64')}`,
  }));
