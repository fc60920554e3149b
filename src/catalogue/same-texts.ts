import type { Diagnostic } from '../model/diagnostic.ts';
import { articleReader } from './article-store.ts';
import type { Catalogue } from './database.ts';
import { diagnosticWriter, removeStage, stages } from './diagnostics.ts';
import { seedRefName } from './report.ts';

/** Copies of a text that a diagnostic names. */
const namedCopies = 5;

/** The smallest key of a whole text, and the smallest key after these. */
const wholeTextKeys = ['A', 'B'] as const;

/** An article of several with the same text. */
interface Copy {
  readonly doc: number;
  readonly seed: string;
  readonly ordinal: number;
  readonly signature: string;
}

/** Returns a function that returns the first articles with a key, in the order of their seeds. */
function copyReader(catalogue: Catalogue): (key: string) => readonly Copy[] {
  const holders = catalogue.prepare(
    'SELECT d.doc AS doc, seed, ordinal, signature FROM text_keys CROSS JOIN documents AS d USING (doc) CROSS JOIN signatures USING (doc) WHERE key = ? ORDER BY seed, ordinal LIMIT ?',
  );
  return (key) =>
    holders.all(key, namedCopies + 1).map((row) => ({
      ...{ doc: Number(row.doc), seed: String(row.seed) },
      ...{ ordinal: Number(row.ordinal), signature: String(row.signature) },
    }));
}

/**
 * Writes a diagnostic for each text that several articles of the archive have word for word, as after two imports of
 * the same articles. Must run in a transaction, once the keys of texts are up to date.
 *
 * @param name returns the path of a seed as the user knows it
 */
export function reportSameTexts(catalogue: Catalogue, name: (seed: string) => string): void {
  removeStage(catalogue, stages.texts);
  const copiesOf = copyReader(catalogue);
  const store = articleReader(catalogue);
  const write = diagnosticWriter(catalogue);
  const shared = catalogue.prepare(
    'SELECT key, count(*) AS n FROM text_keys WHERE key >= ? AND key < ? GROUP BY key HAVING n > 1',
  );
  for (const { key, n } of shared.all(...wholeTextKeys)) {
    const [first, ...others] = copiesOf(String(key));
    const copies = others.filter(({ signature }) => signature === first?.signature);
    if (first === undefined || copies.length === 0) continue;
    const line = first.ordinal === 0 ? undefined : store.article(first.doc).provenance.record?.line;
    const count = Number(n) - (others.length - copies.length);
    const names = copies
      .slice(0, namedCopies)
      .map((copy) => seedRefName(name(copy.seed), copy.ordinal));
    const diagnostic: Diagnostic = {
      ...{ rule: 'same-text', severity: 'warning', file: first.seed },
      ...(line === undefined ? {} : { line }),
      values: { count, others: `${names.join(', ')}${count > names.length + 1 ? ', …' : ''}` },
    };
    write(first, stages.texts, [diagnostic]);
  }
}
