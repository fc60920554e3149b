import type { Citation, CitationFile } from '../model/citation.ts';
import { bibtexFormat } from './citation-bibtex.ts';
import { cslFormat } from './citation-csl.ts';
import type { CitationFormat } from './citation-format.ts';
import { risFormat } from './citation-ris.ts';

/** The formats of citations, in the order in which a page offers them. */
export const citationFormats: readonly CitationFormat[] = [bibtexFormat, risFormat, cslFormat];

/**
 * Returns the files by which programs that keep bibliographies take a citation. They stand in the page
 * itself: it can be saved from a disk, and no page needs three more files beside it.
 */
export const citationFiles = (cited: Citation): readonly CitationFile[] =>
  citationFormats.map(({ format, extension, mediaType, content }) => ({
    format,
    name: `${cited.id}.${extension}`,
    href: `data:${mediaType};charset=utf-8;base64,${Buffer.from(content(cited)).toString('base64')}`,
  }));
