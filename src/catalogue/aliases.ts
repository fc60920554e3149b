import type { Diagnostic } from '../model/diagnostic.ts';
import { canBePage, pathKeyOf } from '../model/old-path.ts';
import { articleReader } from './article-store.ts';
import type { Catalogue } from './database.ts';
import { diagnosticWriter, removeStage, stages } from './diagnostics.ts';
import { seedRefName } from './report.ts';

/** Writes the aliases of documents. */
export interface AliasWriter {
  /** Adds output paths to the aliases of a document. */
  add(doc: number, outputPaths: readonly string[]): void;
  /** Removes all aliases of a document. */
  remove(doc: number): void;
}

/** Returns a writer of aliases. */
export function aliasWriter(catalogue: Catalogue): AliasWriter {
  const add = catalogue.prepare('INSERT OR IGNORE INTO aliases VALUES (?, ?, ?)');
  const remove = catalogue.prepare('DELETE FROM aliases WHERE doc = ?');
  return {
    add(doc, outputPaths) {
      for (const outputPath of outputPaths) add.run(pathKeyOf(outputPath), doc, outputPath);
    },
    remove: (doc) => void remove.run(doc),
  };
}

/** The rules by which aliases are granted. */
export interface AliasRules {
  /** Folder of the site on its host, with a slash at its end; empty at the root. Aliases in it lose it. */
  readonly siteFolder: string;
  /** Tells whether an output path is one that the archive needs itself. */
  readonly isReserved: (outputPath: string) => boolean;
  /** Whether a host's redirects are written, which answer also for paths that are no pages. */
  readonly hasHostRedirects: boolean;
  /** Returns the path of a seed as the user knows it. */
  readonly name: (seed: string) => string;
}

/** Fills the table of wanted aliases: those of the archive's articles, without an article's own path. */
function collectWanted(catalogue: Catalogue, siteFolder: string): void {
  const key = pathKeyOf(siteFolder);
  catalogue.exec(
    'CREATE TEMP TABLE wanted_aliases (path_key TEXT NOT NULL, output_path TEXT NOT NULL, doc INTEGER NOT NULL, seed TEXT NOT NULL, ordinal INTEGER NOT NULL)',
  );
  catalogue
    .prepare(
      `INSERT INTO wanted_aliases
        SELECT iif(in_folder, substr(path_key, ?1), path_key), iif(in_folder, substr(output_path, ?2), output_path), doc, seed, ordinal
        FROM (
          SELECT a.path_key, a.output_path, a.doc, d.seed, d.ordinal, d.path_key AS own,
            ?3 <> '' AND substr(a.path_key, 1, length(?3)) = ?3 AS in_folder
          FROM aliases a CROSS JOIN documents d ON d.doc = a.doc WHERE d.accepted = 1)
        WHERE own <> iif(in_folder, substr(path_key, ?1), path_key)
        ORDER BY seed, ordinal`,
    )
    .run([...key].length + 1, [...siteFolder].length + 1, key);
}

/** The query of a problem of aliases: rows with the alias, its document, and the article in its way (`other`). */
const problemQueries = {
  taken:
    'SELECT w.*, o.doc AS other, o.seed AS other_seed, o.ordinal AS other_ordinal FROM wanted_aliases w CROSS JOIN documents o ON o.path_key = w.path_key AND o.accepted = 1',
  claimed:
    'SELECT w.*, o.doc AS other, o.seed AS other_seed, o.ordinal AS other_ordinal FROM wanted_aliases w CROSS JOIN granted_aliases g ON g.path_key = w.path_key CROSS JOIN documents o ON o.doc = g.doc WHERE g.doc <> w.doc',
} as const;

type Row = Readonly<Record<string, unknown>>;

/** Most conflicts that are searched for loops. */
const maxLoopEdges = 10_000;

/** Returns a function that tells whether a document's aliases lead, over other articles' pages, back to it. */
function loopFinder(rows: readonly Row[]): (doc: number, other: number) => boolean {
  const edges = Map.groupBy(rows, (row) => Number(row.doc));
  return (doc, other) => {
    const seen = new Set<number>();
    const queue = [other];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (next === doc) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...(edges.get(next) ?? []).map((row) => Number(row.other)));
    }
    return false;
  };
}

/** Matches a path in a folder that is named like a page, or like a file beside one. */
const underFile = /\.(?:html?|txt|md)\//;

/**
 * Returns a function that tells whether a path clashes with files: it lies in a folder named like one, or is
 * the folder of an article's page.
 */
export function clashFinder(catalogue: Catalogue): (pathKey: string) => boolean {
  const inside = catalogue.prepare(
    "SELECT 1 FROM documents WHERE accepted = 1 AND path_key > ?1 || '/' AND path_key < ?1 || '0' LIMIT 1",
  );
  return (pathKey) => underFile.test(pathKey) || inside.get(pathKey) !== undefined;
}

/**
 * Decides which aliases of the archive's articles are answered, and reports the others: an alias that is the
 * page of another article, that the archive needs itself, or that an article before it in the order of seeds
 * has. An alias that is the article's own page is fulfilled.
 */
export function grantAliases(catalogue: Catalogue, rules: AliasRules): void {
  removeStage(catalogue, stages.address);
  catalogue.exec('DELETE FROM granted_aliases');
  if (catalogue.prepare('SELECT 1 FROM aliases LIMIT 1').get() === undefined) return;
  const write = diagnosticWriter(catalogue);
  const store = articleReader(catalogue);
  let n = 0;
  function report(row: Row, diagnostic: Pick<Diagnostic, 'rule' | 'values'>): void {
    const [seed, ordinal] = [String(row.seed), Number(row.ordinal)];
    const line = ordinal === 0 ? undefined : store.article(Number(row.doc)).provenance.record?.line;
    const at = { severity: 'warning', file: seed, ...(line === undefined ? {} : { line }) };
    n += 1;
    // The rule is paired with its values by the callers.
    const found = { ...diagnostic, ...at } as Diagnostic;
    write({ seed, ordinal }, stages.address, [found], n);
  }
  collectWanted(catalogue, rules.siteFolder);
  try {
    const otherOf = (row: Row): string =>
      seedRefName(rules.name(String(row.other_seed)), Number(row.other_ordinal));
    const taken = catalogue.prepare(problemQueries.taken);
    const isLoop = loopFinder(
      catalogue.prepare(`${problemQueries.taken} LIMIT ?`).all(maxLoopEdges),
    );
    for (const row of taken.iterate()) {
      const rule = isLoop(Number(row.doc), Number(row.other)) ? 'alias-loop' : 'alias-taken';
      report(row, { rule, values: { alias: String(row.output_path), other: otherOf(row) } });
    }
    catalogue.exec(
      'DELETE FROM wanted_aliases WHERE path_key IN (SELECT path_key FROM documents WHERE accepted = 1)',
    );
    const isClash = clashFinder(catalogue);
    const refused = new Set<string>();
    for (const row of catalogue.prepare('SELECT * FROM wanted_aliases').iterate()) {
      const [alias, key] = [String(row.output_path), String(row.path_key)];
      const isRefused = rules.isReserved(alias) || isClash(key);
      const isNoPage = !canBePage(alias) && !rules.hasHostRedirects;
      if (!isRefused && !isNoPage) continue;
      report(row, { rule: isRefused ? 'alias-reserved' : 'alias-no-page', values: { alias } });
      refused.add(key);
    }
    const refuse = catalogue.prepare('DELETE FROM wanted_aliases WHERE path_key = ?');
    for (const key of refused) refuse.run(key);
    catalogue.exec(
      'INSERT OR IGNORE INTO granted_aliases SELECT path_key, output_path, doc FROM wanted_aliases ORDER BY seed, ordinal',
    );
    for (const row of catalogue.prepare(problemQueries.claimed).all()) {
      const values = { alias: String(row.output_path), other: otherOf(row) };
      report(row, { rule: 'alias-claimed', values });
    }
  } finally {
    catalogue.exec('DROP TABLE wanted_aliases');
  }
}
