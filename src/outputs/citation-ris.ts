import { machineDate } from '../calendar/dates.ts';
import type { Citation } from '../model/citation.ts';
import { archiveVersion, type CitationFormat, filledFields } from './citation-format.ts';
import { doiOf, otherIdentifiers } from './identifiers.ts';

/** Returns a citation in RIS, with the fields that Zotero and EndNote read for newspaper articles. */
export function ris(citation: Citation): string {
  const [year, month = '', day = ''] = citation.date ? machineDate(citation.date).split('-') : [];
  const fields = filledFields([
    ['TY', 'NEWS'],
    ...citation.authors.map((name) => ['AU', name] as const),
    ['TI', citation.title],
    ['T2', citation.source],
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}/`],
    ['VL', citation.volume],
    ['IS', citation.issue],
    ['SP', citation.page],
    ['LA', citation.language],
    ['DO', doiOf(citation.identifiers)],
    ['AN', otherIdentifiers(citation.identifiers)],
    ['DB', archiveVersion(citation)],
    ['UR', citation.url],
  ]);
  // The last line needs the space after its hyphen: without it some programs do not end the record.
  return `${[...fields.map(([tag, value]) => `${tag}  - ${value}`), 'ER  - '].join('\r\n')}\r\n`;
}

/** RIS, for Zotero and EndNote. */
export const risFormat: CitationFormat = {
  format: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  content: ris,
};
