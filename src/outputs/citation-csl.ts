import { machineDate } from '../calendar/dates.ts';
import type { Citation } from '../model/citation.ts';
import type { CitationFormat } from './citation-format.ts';
import { doiOf, otherIdentifiers } from './identifiers.ts';

/** Returns a citation as CSL-JSON 1.0: a list of one item. */
export function cslJson(citation: Citation): string {
  const { id, title, authors, date, volume, issue, page, language, archive, version } = citation;
  const item = {
    ...{ id, type: 'article-newspaper', title },
    author: authors.length === 0 ? undefined : authors.map((literal) => ({ literal })),
    'container-title': citation.source,
    issued: date && {
      'date-parts': [machineDate(date).split('-').map(Number)],
      circa: date.approximate || date.uncertain || undefined,
    },
    ...{ volume, issue, page, language, archive, version, URL: citation.url },
    DOI: doiOf(citation.identifiers),
    note: otherIdentifiers(citation.identifiers),
  };
  return `${JSON.stringify([item])}\n`;
}

/** CSL-JSON, for programs that use the Citation Style Language. */
export const cslFormat: CitationFormat = {
  format: 'CSL-JSON',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  content: cslJson,
};
