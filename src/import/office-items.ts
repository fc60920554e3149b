import type { OfficeSplit } from '../sources/office/office-splits.ts';
import { readOffice } from '../sources/office/read-office.ts';
import { datedNames } from './dated-names.ts';
import type { ImportedArticle, ImportResult } from './imported-article.ts';
import type { ImportedPicture } from './imported-picture.ts';

/** Returns candidates for the name of a seed: that of the file, of several articles with their number. */
function namesOf(name: string, number: number | undefined): readonly string[] {
  const stem = name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return datedNames(name, [stem]).map((one) => (number === undefined ? one : `${one}-${number}`));
}

/**
 * Yields the articles of a file of an office program. Title, byline and date stay in the text, where a build reads
 * them as in other texts. Never throws.
 *
 * @param name the file's path below the folder that is imported
 * @param split where a new article begins
 */
export async function* officeItems(
  bytes: Uint8Array,
  file: string,
  name: string,
  split: OfficeSplit,
): AsyncGenerator<ImportResult> {
  const { value, diagnostics } = await readOffice(bytes, file, split);
  if (diagnostics.length > 0) yield { diagnostics };
  if (value === undefined) return;
  const { articles, pictures } = value;
  if (articles.length === 0) yield { excluded: 'empty', diagnostics: [] };
  for (const [i, { body, format }] of articles.entries()) {
    const number = articles.length === 1 ? undefined : i + 1;
    const article: ImportedArticle = {
      key: number === undefined ? name : `${name}#${number}`,
      url: undefined,
      names: namesOf(name, number),
      metadata: {},
      ...{ body, format },
      pictures(address): ImportedPicture | undefined {
        const picture = pictures.get(address);
        return picture && { read: () => picture };
      },
    };
    yield { article, diagnostics: [] };
  }
}
