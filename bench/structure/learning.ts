/**
 * Measures what learning from an archive's own articles gives.
 *
 *     node bench/structure/learning.ts --data DIR [--sets NAME,…]
 *
 * Each set is an archive: the lines of one half of its articles are restored (a newline at each paragraph), the other
 * half stays flattened, as an owner has them. What is learned from the first half is measured on the second. The line
 * `others` is that of a source without lines of its own: it has what the other sets teach.
 */
import { parseArgs } from 'node:util';
import { fnv1aText, hash32 } from '../../src/model/fnv1a.ts';
import type { Adaptation } from '../../src/model/learned-headings.ts';
import { knownText } from '../../src/structure/learn/known-structure.ts';
import { labelArticle } from '../../src/structure/learn/label-article.ts';
import {
  adaptationFor,
  evidenceOfArticles,
  learnHeadings,
} from '../../src/structure/learn/learn-headings.ts';
import type { KnownArticle } from '../../src/structure/learn/sample-articles.ts';
import { weightsHash } from '../../src/structure/learn/weights-hash.ts';
import { loadWeights } from '../../src/structure/learned/load-weights.ts';
import { recoverHeadings } from '../../src/structure/recover-headings.ts';
import { type GoldArticle, readGold } from './gold.ts';
import { measure, rates } from './measure.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/structure2' },
    sets: {
      type: 'string',
      default:
        'ant-france24-dev,ant-skynews-dev,ant-bbc-dev,measure/anc-lines,jawhara-read-dev,measure/alyaum2025-lines',
    },
  },
});

/** Returns an article's text with a newline before each paragraph. */
function withLines({ text, paragraphs }: GoldArticle): string {
  const starts = new Set(paragraphs ?? []);
  return Array.from({ length: text.length }, (_, i) =>
    starts.has(i + 1) && text[i] === ' ' ? '\n' : text.charAt(i),
  ).join('');
}

/** Returns what the articles of an archive that kept their lines show. */
function knownArticles(articles: readonly GoldArticle[]): KnownArticle[] {
  return articles.flatMap((article) => {
    if (article.paragraphs === null) return [];
    const text = withLines(article);
    const known = knownText(text, recoverHeadings(text), undefined, false);
    if (known === undefined) return [];
    return [{ hash: fnv1aText(text) >>> 0, labelled: labelArticle(known, loadWeights()) }];
  });
}

const isOdd = ({ id }: GoldArticle): boolean =>
  Number.parseInt(hash32(id).slice(-2, -1), 16) % 2 === 1;

const sets = values.sets.split(',').map((name) => {
  const gold = readGold(values.data, name);
  return {
    name,
    flat: gold.filter(isOdd),
    known: knownArticles(gold.filter((article) => !isOdd(article))),
  };
});

function cells(
  name: string,
  articles: readonly GoldArticle[],
  learned: Adaptation | undefined,
): string {
  const { headings } = measure(name, articles, loadWeights(), learned);
  return (['cautious', 'balanced'] as const)
    .map((level) => {
      const { spoilt, free, ...hits } = headings[level];
      const { p, r, f1 } = rates(hits);
      return `${f1.toFixed(1)} (${p.toFixed(0)} / ${r.toFixed(0)}; ${spoilt} of ${free})`;
    })
    .join(' | ');
}

const model = weightsHash();
process.stdout.write(
  `F1 (P / R; false in articles without headings), cautious and balanced; weights ${model.slice(0, 8)}\n`,
);
for (const { name, flat, known } of sets) {
  const own = adaptationFor(learnHeadings(new Map([[name, known]]), model), name);
  const others = new Map(
    sets.filter((set) => set.name !== name).map((set) => [set.name, set.known]),
  );
  const ofOthers = learnHeadings(others, model).archive;
  const { articles, headings, others: none } = evidenceOfArticles(known);
  process.stdout.write(
    [
      `${name}: learned from ${articles} articles, ${headings} headings, ${none} others; measured on ${flat.length}`,
      `  before | ${cells(name, flat, undefined)}`,
      `  own    | ${own === undefined ? 'nothing learned' : cells(name, flat, own)}`,
      `  others | ${ofOthers === undefined ? 'nothing learned' : cells(name, flat, ofOthers)}`,
      '',
    ].join('\n'),
  );
}
