import type { Article } from '../model/article.ts';
import type { PlainDate } from '../model/date.ts';
import type { CitationFile } from '../model/page.ts';

/** What of an article a bibliography holds. */
export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly source: string | undefined;
  readonly date: PlainDate | undefined;
  readonly issue: string | undefined;
  readonly page: string | undefined;
  /** Where it can be read: its page in the archive, where that is known, else where it first was. */
  readonly url: string | undefined;
  readonly language: string;
}

/**
 * Returns what is cited of an article.
 *
 * @param permalink address of its page, where the archive's own is known
 * @param language of the article
 */
export function citationOf(
  { id, title, metadata }: Article,
  permalink: string | undefined,
  language: string,
): Citation {
  const { authors = [], source, date, issue, page, url } = metadata;
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

/** The date as ISO 8601 has it, without EDTF's qualifiers. */
const plain = ({ edtf }: PlainDate): string => edtf.replace(/[?~%]$/, '');

/** Returns a citation for BibLaTeX, which reads dates and Unicode as they are. */
export function bibtex({
  id,
  title,
  authors,
  source,
  date,
  issue,
  page,
  url,
  language,
}: Citation): string {
  const fields = filled([
    // Braces keep a name whole and a title's capitals.
    ['author', authors.map((name) => `{${tex(name)}}`).join(' and ')],
    ['title', `{${tex(title)}}`],
    ['journaltitle', source && tex(source)],
    ['date', date?.edtf],
    ['number', issue && tex(issue)],
    ['pages', page && tex(page)],
    ['url', url],
    ['langid', language.startsWith('ar') ? 'arabic' : undefined],
    ['entrysubtype', 'newspaper'],
  ]);
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@article{${id},\n${lines.join('')}}\n`;
}

/** Returns a citation in the RIS format, as Zotero and EndNote read newspaper articles. */
export function ris({
  title,
  authors,
  source,
  date,
  issue,
  page,
  url,
  language,
}: Citation): string {
  const parts = date === undefined ? [] : plain(date).split('-');
  const fields = filled([
    ['TY', 'NEWS'],
    ...authors.map((name) => ['AU', name] as const),
    ['TI', title],
    ['T2', source],
    ['PY', parts[0]],
    ['DA', date === undefined ? undefined : `${[0, 1, 2].map((i) => parts[i] ?? '').join('/')}/`],
    ['IS', issue],
    ['SP', page],
    ['LA', language],
    ['UR', url],
  ]);
  // The last line has a blank after its hyphen too; without it some programs wait for more.
  return `${[...fields.map(([tag, value]) => `${tag}  - ${value}`), 'ER  - '].join('\r\n')}\r\n`;
}

/** Returns a citation as CSL-JSON 1.0, a list of one. */
export function cslJson({
  id,
  title,
  authors,
  source,
  date,
  issue,
  page,
  url,
  language,
}: Citation): string {
  const item = {
    ...{ id, type: 'article-newspaper', title },
    author: authors.length === 0 ? undefined : authors.map((literal) => ({ literal })),
    'container-title': source,
    issued: date && {
      'date-parts': [plain(date).split('-').map(Number)],
      circa: date.approximate || date.uncertain || undefined,
    },
    ...{ issue, page, language, URL: url },
  };
  return `${JSON.stringify([item])}\n`;
}

/** A file that stands in the page itself: it can be saved from a disk, and no page needs three more files. */
const fileOf = (name: string, type: string, content: string): CitationFile => ({
  name,
  href: `data:${type};charset=utf-8;base64,${Buffer.from(content).toString('base64')}`,
});

/** Returns the files by which programs that keep bibliographies take a citation. */
export const citationFiles = (citation: Citation): readonly CitationFile[] => [
  fileOf(`${citation.id}.bib`, 'application/x-bibtex', bibtex(citation)),
  fileOf(`${citation.id}.ris`, 'application/x-research-info-systems', ris(citation)),
  fileOf(`${citation.id}.json`, 'application/vnd.citationstyles.csl+json', cslJson(citation)),
];
