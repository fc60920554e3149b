import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyHeadings } from '../../src/structure/editor.ts';
import { loadWeights } from '../../src/structure/learned/load-weights.ts';
import { fixture } from './paths.ts';

/** An article with its headings in both forms. */
export interface TwofoldArticle {
  readonly name: string;
  readonly flat: string;
  readonly headings: readonly string[];
  /** The same text with a line for each heading and paragraph. */
  readonly lines: string;
}

/** Returns the articles of the test data with and without their lines. */
export function twofoldArticles(): readonly TwofoldArticle[] {
  return ['flattened', 'frozen'].flatMap((kind) => {
    const folder = join(fixture('structure'), kind);
    return readdirSync(folder)
      .filter((file) => file.endsWith('.headings.txt'))
      .map((file): TwofoldArticle => {
        const name = file.slice(0, -'.headings.txt'.length);
        const flat = readFileSync(join(folder, `${name}.txt`), 'utf8').trim();
        const listed = readFileSync(join(folder, file), 'utf8').split('\n');
        const headings = listed.filter((heading) => heading !== '');
        const { structure } = applyHeadings(flat, headings, loadWeights());
        const lines = [...structure.headings, ...structure.paragraphs]
          .sort((a, b) => a.start - b.start)
          .map(({ start, end }) => flat.slice(start, end));
        return { name, flat, headings, lines: lines.join('\n') };
      });
  });
}

/** Returns records of JSON Lines. */
export const recordLines = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
