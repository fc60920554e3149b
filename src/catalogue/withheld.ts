import { pathKeyOf } from '../model/old-path.ts';
import type { Withdrawal, WithheldAddress } from '../model/withdrawal.ts';
import type { Catalogue } from './database.ts';

/** An address, and whether it answers in every case or only where it was published. */
interface Candidate extends WithheldAddress {
  readonly isOld: boolean;
}

type Row = Record<string, unknown>;

/** Returns the addresses that the row of a document may answer. */
function candidates({ output_path, plain_path, withdrawn }: Row): readonly Candidate[] {
  const [outputPath, plainPath] = [String(output_path), String(plain_path)];
  if (withdrawn === null) return [{ outputPath: plainPath, isOld: true }];
  const withdrawal = JSON.parse(String(withdrawn)) as Withdrawal;
  const current = { outputPath, withdrawal, isOld: false };
  return plainPath === outputPath
    ? [current]
    : [current, { outputPath: plainPath, withdrawal, isOld: true }];
}

/**
 * Yields the addresses that answer without an article: those of withdrawn articles; and where an address was
 * left because it shows a withheld name or title, that one, if it was ever published here. An article of the
 * archive goes before (`resolveConflicts` decides); of several for one address the first in the order of the seeds.
 */
export function* withheldAddresses(catalogue: Catalogue): Generator<WithheldAddress> {
  const rows = catalogue.prepare(
    'SELECT output_path, plain_path, withdrawn FROM documents WHERE plain_path IS NOT NULL ORDER BY seed, ordinal',
  );
  const article = catalogue.prepare('SELECT 1 FROM documents WHERE accepted = 1 AND path_key = ?');
  const recorded = catalogue.prepare('SELECT 1 FROM addresses WHERE path_key = ?');
  const leading = catalogue.prepare(
    "SELECT output_path FROM addresses WHERE target_key = ? AND target_key <> '' ORDER BY path_key",
  );
  const yielded = new Set<string>();
  for (const row of rows.iterate()) {
    for (const { isOld, ...address } of candidates(row)) {
      const key = pathKeyOf(address.outputPath);
      // Older addresses of the article lead to no page, as that would tell what is withheld.
      const older = leading.all(key).map(({ output_path }) => String(output_path));
      const isAnswered = !isOld || recorded.get(key) !== undefined;
      for (const outputPath of isAnswered ? [address.outputPath, ...older] : older) {
        const olderKey = pathKeyOf(outputPath);
        if (yielded.has(olderKey) || article.get(olderKey) !== undefined) continue;
        yielded.add(olderKey);
        yield { ...address, outputPath };
      }
    }
  }
}
