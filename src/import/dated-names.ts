import { dayOfPath } from '../article/header/path-day.ts';
import { isArticleId } from '../model/article-id.ts';
import { sha256 } from '../publish/sha256.ts';

/** Hexadecimal digits of the hash that stands for a name. */
const hashLength = 8;

/** Longest part of a name that is kept beside its day. */
const maxStem = 50;

/**
 * Returns candidates for the name of a seed before others: where the path of the file holds a day that those would
 * lose, the day and the name. A build reads the day from the seed's name where the text has none, as from a text
 * with the name of the file, and marks it so.
 *
 * @param path the file's path below the folder that is imported
 * @param names the candidates without the day
 */
export function datedNames(path: string, names: readonly string[]): readonly string[] {
  const day = dayOfPath(path);
  const written = day?.date?.edtf ?? day?.words.replace(/[^\d]+/g, '-');
  const [name = ''] = names;
  if (day === undefined || written === undefined) return names;
  const isSame = (candidate: string): boolean => {
    const read = isArticleId(candidate) ? dayOfPath(`${candidate}.txt`) : undefined;
    return read !== undefined && read.date?.edtf === day.date?.edtf && read.hijri === day.hijri;
  };
  if (isSame(name)) return names;
  const hash = sha256(Buffer.from(path)).slice(0, hashLength);
  const stem = isArticleId(name) && name.length <= maxStem ? name : hash;
  const dated = [`${written}-${stem}`, `${written}-x${hash}`].find(isSame);
  return dated === undefined ? names : [dated, ...names];
}
