import type { Citation } from '../model/citation.ts';
import { type CitationFormat, filledFields } from './citation-format.ts';

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

/** Returns a citation for BibLaTeX, which reads EDTF dates and Unicode. */
export function bibtex(citation: Citation): string {
  const { id, source, issue, page } = citation;
  const fields = filledFields([
    // Braces keep names together and preserve capitals in titles.
    ['author', citation.authors.map((name) => `{${tex(name)}}`).join(' and ')],
    ['title', `{${tex(citation.title)}}`],
    ['journaltitle', source && tex(source)],
    ['date', citation.date?.edtf],
    ['number', issue && tex(issue)],
    ['pages', page && tex(page)],
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
