/**
 * Lists the places of an unlabelled set where a heading may start, and takes the answers of those who read them; see
 * `bench/structure/README.md`.
 *
 *     node bench/structure/train/places.ts --set NAME [--data DIR] [--least P]   # the places, in context
 *     node bench/structure/train/places.ts --data DIR --answers FILE             # adds answers to readings.jsonl
 *
 * A place stands in brackets with thirteen numbered words. An answer repeats the first three columns and adds the number of
 * the heading's words and its last word; `0` and `s` (running text), `q` (question of an interview), `l` (list item) or `c`
 * (caption, credit, quotation); or `d` (nobody can tell). A `|` inside the last word stands for a lost break.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findCandidates } from '../../../src/structure/learned/cascade.ts';
import { scoreDocument } from '../../../src/structure/learned/decode.ts';
import { loadWeights } from '../../../src/structure/learned/load-weights.ts';
import { calibrate, type Model } from '../../../src/structure/learned/model.ts';
import type { Tokens } from '../../../src/structure/learned/tokens.ts';
import { type Answer, parseAnswer, withAnswers } from './answers.ts';
import { type Article, readSet } from './corpus.ts';
import { readingKey, readingsFile, readReadings } from './readings.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/structure2' },
    set: { type: 'string' },
    least: { type: 'string', default: '0.1' },
    answers: { type: 'string' },
  },
});

/** Words before and after the numbered ones. */
const AROUND = 14;
/** Numbered words: a heading has at most twelve. */
const NUMBERED = 13;

function textOf(text: string, words: Tokens, from: number, to: number): string {
  return text.slice(words.start[Math.max(0, from)], words.start[to] || text.length).trim();
}

function lineOf(set: string, { id, text, words }: Article, s: number): string {
  const numbered = Array.from(
    { length: Math.min(NUMBERED, words.count - s) },
    (_, i) => `${i + 1}:${textOf(text, words, s + i, s + i + 1)}`,
  );
  const before = textOf(text, words, s - AROUND, s);
  const next = s + numbered.length;
  const after = next < words.count ? textOf(text, words, next, next + AROUND) : '';
  return `${set} ${id} ${words.start[s]}\t… ${before} ⟦ ${numbered.join(' ')} ⟧ ${after} …`;
}

function list(set: string, least: number, model: Model): void {
  const readings = readReadings();
  for (const article of readSet(values.data, set)) {
    const places = readings.get(readingKey(set, article.id))?.places ?? [];
    const judged = new Set([...(article.read ?? []), ...places.map(([start]) => start)]);
    const { candidates, sentences } = findCandidates(model, article.words);
    for (const { s, logit } of scoreDocument(model, article.words, candidates, sentences))
      if (
        calibrate(model.headingCalibration, logit) >= least &&
        !judged.has(article.words.start[s] as number)
      )
        process.stdout.write(`${lineOf(set, article, s)}\n`);
  }
}

function take(file: string): void {
  const readings = new Map(readReadings());
  const byArticle = new Map<string, { set: string; id: string; answers: Answer[] }>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const parsed = parseAnswer(line);
    if (parsed === undefined) continue;
    const { set, id, answer } = parsed;
    const key = readingKey(set, id);
    const own = byArticle.get(key) ?? { set, id, answers: [] };
    own.answers.push(answer);
    byArticle.set(key, own);
  }
  for (const set of new Set([...byArticle.values()].map((own) => own.set)))
    for (const { id, source, text } of readSet(values.data, set)) {
      const key = readingKey(set, id);
      const answers = byArticle.get(key)?.answers;
      if (answers === undefined) continue;
      const before = readings.get(key) ?? { set, id, source, places: [] };
      const { reading, unfit } = withAnswers(text, before, answers);
      readings.set(key, reading);
      for (const { start, words, word } of unfit)
        process.stderr.write(`${key} ${start}: word ${words} is not ${word}\n`);
    }
  const lines = [...readings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, r]) => JSON.stringify(r));
  writeFileSync(readingsFile, `${lines.join('\n')}\n`);
}

if (values.answers !== undefined) take(values.answers);
else {
  const model = loadWeights();
  if (values.set === undefined || model === undefined) throw new Error('--set names a set');
  list(values.set, Number(values.least), model);
}
