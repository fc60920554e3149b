/**
 * Trains structure recovery from scratch and writes its weights; see `src/structure/MODEL.md`.
 *
 *     node bench/structure/train/train.ts [--data DIR] [--out FILE]
 *
 * The same data, code and Node give the same bytes.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BoundaryNetwork, trainBoundaryNetwork } from './boundary-network.ts';
import { trainBreaks } from './break-training.ts';
import { HELD, readCorpus } from './corpus.ts';
import { type GapTables, trainGapTables } from './gap-tables.ts';
import { trainHeadings } from './heading-training.ts';
import { packModel } from './pack.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/structure' },
    out: { type: 'string', default: 'src/structure/learned/weights.bin' },
  },
});

function say(line: string): void {
  process.stdout.write(`[${(performance.now() / 1000).toFixed(0)} s] ${line}\n`);
}

const corpus = readCorpus(values.data);
const { articles, segments } = corpus;
say(`${articles.length} labelled articles, ${segments.length} runs of paragraphs`);
const tables = HELD.map((held) => trainGapTables(segments, held));
say('linear boundary scorers');
const strict = articles.filter(({ isStrict }) => isStrict);
const breaks = trainBreaks(strict, tables);
say('paragraph trees');
const networks = HELD.map((held, i) => {
  const network = trainBoundaryNetwork(segments, held);
  say(`boundary network ${i + 1} of ${HELD.length}`);
  return network;
});
const headings = trainHeadings(corpus, { tables, networks }, say);
const all = HELD.length - 1;
const { vocabulary, network } = networks[all] as BoundaryNetwork;
const bytes = packModel({
  ...(tables[all] as GapTables),
  ...headings,
  ...breaks,
  words: vocabulary.words,
  boundary: network,
});
writeFileSync(values.out, bytes);
say(
  `${values.out}: ${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`,
);
