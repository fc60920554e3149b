import type { BlockContent } from 'mdast';
import type { Diagnostic } from '../model/diagnostic.ts';
import { blocksBody } from './html-body.ts';
import { filledMetadata, type ImportedArticle, type ImportResult } from './imported-article.ts';
import { oldAliases } from './old-aliases.ts';
import { teiBlocks } from './tei-blocks.ts';
import { type TeiHeader, teiArticleMetadata, teiHeader } from './tei-header.ts';
import { isXmlElement, type XmlElement, xmlAt, xmlBelow, xmlWords } from './xml-tree.ts';

/** A text that may be a division of an article, with the head of the section around it. */
interface Division {
  readonly element: XmlElement;
  readonly section: string;
  /** Number of the page on which it begins; empty where none is marked before it. */
  readonly page: string;
}

const isDivision = ({ name }: XmlElement): boolean => /^div[0-7]?$/.test(name);

/** Tells whether a division is an article by its type: `article`, or an `item` of another kind. */
const isArticle = ({ attributes }: XmlElement): boolean =>
  attributes.get('subtype') !== 'masthead' && articleType.test(attributes.get('type') ?? '');

const articleType =
  /^(?:articles?|item|news-?item|newsarticle|news|story|editorial|report|letter|poem|interview|column|review|essay|obituary|advert(?:isement)?)$/i;

const headIn = ({ children }: XmlElement): XmlElement | undefined =>
  children.filter(isXmlElement).find(({ name }) => name === 'head');

/** Returns the head of a division, without its notes. */
function headOf(element: XmlElement): string {
  const head = headIn(element);
  if (head === undefined) return '';
  const children = head.children.filter((child) => !isXmlElement(child) || child.name !== 'note');
  // A line break separates words.
  const spaced = children.map((child) =>
    isXmlElement(child) && child.name === 'lb' ? ' ' : child,
  );
  return xmlWords({ ...head, children: spaced });
}

/** Returns the content of an article whose head is its title: the notes of the head stand before it. */
function withoutHead(element: XmlElement): readonly (XmlElement | string)[] {
  const head = headIn(element);
  const notes = head === undefined ? [] : [...xmlBelow(head, 'note')];
  const rest = element.children.filter((child) => child !== head);
  const isFilled = rest.some(
    (child) =>
      xmlWords(child) !== '' || (isXmlElement(child) && !xmlBelow(child, 'gap').next().done),
  );
  // Of an article of which only the head was transcribed, it is the text as well.
  return isFilled ? [...notes.map((note) => ({ ...note, name: 'p' })), ...rest] : element.children;
}

/** Returns the articles of a text, and the elements in which no article stands. */
function divisionsIn(text: XmlElement): {
  readonly articles: readonly Division[];
  readonly rest: readonly XmlElement[];
} {
  const articles: Division[] = [];
  const rest: XmlElement[] = [];
  const holds = (element: XmlElement): boolean =>
    element.children.some(
      (child) => isXmlElement(child) && ((isDivision(child) && isArticle(child)) || holds(child)),
    );
  let page = '';
  const turn = (pb: XmlElement): void => {
    if ((pb.attributes.get('ed') ?? 'print') === 'print')
      page = pb.attributes.get('n')?.trim() ?? page;
  };
  function walk(element: XmlElement, section: string): void {
    for (const child of element.children.filter(isXmlElement)) {
      if (child.name === 'pb') turn(child);
      if (isDivision(child) && isArticle(child)) articles.push({ element: child, section, page });
      else if (holds(child)) walk(child, isDivision(child) ? headOf(child) || section : section);
      else if (child.name !== 'head' || section === '') rest.push(child);
      if (!holds(child) || isArticle(child)) for (const pb of xmlBelow(child, 'pb')) turn(pb);
    }
  }
  walk(text, '');
  return { articles, rest };
}

/** Where a document was read. */
interface TeiSource {
  readonly file: string;
  readonly name: string;
}

const stemOf = (name: string): string =>
  (name.split('/').at(-1) ?? name).replace(/(?:\.TEIP5)?\.(?:xml|tei)(?:\.gz)?$/i, '');

/** Numbers of the articles of a document. */
interface Position {
  readonly number: number;
  readonly count: number;
}

function articleOf(
  nodes: readonly (XmlElement | string)[],
  { element, section, page }: Division,
  header: TeiHeader,
  { file, name }: TeiSource,
  { number, count }: Position,
): ImportResult {
  const { blocks, leftOut } = teiBlocks(nodes, count === 1 ? 1 : 0);
  const body = blocksBody(blocks as BlockContent[]);
  const at = { severity: 'warning', file } as const;
  if (body.body === '')
    return { excluded: 'empty', diagnostics: [{ ...at, rule: 'import-no-main-text', values: {} }] };
  const isOnly = count === 1;
  const own = teiArticleMetadata(element);
  const id = element.attributes.get('id');
  const { url } = header;
  const letters = leftOut.join('').replace(/\s+/g, '').length;
  const values = { letters, kinds: 'page', text: leftOut[0]?.slice(0, 80) ?? '' };
  const article: ImportedArticle = {
    key: isOnly ? (url ?? name) : `${url ?? name}#${id ?? number}`,
    url: isOnly ? url : undefined,
    names: isOnly
      ? [stemOf(name)]
      : [...(id === undefined ? [] : [`${stemOf(name)}-${id}`]), `${stemOf(name)}-${number}`],
    metadata: filledMetadata({
      ...header.metadata,
      title: isOnly ? header.title || headOf(element) : headOf(element),
      ...(section === '' ? {} : { section }),
      // Of an issue, the authors in the header are its editors.
      authors: own.authors ?? (isOnly ? header.metadata.authors : undefined),
      date: own.date ?? header.metadata.date,
      source: header.metadata.source ?? (isOnly ? undefined : header.title),
      standfirst: isOnly ? header.metadata.standfirst : undefined,
      page: isOnly ? header.metadata.page : page,
      aliases: isOnly ? oldAliases(url) : [],
    }),
    ...body,
  };
  return {
    article,
    diagnostics: letters === 0 ? [] : [{ ...at, rule: 'import-left-out', values }],
  };
}

/** Returns the diagnostic of words that stand in no article. */
function outside(elements: readonly XmlElement[], file: string): readonly Diagnostic[] {
  const texts = elements.map(xmlWords).filter((one) => one !== '');
  const letters = texts.join('').replace(/\s+/g, '').length;
  if (letters === 0) return [];
  const values = { letters, kinds: 'outside', text: texts[0]?.slice(0, 80) ?? '' };
  return [{ rule: 'import-left-out', severity: 'warning', file, values }];
}

/** Returns the articles of a document; a text without articles of its own is one. */
function* documentArticles(
  tei: XmlElement,
  source: TeiSource,
  offset: number,
): Generator<ImportResult> {
  const header = teiHeader(xmlAt(tei, 'teiHeader'));
  const text = xmlAt(tei, 'text');
  const at = { rule: 'import-no-main-text', severity: 'warning', file: source.file } as const;
  if (text === undefined || xmlWords(text) === '') {
    yield { excluded: 'empty', diagnostics: [{ ...at, values: {} }] };
    return;
  }
  const { articles, rest } = divisionsIn(text);
  if (articles.length === 0) {
    const body = xmlAt(text, 'body') ?? text;
    yield articleOf(text.children, { element: body, section: '', page: '' }, header, source, {
      number: offset + 1,
      count: 1,
    });
    return;
  }
  const count = articles.length + offset;
  for (const [i, division] of articles.entries()) {
    const { element } = division;
    // The only article of a file keeps its head as a heading; of several, the head is the title of each.
    const isTitled = count > 1 || header.title === '';
    const nodes = isTitled ? withoutHead(element) : element.children;
    const isLast = i === articles.length - 1;
    const result = articleOf(nodes, division, header, source, { number: offset + i + 1, count });
    yield isLast
      ? { ...result, diagnostics: [...result.diagnostics, ...outside(rest, source.file)] }
      : result;
  }
}

/** Returns the articles of parsed TEI: of a document, or of each document of a corpus. */
export function* teiArticles(
  roots: readonly XmlElement[],
  source: TeiSource,
): Generator<ImportResult> {
  const isTei = ({ name }: XmlElement): boolean => /^TEI(?:\.2)?$/.test(name);
  const documents = roots.flatMap((root) =>
    isTei(root) ? [root] : [...xmlBelow(root, 'TEI'), ...xmlBelow(root, 'TEI.2')],
  );
  const isCorpus = documents.length > 1;
  for (const [i, document] of documents.entries()) {
    const name = isCorpus
      ? `${source.name}#${document.attributes.get('id') ?? i + 1}`
      : source.name;
    yield* documentArticles(document, { ...source, name }, 0);
  }
}
