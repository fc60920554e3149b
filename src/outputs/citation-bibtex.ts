import type { Citation } from '../model/citation.ts';
import { archiveVersion, type CitationFormat, filledFields } from './citation-format.ts';
import { doiOf, otherIdentifiers } from './identifiers.ts';

/** TeX's special characters, escaped. */
const texCharacters: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const tex = (text: string): string =>
  text.replace(/[\\{}$&%#_~^]/g, (character) => texCharacters[character] ?? '');

/** Returns a value that BibLaTeX reads as it is: only characters that would end or unbalance it are replaced. */
const verbatim = (text: string | undefined): string | undefined =>
  text?.replace(/[{}\\%]/g, (character) => encodeURIComponent(character));

/** Returns a citation for BibLaTeX, which reads EDTF dates and Unicode. */
export function bibtex(citation: Citation): string {
  const { id, source, volume, issue, page } = citation;
  const fields = filledFields([
    // Braces keep names together and preserve capitals in titles.
    ['author', citation.authors.map((name) => `{${tex(name)}}`).join(' and ')],
    ['title', `{${tex(citation.title)}}`],
    ['journaltitle', source && tex(source)],
    ['date', citation.date?.edtf],
    ['volume', volume && tex(volume)],
    ['number', issue && tex(issue)],
    ['pages', page && tex(page)],
    ['doi', verbatim(doiOf(citation.identifiers))],
    ['note', tex(otherIdentifiers(citation.identifiers) ?? '')],
    // Printed at the end of the reference.
    ['addendum', tex(archiveVersion(citation))],
    ['url', citation.url],
    ['langid', citation.language.startsWith('ar') ? 'arabic' : undefined],
    ['entrysubtype', 'newspaper'],
  ]);
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@article{${id},\n${lines.join('')}}\n`;
}

/** BibTeX in the dialect of BibLaTeX. */
export const bibtexFormat: CitationFormat = {
  format: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  content: bibtex,
};
