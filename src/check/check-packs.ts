import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { maxCheckedBytes } from '../model/limits.ts';
import { sha256 } from '../publish/sha256.ts';
import { openPack } from './read-pack.ts';

/** An original as a page names it. */
export interface NamedOriginal {
  /** Output path of the page. */
  readonly file: string;
  readonly seed: string | undefined;
  readonly member: string;
  readonly sha256: string;
}

/**
 * Reports originals that are not in their packs with the bytes of which their pages give the hash. One pack at a time is in
 * memory.
 *
 * @param out absolute path of the output folder
 * @param originals those of each pack, by its output path; packs that do not exist are broken links
 */
export function checkPacks(
  out: string,
  originals: ReadonlyMap<string, readonly NamedOriginal[]>,
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const [pack, named] of originals) {
    const path = join(out, pack);
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? Number.POSITIVE_INFINITY;
    if (size > maxCheckedBytes) continue;
    const { read } = openPack(readFileSync(path));
    for (const { file, seed, member, sha256: expected } of named) {
      const bytes = read(member);
      if (bytes !== undefined && sha256(bytes) === expected) continue;
      const about = { rule: 'original-lost', severity: 'error', file } as const;
      report({ ...about, values: { pack, member }, ...(seed === undefined ? {} : { seed }) });
    }
  }
}
