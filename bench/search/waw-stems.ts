/**
 * Finds the stems that begin with و, so that the stemmer does not take it for «and»: words that the
 * shared articles write behind the article or a particle («الوزير», «بواشنطن») not too much more
 * seldom than they write what is left without it, and which they write alone as well. `node bench/search/waw-stems.ts` writes
 * `src/arabic/waw-stems.ts` anew; the same articles give the same list.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachWord, formOf } from '../../src/arabic/word-letters.ts';
import { readCorpus } from './corpus.ts';

/** Fewest articles in which a stem stands behind an article or a particle, and alone. */
const leastArticles = 3;

/** How many of them there must be for each article that has the word without و: one in six. */
const leastShare = 0.16;

const withArticle = ['وبال', 'وكال', 'فبال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'فلل', 'لل', 'ال'];
const particles = ['ب', 'ل', 'ف', 'ك', 'و'];
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

const withoutSuffix = (word: string): string => {
  const found = suffixes.find((suffix) => word.endsWith(suffix) && word.length - suffix.length > 2);
  return found === undefined ? word : word.slice(0, -found.length);
};

const articlesWith = new Map<string, number>();
for (const { title, content } of readCorpus()) {
  const forms = new Set<string>();
  eachWord(`${title}\n${content}`, (word) => forms.add(formOf(word)));
  for (const form of forms) articlesWith.set(form, (articlesWith.get(form) ?? 0) + 1);
}

const joined = new Map<string, number>();
for (const [form, articles] of articlesWith) {
  const article = withArticle.find((prefix) => form.startsWith(`${prefix}و`));
  const prefix = article ?? particles.find((particle) => form.startsWith(`${particle}و`));
  const word = form.slice(prefix?.length ?? 0);
  if (prefix === undefined || word.length < (article === undefined ? 4 : 3)) continue;
  const stem = withoutSuffix(word);
  joined.set(stem, (joined.get(stem) ?? 0) + articles);
}

/** In how many articles a stem stands with nothing before it. */
const written = (stem: string): number =>
  ['', ...suffixes].reduce((sum, suffix) => sum + (articlesWith.get(stem + suffix) ?? 0), 0);

const stems = [...joined]
  .filter(([stem, articles]) => {
    if (articles < leastArticles || written(stem) < leastArticles) return false;
    return articles >= leastShare * written(stem.slice(1));
  })
  .map(([stem]) => stem)
  .sort();

const lines: string[] = [''];
for (const stem of stems) {
  const line = lines.at(-1) ?? '';
  if (line.length + stem.length > 90) lines.push(stem);
  else lines[lines.length - 1] = line === '' ? stem : `${line} ${stem}`;
}
writeFileSync(
  join(import.meta.dirname, '../../src/arabic/waw-stems.ts'),
  `/**
 * Stems that begin with و, folded: the و of «الوزير» and «بواشنطن» is no «and». Found in the shared
 * newspaper articles by \`bench/search/waw-stems.ts\`.
 */
export const wawStems = \`${lines.join('\n')}\`.replaceAll('\\n', ' ');
`,
);
process.stdout.write(`${stems.length} stems\n`);
