/**
 * Trains structure recovery from scratch and writes its weights; see `src/structure/MODEL.md`.
 *
 *     node bench/structure/train/train.ts [--data DIR] [--every N] [--quick] [--out FILE] [--leave-out] [--checkpoint FILE]
 *
 * `--every N` trains on every n-th article, `--quick` with few passes of the encoder and few trees. `--leave-out` also
 * trains without each source in turn and reports how well that source is recovered. `--checkpoint` keeps the state of the
 * encoder after each pass in a file, from which an interrupted training goes on. The same data, code and Node give the same
 * bytes, with or without an interruption.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createEncoder } from '../../../src/structure/learned/encoder.ts';
import { knownWords } from '../../../src/structure/learned/known-words.ts';
import { withChecksum } from '../../../src/structure/learned/unpack-weights.ts';
import { trainBreaks } from './break-training.ts';
import { checkpointIn, noCheckpoint } from './checkpoint.ts';
import { readArticles } from './corpus.ts';
import { encoderText, hashOfTexts } from './encoder-texts.ts';
import { PASSES, trainEncoder } from './encoder-training.ts';
import { trainGapTables } from './gap-tables.ts';
import { trainHeadings, treeCounts } from './heading-training.ts';
import { leaveOneOut } from './left-out.ts';
import { packModel } from './pack.ts';
import { quantiseEncoder } from './quantise-encoder.ts';
import { readSegments } from './segments.ts';
import { vocabularyOf } from './vocabulary.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/structure2' },
    every: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'src/structure/learned/weights.bin' },
    'leave-out': { type: 'boolean', default: false },
    checkpoint: { type: 'string' },
  },
});

function say(line: string): void {
  process.stdout.write(`[${(performance.now() / 1000).toFixed(0)} s] ${line}\n`);
}

const every = Number(values.every);
const segments = readSegments(values.data, every);
const articles = readArticles(values.data, every);
say(`${articles.length} labelled articles, ${segments.length} of running text`);
const vocabulary = vocabularyOf(segments);
const { words } = vocabulary;
const texts = segments.map((segment) => encoderText(segment, vocabulary));
const passes = values.quick ? 2 : PASSES;
const checkpoint =
  values.checkpoint === undefined
    ? noCheckpoint
    : checkpointIn(values.checkpoint, hashOfTexts(texts, passes));
const weights = quantiseEncoder(trainEncoder(texts, words.length, passes, say, checkpoint));
const tables = trainGapTables(segments);
say('linear gap tables');
const strict = articles.filter(({ isStrict }) => isStrict);
const breaks = trainBreaks(strict, tables);
say('paragraph trees');
const encoder = createEncoder(weights, knownWords(words), words.length);
const readers = { ...tables, encoder };
const trained = trainHeadings(
  articles,
  readers,
  values.quick ? { span: 20, document: 20 } : treeCounts,
  say,
);
const packed = packModel({ ...tables, ...trained.parts, ...breaks, words, encoder: weights });
const bytes = withChecksum(packed);
writeFileSync(values.out, bytes);
const hash = createHash('sha256').update(bytes).digest('hex');
say(`${values.out}: ${bytes.length} bytes, SHA-256 ${hash}`);
if (values['leave-out'])
  for (const { source, headings, f1 } of leaveOneOut(articles, readers, trained.tables))
    say(`without ${source}: heading F1 ${(100 * f1).toFixed(1)} on its ${headings} headings`);
