import { parseEdtf } from '../calendar/edtf.ts';
import { isWebUrl } from '../sources/metadata-forms.ts';
import { filledMetadata, type SeedMetadata } from './imported-article.ts';
import { readDate } from './read-date.ts';
import { isXmlElement, type XmlElement, xmlAt, xmlBelow, xmlWords } from './xml-tree.ts';

const unique = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== '')),
];

/** Returns the date of an element: its `when` (TEI, att.datable), else its words. */
export function teiDate(date: XmlElement | undefined): string | undefined {
  if (date === undefined) return undefined;
  const when = date.attributes.get('when') ?? date.attributes.get('when-iso');
  const [from, to] = ['from', 'to'].map((name) => date.attributes.get(name));
  const exact = when ?? (from !== undefined && from === to ? from : undefined);
  const edtf = exact === undefined ? undefined : parseEdtf(exact.trim().slice(0, 10))?.edtf;
  return edtf ?? readDate(xmlWords(date));
}

/** Returns the first date below some elements, in their order. */
function firstDate(elements: readonly (XmlElement | undefined)[]): string | undefined {
  for (const element of elements) {
    if (element === undefined) continue;
    for (const date of xmlBelow(element, 'date')) {
      // Other calendars are given beside the Gregorian one.
      const calendar = date.attributes.get('calendar') ?? '';
      if (/hijri|islam|jul|ottoman|mali/i.test(calendar) && !date.attributes.has('when')) continue;
      const read = teiDate(date);
      if (read !== undefined) return read;
    }
  }
  return undefined;
}

/** Returns a name; its parts may touch each other in the file. */
const nameOf = (element: XmlElement): string =>
  element.children.map(xmlWords).join(' ').replace(/\s+/g, ' ').trim();

/** Returns the names in an element: those that are marked, else its text. */
const namesIn = (element: XmlElement): readonly string[] => {
  const marked = ['persName', 'name'].flatMap((name) => [...xmlBelow(element, name)].map(nameOf));
  return marked.length > 0 ? marked : [xmlWords(element)];
};

/** Returns the authors below an element. */
export const teiAuthors = (element: XmlElement | undefined): readonly string[] =>
  element === undefined ? [] : unique([...xmlBelow(element, 'author')].flatMap(namesIn));

/** Returns the first title of a kind, else the first of all. */
function titleIn(element: XmlElement | undefined, levels: readonly string[]): string {
  const titles = element === undefined ? [] : [...xmlBelow(element, 'title')];
  const isSub = (title: XmlElement): boolean => title.attributes.get('type') === 'sub';
  const named = levels.flatMap((level) =>
    titles.filter((title) => title.attributes.get('level') === level),
  );
  return (
    [...named, ...titles]
      .filter((title) => !isSub(title))
      .map(xmlWords)
      .find((title) => title !== '') ?? ''
  );
}

/** Returns the number of an issue, a volume or a page in a bibliographic description. */
function unitIn(description: XmlElement | undefined, unit: string): string {
  if (description === undefined) return '';
  const scope = [...xmlBelow(description, 'biblScope')].find(
    (one) => one.attributes.get('unit') === unit,
  );
  return scope === undefined
    ? ''
    : xmlWords(scope) || (scope.attributes.get('n') ?? scope.attributes.get('from') ?? '');
}

/** What the header of a TEI document says. */
export interface TeiHeader {
  readonly title: string;
  readonly url: string | undefined;
  readonly metadata: SeedMetadata;
}

/** Reads the header of a TEI document: title, authors, source, date, number, page, rights, keywords. */
export function teiHeader(header: XmlElement | undefined): TeiHeader {
  const file = xmlAt(header, 'fileDesc');
  const titles = xmlAt(file, 'titleStmt');
  const published = xmlAt(file, 'publicationStmt');
  const source = xmlAt(file, 'sourceDesc');
  const series = xmlAt(file, 'seriesStmt');
  const profile = xmlAt(header, 'profileDesc');
  const bibliography =
    source === undefined ? [] : [...xmlBelow(source, 'biblStruct'), ...xmlBelow(source, 'bibl')];
  const [description] = bibliography;
  const imprints = description === undefined ? [] : [...xmlBelow(description, 'imprint')];
  const publisher = published === undefined ? undefined : [...xmlBelow(published, 'publisher')][0];
  const identifiers = [file, published].flatMap((one) =>
    one === undefined ? [] : [...xmlBelow(one, 'idno')],
  );
  const url = identifiers.map(xmlWords).find(isWebUrl);
  const keywords = profile === undefined ? [] : [...xmlBelow(profile, 'keywords')];
  const terms = keywords.flatMap((one) => [...xmlBelow(one, 'term'), ...xmlBelow(one, 'item')]);
  const abstract = profile === undefined ? undefined : [...xmlBelow(profile, 'abstract')][0];
  const rights =
    published === undefined
      ? undefined
      : ([...xmlBelow(published, 'licence')][0] ?? xmlAt(published, 'availability'));
  return {
    title: titleIn(titles, ['a']),
    url,
    metadata: filledMetadata({
      standfirst: abstract === undefined ? '' : xmlWords(abstract),
      authors: teiAuthors(titles),
      date: firstDate([...imprints, source, xmlAt(profile, 'creation'), published]),
      source:
        titleIn(description, ['j', 'm']) ||
        titleIn(series, ['s', 'j']) ||
        (publisher === undefined ? '' : xmlWords(publisher)),
      issue: unitIn(description, 'issue'),
      page: unitIn(description, 'page'),
      topics: unique(terms.map(xmlWords)),
      url,
      rights: rights === undefined ? '' : xmlWords(rights).slice(0, 300),
    }),
  };
}

/** Reads what the beginning of an article says of itself: byline, dateline, dates. */
export function teiArticleMetadata(article: XmlElement): SeedMetadata {
  const own = article.children.filter(isXmlElement);
  const lines = own.filter(({ name }) =>
    /^(?:byline|docAuthor|dateline|opener|closer|docDate)$/.test(name),
  );
  const names = lines
    .filter(({ name }) => name === 'byline' || name === 'docAuthor')
    .flatMap((line) => {
      const marked = ['persName', 'docAuthor', 'name'].flatMap((name) =>
        [...xmlBelow(line, name)].map(nameOf),
      );
      return line.name === 'docAuthor' ? [xmlWords(line)] : marked;
    });
  const bibliographic = own.find((one) => one.name === 'bibl' || one.name === 'biblStruct');
  return filledMetadata({
    authors: unique([...names, ...teiAuthors(bibliographic)]),
    date: firstDate(lines),
  });
}
