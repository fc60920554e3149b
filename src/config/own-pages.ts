import { toArticle } from '../article/to-article.ts';
import { asciiDigits } from '../calendar/edtf.ts';
import type { Block } from '../model/block.ts';
import { compareCodePoints } from '../model/code-points.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { type OwnPage, ownPagesFolder } from '../model/own-page.ts';
import { holdingMarks } from '../model/publication.ts';
import type { Destination, Reference } from '../model/reference.ts';
import type { Format } from '../sources/format.ts';
import { markdown } from '../sources/formats/markdown.ts';
import { type RawFile, readDocument } from '../sources/read-document.ts';
import type { YamlMap, YamlValue } from '../sources/yaml/read-yaml.ts';

/** Words that keep a page out of the menu. */
const noWords: readonly YamlValue[] = ['false', 'no', 'off', 'لا'];

/** What a page says of the menu. */
interface MenuKeys {
  readonly menu?: string | false;
  readonly order?: number;
}

/** Returns what the front matter says of the menu, and the map without it. */
function takeMenuKeys(
  map: YamlMap,
  file: string,
): {
  readonly keys: MenuKeys;
  readonly rest: YamlMap;
  readonly diagnostics: readonly Diagnostic[];
} {
  const rest = new Map(map);
  const diagnostics: Diagnostic[] = [];
  let keys: MenuKeys = {};
  for (const [key, { value, line }] of map) {
    if (!['menu', 'order', 'weight'].includes(key)) continue;
    rest.delete(key);
    const text = typeof value === 'string' ? asciiDigits(value.trim()) : '';
    const number = /^-?\d{1,6}$/.test(text) ? Number(text) : undefined;
    if (key === 'menu' && text !== '') {
      keys = { ...keys, menu: noWords.includes(text.toLowerCase()) ? false : (value as string) };
    } else if (key !== 'menu' && number !== undefined) {
      keys = { ...keys, order: number };
    } else {
      const values = { key, value: text, expected: key === 'menu' ? 'عن الأرشيف, no' : '1, 2, 3' };
      diagnostics.push({ rule: 'own-page-value', severity: 'warning', file, line, values });
    }
  }
  return { keys, rest, diagnostics };
}

/** Returns the path from the folder of own pages; undefined where it leads out of the archive. */
function outputPathOf(path: string): string | undefined {
  const names = path.startsWith('/') ? [] : [ownPagesFolder];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  const outputPath = names.join('/');
  return outputPath === '' || path.endsWith('/')
    ? `${outputPath}${outputPath === '' ? '' : '/'}index.html`
    : outputPath;
}

/** Returns where a link of an own page leads: to another one by its file, or to a path in `dist/`. */
function destinationOf({ kind, href }: Reference, paths: ReadonlyMap<string, string>): Destination {
  if (kind === 'url') return 'as-written';
  const [, written = '', , hash = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  const [path, fragment] = [written, hash].map(decoded);
  if (path === undefined || fragment === undefined) return 'as-written';
  const name = path
    .replace(/^(?:\.\/)?(?:\/?pages\/)?/, '')
    .replace(/\.(?:md|markdown|html)$/i, '');
  const outputPath = paths.get(name) ?? outputPathOf(path);
  return outputPath === undefined ? 'nothing' : { outputPath, fragment };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text;
  }
}

/** A page before the names of the other pages are known. */
interface ReadPage {
  readonly file: string;
  readonly page: Omit<OwnPage, 'links'>;
  readonly references: readonly Reference[];
}

/** Returns blocks without the fragment ids that number the paragraphs of an article. */
const withoutNumbers = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) => {
    if (block.kind !== 'paragraph') return block;
    const { id: _, ...paragraph } = block;
    return paragraph;
  });

/** Reads one page; undefined where it has no text. */
function readOwnPage({ path, bytes }: RawFile): Outcome<ReadPage | undefined> {
  const diagnostics: Diagnostic[] = [];
  let keys: MenuKeys = {};
  const format: Format = {
    ...markdown,
    parse(text, file) {
      const parsed = markdown.parse(text, file);
      const [document] = parsed.documents;
      const taken = takeMenuKeys(document.metadata ?? new Map(), file);
      keys = taken.keys;
      diagnostics.push(...taken.diagnostics);
      const metadata = document.metadata === undefined ? undefined : taken.rest;
      return { ...parsed, documents: [{ ...document, metadata }] };
    },
  };
  // An own page has no download, so its hash is not needed.
  const read = readDocument({ path, bytes }, () => '', [format]);
  diagnostics.push(...read.diagnostics);
  if (read.value === undefined) return { value: undefined, diagnostics };
  const made = toArticle(read.value, {
    permalink: `${ownPagesFolder}/{id}.html`,
    recovery: { headings: 'off', paragraphs: false, metadata: false },
    authority: [],
    downloads: [],
  });
  // The title may be all that a page has.
  diagnostics.push(...made.diagnostics.filter(({ rule }) => rule !== 'title-only'));
  const {
    title,
    description,
    outputPath,
    lead,
    sections,
    metadata,
    references = [],
  } = made.value.article;
  const marks = holdingMarks(read.value.metadata.publication);
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .normalize('NFC');
  const { language, withdrawn } = metadata;
  const page = {
    ...{ name, outputPath, title, description },
    lead: withoutNumbers(lead),
    sections: sections.map((section) => ({ ...section, blocks: withoutNumbers(section.blocks) })),
    ...(language === undefined ? {} : { language }),
    menu: keys.menu ?? title,
    order: keys.order ?? 0,
    ...(marks === undefined ? {} : { marks }),
  };
  return withdrawn === undefined
    ? { value: { file: path, page, references }, diagnostics }
    : { value: undefined, diagnostics };
}

/**
 * Reads the site's own pages.
 *
 * @param files the Markdown files of `pages/`, in any order
 * @returns the pages in the order of the menu. A page whose address another one has is left out, with an error
 */
export function readOwnPages(files: readonly RawFile[]): Outcome<readonly OwnPage[]> {
  const diagnostics: Diagnostic[] = [];
  const pages = new Map<string, ReadPage>();
  for (const file of files.toSorted((a, b) => compareCodePoints(a.path, b.path))) {
    const { value, diagnostics: found } = readOwnPage(file);
    diagnostics.push(...found);
    if (value === undefined) continue;
    const { outputPath } = value.page;
    const other = pages.get(outputPath.toLowerCase());
    if (other === undefined) {
      pages.set(outputPath.toLowerCase(), value);
      continue;
    }
    const values = { url: outputPath, other: other.file };
    diagnostics.push({ rule: 'own-page-twice', severity: 'error', file: file.path, values });
  }
  const read = [...pages.values()];
  const paths = new Map(read.map(({ page }) => [page.name, page.outputPath]));
  const value = read
    .map(({ page, references }) => ({
      ...page,
      links: references.map((reference) => ({
        href: reference.href,
        destination: destinationOf(reference, paths),
      })),
    }))
    .sort((a, b) => a.order - b.order || compareCodePoints(a.name, b.name));
  return { value, diagnostics };
}
