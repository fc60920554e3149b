import type { Citation } from '../model/citation.ts';
import { type CitationFormat, filledFields } from './citation-format.ts';

/** Signs that mean something to TeX, as text. */
const texSigns: Readonly<Record<string, string>> = {
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
  text.replace(/[\\{}$&%#_~^]/g, (sign) => texSigns[sign] ?? '');

/** Returns a citation for BibLaTeX, which reads dates and Unicode as they are. */
export function bibtex(cited: Citation): string {
  const { id, source, issue, page } = cited;
  const fields = filledFields([
    // Braces keep a name whole and a title's capitals.
    ['author', cited.authors.map((name) => `{${tex(name)}}`).join(' and ')],
    ['title', `{${tex(cited.title)}}`],
    ['journaltitle', source && tex(source)],
    ['date', cited.date?.edtf],
    ['number', issue && tex(issue)],
    ['pages', page && tex(page)],
    ['url', cited.url],
    ['langid', cited.language.startsWith('ar') ? 'arabic' : undefined],
    ['entrysubtype', 'newspaper'],
  ]);
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@article{${id},\n${lines.join('')}}\n`;
}

/** BibTeX, as BibLaTeX reads it. */
export const bibtexFormat: CitationFormat = {
  format: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  content: bibtex,
};
