import fc from 'fast-check';
import { encodeArticle } from '../../src/catalogue/article-bytes.ts';
import { changeLog, noChangeLog } from '../../src/catalogue/changes.ts';
import { resolveConflicts } from '../../src/catalogue/conflicts.ts';
import type { Catalogue } from '../../src/catalogue/database.ts';
import { documentWriter } from '../../src/catalogue/documents.ts';
import { rebuildKeywords } from '../../src/catalogue/keyword-table.ts';
import { openCatalogue } from '../../src/catalogue/open.ts';
import type { CompiledDocument, TermName } from '../../src/model/document.ts';
import type { Entry } from '../../src/model/page.ts';
import { removeFolder, temporaryFolder } from './temporary-folder.ts';

/** What a test says of a document; all else follows from it. */
export interface Sketch {
  readonly seed: string;
  readonly ordinal: number;
  readonly id: string;
  readonly outputPath: string;
  /** −YYYYMMDD; 0 where undated. */
  readonly sortKey: number;
  readonly terms: readonly TermName[];
  readonly keywords: readonly number[];
  /** Without it the title follows from id and seed. */
  readonly title?: string;
  readonly signature?: string | undefined;
  /** Other members of its entry. */
  readonly entry?: Partial<Entry>;
}

const term = fc.record<TermName>({
  kind: fc.constantFrom('source', 'author'),
  slug: fc.constantFrom('الشروق', 'البيان', 'ليلى'),
  name: fc.constantFrom('الشروق', 'الشَّروق', 'البيان', 'ليلى'),
});

/** Few ids, places and dates, so that documents meet. */
export const sketch: fc.Arbitrary<Sketch> = fc.record({
  seed: fc.constantFrom('a.txt', 'b.txt', 'c/d.txt', 'ز.jsonl'),
  ordinal: fc.integer({ min: 0, max: 3 }),
  id: fc.constantFrom('one', 'two', 'three', 'four', 'five'),
  outputPath: fc.constantFrom(
    'articles/1.html',
    'articles/2.html',
    'articles/A.html',
    'articles/a.html',
  ),
  sortKey: fc.constantFrom(0, -20150721, -20150722, -20150700, -20160101, -19991231),
  terms: fc.uniqueArray(term, { selector: ({ kind, slug }) => `${kind} ${slug}`, maxLength: 3 }),
  keywords: fc.uniqueArray(fc.integer({ min: -3, max: 3 }), { maxLength: 4 }),
});

/** Returns a document as reading gives it. */
export function documentOf(sketched: Sketch): CompiledDocument {
  const {
    seed,
    ordinal,
    id,
    outputPath,
    sortKey,
    terms,
    keywords,
    title = `${id} ${seed}`,
    signature,
  } = sketched;
  const words = keywords.map((key) => ({ key, word: `كلمة ${key}` }));
  const listed = { id, outputPath, title, description: '', readingMinutes: 1 };
  const entry = { ...listed, ...sketched.entry };
  return {
    ...{ seed, ordinal, contentHash: `${id} ${outputPath} ${sortKey}` },
    article: {
      ...{ id, outputPath, pathKey: outputPath.toLowerCase(), sortKey, refused: false },
      identity: { hash: id.padEnd(32, '0'), isWithheld: false },
      aliases: [],
      sections: { recovered: 0, marked: 0, editor: 0 },
      words: 0,
      entry: JSON.stringify(entry),
      fragments: '',
      article: encodeArticle({
        ...{ ...listed, titleDerived: false, descriptionDerived: true, metadata: {} },
        ...{ inferred: [], terms, keywords: words, lead: [], sections: [], paragraphsRecovered: 0 },
        provenance: { path: seed, encoding: 'utf-8', sha256: '00', bytes: 1 },
        words: 0,
      }),
      ...{
        terms,
        keywords,
        signature,
        original: undefined,
        headings: undefined,
        references: undefined,
        origins: undefined,
        modified: undefined,
      },
    },
    diagnostics: [],
  };
}

/** Calls `use` with a catalogue of its own, which is gone afterwards. */
export function withCatalogue<T>(use: (catalogue: Catalogue) => T): T {
  const folder = temporaryFolder();
  const catalogue = openCatalogue(folder);
  try {
    return use(catalogue);
  } finally {
    catalogue.close();
    // A property calls this some hundred times within one test.
    removeFolder(folder);
  }
}

/** Puts documents into a catalogue, one after another, and settles who has which place. */
export function putAll(
  catalogue: Catalogue,
  sketches: readonly Sketch[],
  { tracked = false } = {},
): void {
  const writer = documentWriter(catalogue, tracked ? changeLog(catalogue) : noChangeLog);
  for (const one of sketches) writer.put(documentOf(one));
  resolveConflicts(catalogue, writer, (seed) => seed);
  if (!tracked) rebuildKeywords(catalogue);
}

/** Takes documents out of a catalogue again. */
export function dropAll(catalogue: Catalogue, seeds: readonly string[]): void {
  const writer = documentWriter(catalogue, changeLog(catalogue));
  for (const seed of seeds) writer.drop(seed);
  resolveConflicts(catalogue, writer, (seed) => seed);
}

/** The archive as tables that can be compared, whatever numbers its rows have. */
export function archiveRows(catalogue: Catalogue): unknown {
  const rows = (sql: string): unknown => catalogue.prepare(sql).all();
  return {
    documents: rows(
      'SELECT seed, ordinal, id, output_path AS outputPath, sort_key, accepted, entry FROM documents ORDER BY seed, ordinal',
    ),
    terms: rows(
      'SELECT kind, slug, sort_key, id, name FROM terms ORDER BY kind, slug, sort_key, id',
    ),
    keywords: rows(
      'SELECT keyword, id FROM keywords JOIN documents USING (doc) ORDER BY keyword, id',
    ),
    diagnostics: rows(
      'SELECT seed, ordinal, stage, rule, diagnostic FROM diagnostics ORDER BY seed, ordinal, stage, n',
    ),
  };
}
