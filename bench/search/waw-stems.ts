/**
 * Finds the stems that begin with و as a letter of the word, so that the stemmer does not remove it as
 * «and». Such a stem occurs in the shared articles after the article or a particle («الوزير»,
 * «بواشنطن»), alone, and not much more rarely than the word without و. `node bench/search/waw-stems.ts`
 * rewrites `src/arabic/waw-stems.ts`; the same articles give the same list.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachWord, formOf } from '../../src/arabic/word-letters.ts';
import { readCorpus } from './corpus.ts';

/** Least number of articles in which a stem occurs after an article or a particle, and alone. */
const leastArticles = 3;

/** Least ratio of these articles to those with the word without و: about one in six. */
const leastShare = 0.16;

const withArticle = ['وبال', 'وكال', 'فبال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'فلل', 'لل', 'ال'];
const particles = ['ب', 'ل', 'ف', 'ك', 'و'];
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

const withoutSuffix = (word: string): string => {
  const match = suffixes.find((suffix) => word.endsWith(suffix) && word.length - suffix.length > 2);
  return match === undefined ? word : word.slice(0, -match.length);
};

const articlesWith = new Map<string, number>();
for (const { title, content } of readCorpus()) {
  const forms = new Set<string>();
  eachWord(`${title}\n${content}`, (word) => forms.add(formOf(word)));
  for (const form of forms) articlesWith.set(form, (articlesWith.get(form) ?? 0) + 1);
}

const articlesAfterPrefix = new Map<string, number>();
for (const [form, articles] of articlesWith) {
  const article = withArticle.find((prefix) => form.startsWith(`${prefix}و`));
  const prefix = article ?? particles.find((particle) => form.startsWith(`${particle}و`));
  const word = form.slice(prefix?.length ?? 0);
  if (prefix === undefined || word.length < (article === undefined ? 4 : 3)) continue;
  const stem = withoutSuffix(word);
  articlesAfterPrefix.set(stem, (articlesAfterPrefix.get(stem) ?? 0) + articles);
}

/** Returns the number of articles in which a stem occurs without a prefix. */
const articlesAlone = (stem: string): number =>
  ['', ...suffixes].reduce((sum, suffix) => sum + (articlesWith.get(stem + suffix) ?? 0), 0);

const stems = [...articlesAfterPrefix]
  .filter(([stem, articles]) => {
    if (articles < leastArticles || articlesAlone(stem) < leastArticles) return false;
    return articles >= leastShare * articlesAlone(stem.slice(1));
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
