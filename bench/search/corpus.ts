import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A newspaper article of the shared data. */
export interface SharedArticle {
  readonly title: string;
  readonly content: string;
  readonly author: string;
  readonly source: string;
  readonly date_extracted: string;
}

/** The folder of the shared articles, outside the repository. */
export const sharedArticlesFolder: string = join(
  import.meta.dirname,
  '../../../shared/data/articles',
);

/**
 * Yields the shared articles day by day.
 *
 * @throws Error where the folder is missing
 */
export function* readCorpus(folder: string = sharedArticlesFolder): Generator<SharedArticle> {
  if (!existsSync(folder)) throw new Error(`The shared articles are not at ${folder}.`);
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.jsonl.gz')) continue;
    for (const line of gunzipSync(readFileSync(join(folder, name)))
      .toString('utf8')
      .split('\n')) {
      if (line !== '') yield JSON.parse(line) as SharedArticle;
    }
  }
}
