import type { Diagnostic } from '../model/diagnostic.ts';
import { wholeLength } from '../model/text-signature.ts';
import { articleReader } from './article-store.ts';
import type { Catalogue } from './database.ts';
import { diagnosticRemover, diagnosticWriter, removeStage, stages } from './diagnostics.ts';
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

/** A text that several articles have: its key, its hash and their number. */
type SharedText = Readonly<Record<string, unknown>>;

const sharedIn = (keys: string): string =>
  `SELECT min(key) AS key, ${whole} AS text, count(*) AS n FROM text_keys CROSS JOIN signatures USING (doc) WHERE key ${keys} GROUP BY text HAVING n > 1`;

/** Returns all texts that several articles have. */
const allShared = (catalogue: Catalogue): readonly SharedText[] =>
  catalogue
    .prepare(
      sharedIn(
        'IN (SELECT key FROM text_keys WHERE key >= ? AND key < ? GROUP BY key HAVING count(*) > 1)',
      ),
    )
    .all(...firstKeys);

/**
 * Returns the texts that several articles have under the keys that articles gained or lost since the site was
 * published; removes the diagnostics of all articles that had or have one.
 */
function changedShared(catalogue: Catalogue): readonly SharedText[] {
  const keys = catalogue
    .prepare('SELECT DISTINCT key FROM changed_text_keys WHERE key >= ? AND key < ?')
    .all(...firstKeys);
  const holders = catalogue.prepare(
    'SELECT seed, ordinal FROM documents WHERE doc IN (SELECT doc FROM changed_text_keys WHERE key = ?1 UNION SELECT doc FROM text_keys WHERE key = ?1)',
  );
  const { removeAt } = diagnosticRemover(catalogue);
  for (const { key } of keys) {
    for (const { seed, ordinal } of holders.all(String(key))) {
      removeAt({ seed: String(seed), ordinal: Number(ordinal) }, stages.texts);
    }
  }
  const shared = catalogue.prepare(sharedIn('= ?'));
  return keys.flatMap(({ key }) => shared.all(String(key)));
}

/**
 * Writes a diagnostic for each text that several articles of the archive have word for word, as after two imports of
 * the same articles. Must run in a transaction, once the keys of texts are up to date.
 *
 * @param tracks whether changes of the archive are recorded: then only texts whose articles have changed are looked at
 * @param name returns the path of a seed as the user knows it
 */
export function reportSameTexts(
  catalogue: Catalogue,
  tracks: boolean,
  name: (seed: string) => string,
): void {
  if (!tracks) removeStage(catalogue, stages.texts);
  const copiesOf = copyReader(catalogue);
  const store = articleReader(catalogue);
  const write = diagnosticWriter(catalogue);
  for (const { key, text, n } of tracks ? changedShared(catalogue) : allShared(catalogue)) {
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
