/**
 * Measures structure recovery on labelled articles and prints two tables.
 *
 *     node bench/structure/evaluate.ts [--data DIR] [--sets dev,dev-inline] [--headings balanced] [--show]
 *
 * A heading counts where its exact span is found; headings marked `doubt` count neither for nor
 * against. Paragraph breaks are measured with the gold headings given: not the first paragraph, not
 * breaks at a heading or right after one. `--show` lists what is wrong.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../../src/model/structure.ts';
import { assemble, headingOf } from '../../src/structure/assemble.ts';
import { type Readiness, recover } from '../../src/structure/recover.ts';

interface GoldHeading extends Span {
  readonly text: string;
  readonly doubt?: boolean;
  readonly marker?: boolean;
}

interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly headings: readonly GoldHeading[];
  readonly paragraphs?: readonly number[] | null;
}

interface Score {
  found: number;
  gold: number;
  right: number;
}

const { values } = parseArgs({
  options: {
    data: {
      type: 'string',
      default: resolve(import.meta.dirname, '../../../shared/data/structure'),
    },
    sets: { type: 'string', default: 'dev,dev-inline' },
    headings: { type: 'string', default: 'balanced' },
    show: { type: 'boolean', default: false },
  },
});

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);
}

function rates({ found, gold, right }: Score): string[] {
  const f1 = percent(2 * right, found + gold);
  return [percent(right, found), percent(right, gold), f1];
}

function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

function scoreBreaks(article: GoldArticle, score: Score): void {
  const { text, headings, paragraphs } = article;
  if (paragraphs === undefined || paragraphs === null) return;
  const placed = headings.map((span) => {
    const heading = headingOf(text, span, 'editor');
    return { heading, outer: heading };
  });
  const block = { start: 0, end: text.length, isFlattened: true };
  const given = assemble(text, [block], placed).paragraphs;
  const found = new Set(given.filter(({ origin }) => origin === 'recovered').map((p) => p.start));
  const fixed = new Set([
    ...given.filter(({ origin }) => origin === 'marked').map((p) => p.start),
    ...headings.map(({ start }) => start),
  ]);
  const gold = paragraphs.filter((start) => !fixed.has(start));
  score.found += found.size;
  score.gold += gold.length;
  score.right += gold.filter((start) => found.has(start)).length;
}

const lines: string[] = [
  'set          articles  P     R     F1    partial%  false%  breaks P/R/F1      µs/KB  R without «* »',
];
for (const set of values.sets.split(',')) {
  const source = gunzipSync(readFileSync(resolve(values.data, `${set}.jsonl.gz`))).toString();
  const articles = source
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldArticle);
  const exact: Score = { found: 0, gold: 0, right: 0 };
  const breaks: Score = { found: 0, gold: 0, right: 0 };
  let partial = 0;
  let clean = 0;
  let spoilt = 0;
  let unmarked = 0;
  let microseconds = 0;
  let bytes = 0;
  for (const article of articles) {
    bytes += Buffer.byteLength(article.text);
    const begun = performance.now();
    const structure = recover(article.text, { headings: values.headings as Readiness });
    microseconds += (performance.now() - begun) * 1000;
    const doubtful = article.headings.filter(({ doubt }) => doubt === true);
    const gold = article.headings.filter(({ doubt }) => doubt !== true);
    const keys = new Set(gold.map(({ start, end }) => `${start}-${end}`));
    const found = structure.headings.filter((span) => !doubtful.some((d) => overlaps(d, span)));
    exact.gold += gold.length;
    unmarked += gold.filter(({ marker }) => marker !== true).length;
    exact.found += found.length;
    for (const span of found) {
      if (keys.has(`${span.start}-${span.end}`)) exact.right += 1;
      else {
        const half = gold.find((heading) => overlaps(heading, span));
        if (half !== undefined) partial += 1;
        if (values.show) {
          const rest = article.text.slice(span.end, span.end + 60);
          const wanted = half === undefined ? '' : ` (gold «${half.text}»)`;
          lines.push(
            `  ${set} ${article.id} ${span.confidence.toFixed(2)} [${span.text}]${rest}${wanted}`,
          );
        }
      }
    }
    if (article.headings.length === 0) {
      clean += 1;
      if (found.length > 0) spoilt += 1;
    }
    scoreBreaks(article, breaks);
  }
  const columns = [
    set.padEnd(12),
    String(articles.length).padEnd(9),
    ...rates(exact).map((rate) => rate.padEnd(5)),
    percent(partial, exact.found).padEnd(9),
    `${percent(spoilt, clean)} (${spoilt}/${clean})`.padEnd(14),
    rates(breaks).join('/').padEnd(18),
    String(Math.round(microseconds / (bytes / 1024))).padEnd(6),
    percent(exact.right, unmarked),
  ];
  lines.push(columns.join(' '));
}
process.stdout.write(`${lines.join('\n')}\n`);
