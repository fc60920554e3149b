import { machineDate } from '../calendar/dates.ts';
import type { Citation } from '../model/citation.ts';
import { type CitationFormat, filledFields } from './citation-format.ts';

/** Returns a citation in the RIS format, as Zotero and EndNote read newspaper articles. */
export function ris(cited: Citation): string {
  const [year, month = '', day = ''] = cited.date ? machineDate(cited.date).split('-') : [];
  const fields = filledFields([
    ['TY', 'NEWS'],
    ...cited.authors.map((name) => ['AU', name] as const),
    ['TI', cited.title],
    ['T2', cited.source],
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}/`],
    ['IS', cited.issue],
    ['SP', cited.page],
    ['LA', cited.language],
    ['UR', cited.url],
  ]);
  // The last line has a blank after its hyphen too; without it some programs wait for more.
  return `${[...fields.map(([tag, value]) => `${tag}  - ${value}`), 'ER  - '].join('\r\n')}\r\n`;
}

/** RIS, for Zotero and EndNote. */
export const risFormat: CitationFormat = {
  format: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  content: ris,
};
