import { machineDate } from '../arabic/dates.ts';
import type { Article } from '../model/article.ts';
import type { Citation, CitationFile } from '../model/citation.ts';
import { certainMetadata } from './certain-metadata.ts';

/**
 * Returns what is cited of an article.
 *
 * @param permalink address of its page, where the archive's own is known
 * @param language of the article
 */
export function citationOf(
  article: Article,
  permalink: string | undefined,
  language: string,
): Citation {
  const { id, title } = article;
  const { authors = [], source, date, issue, page, url } = certainMetadata(article);
  return {
    ...{ id, title, authors, source, date, issue, page },
    url: permalink ?? url,
    language,
  };
}

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

type Fields = readonly (readonly [name: string, value: string | undefined])[];

const filled = (fields: Fields): (readonly [string, string])[] =>
  fields.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]));

/** Returns a citation for BibLaTeX, which reads dates and Unicode as they are. */
export function bibtex(cited: Citation): string {
  const { id, source, issue, page } = cited;
  const fields = filled([
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

/** Returns a citation in the RIS format, as Zotero and EndNote read newspaper articles. */
export function ris(cited: Citation): string {
  const [year, month = '', day = ''] = cited.date ? machineDate(cited.date).split('-') : [];
  const fields = filled([
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

/** Returns a citation as CSL-JSON 1.0, a list of one. */
export function cslJson(cited: Citation): string {
  const { id, title, authors, date, issue, page, language } = cited;
  const item = {
    ...{ id, type: 'article-newspaper', title },
    author: authors.length === 0 ? undefined : authors.map((literal) => ({ literal })),
    'container-title': cited.source,
    issued: date && {
      'date-parts': [machineDate(date).split('-').map(Number)],
      circa: date.approximate || date.uncertain || undefined,
    },
    ...{ issue, page, language, URL: cited.url },
  };
  return `${JSON.stringify([item])}\n`;
}

/** Returns the files by which programs that keep bibliographies take a citation. */
export function citationFiles(cited: Citation): readonly CitationFile[] {
  /** It can be saved from a disk, and no page needs three more files beside it. */
  const file = (format: string, end: string, type: string, content: string): CitationFile => ({
    format,
    name: `${cited.id}.${end}`,
    href: `data:${type};charset=utf-8;base64,${Buffer.from(content).toString('base64')}`,
  });
  return [
    file('BibTeX', 'bib', 'application/x-bibtex', bibtex(cited)),
    file('RIS', 'ris', 'application/x-research-info-systems', ris(cited)),
    file('CSL-JSON', 'json', 'application/vnd.citationstyles.csl+json', cslJson(cited)),
  ];
}
