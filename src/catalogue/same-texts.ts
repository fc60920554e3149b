import type { Diagnostic } from '../model/diagnostic.ts';
import { wholeLength } from '../model/text-signature.ts';
import { articleReader } from './article-store.ts';
import type { Catalogue } from './database.ts';
import { diagnosticWriter, removeStage, stages } from './diagnostics.ts';
import { seedRefName } from './report.ts';

/** Copies of a text that a diagnostic names. */
const namedCopies = 5;

/** The smallest of the first keys of signatures, and the smallest of the others: the same texts share the first. */
const firstKeys = ['A', 'B'] as const;

/** The hash of the whole text of a signature, in SQL. */
const whole = `substr(signature, 1, ${wholeLength})`;

/** An article of several with the same text. */
interface Copy {
  readonly doc: number;
  readonly seed: string;
  readonly ordinal: number;
}

/** Returns a function that returns the first articles with a key and a hash of the text, in the order of their seeds. */
function copyReader(catalogue: Catalogue): (key: unknown, whole: unknown) => readonly Copy[] {
  const holders = catalogue.prepare(
    `SELECT d.doc AS doc, seed, ordinal FROM text_keys CROSS JOIN signatures USING (doc) CROSS JOIN documents AS d USING (doc) WHERE key = ? AND ${whole} = ? ORDER BY seed, ordinal LIMIT ?`,
  );
  return (key, text) =>
    holders.all(String(key), String(text), namedCopies + 1).map((row) => ({
      ...{ doc: Number(row.doc), seed: String(row.seed), ordinal: Number(row.ordinal) },
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
    `SELECT min(key) AS key, ${whole} AS text, count(*) AS n FROM text_keys CROSS JOIN signatures USING (doc) WHERE key IN (SELECT key FROM text_keys WHERE key >= ? AND key < ? GROUP BY key HAVING count(*) > 1) GROUP BY text HAVING n > 1`,
  );
  for (const { key, text, n } of shared.all(...firstKeys)) {
    const [first, ...others] = copiesOf(key, text);
    if (first === undefined) continue;
    const line = first.ordinal === 0 ? undefined : store.article(first.doc).provenance.record?.line;
    const names = others.map((copy) => seedRefName(name(copy.seed), copy.ordinal));
    const diagnostic: Diagnostic = {
      ...{ rule: 'same-text', severity: 'info', file: first.seed },
      ...(line === undefined ? {} : { line }),
      values: {
        count: Number(n),
        others: `${names.join(', ')}${Number(n) > names.length + 1 ? ', …' : ''}`,
      },
    };
    write(first, stages.texts, [diagnostic]);
  }
}
