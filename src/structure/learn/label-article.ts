import type { Span } from '../../model/structure.ts';
import { layoutOf } from '../layout.ts';
import type { Model } from '../learned/model.ts';
import { blocksOf, recoverInBlocks } from '../recover.ts';
import { boundedLogOdds, featureCount, learnedRows } from './adapt.ts';
import { identity, type LabelledArticle } from './fit.ts';
import type { KnownText } from './known-structure.ts';

/** Signs at the ends of a heading that say nothing of its extent: lines and running text differ in them. */
const outerSigns = /[\s"«»“”'.:؟?!،*#[\]()-]/;

/** Returns a span without spaces and signs at both ends. */
function wordsSpan(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && outerSigns.test(text.charAt(from))) from += 1;
  while (to > from && outerSigns.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

const keyOf = ({ start, end }: Span): string => `${start} ${end}`;

/**
 * Recovers the headings of a flattened text with known structure, and labels what recovery proposes.
 *
 * A proposal that is a known heading is a positive example; one that ends within a paragraph is a negative one. One
 * that ends where a paragraph ends is left out, unless an editor listed all headings: it may be a heading that the rules of
 * lines do not know, and a short paragraph is not what a flattened text is wrong about.
 *
 * @param known The text.
 * @param weights The weights of the model.
 * @returns Its possible headings; undefined where recovery proposes none that teaches anything.
 */
export function labelArticle(
  { text, blocks, isListed }: KnownText,
  weights: Model | undefined,
): LabelledArticle | undefined {
  const lines = layoutOf(text);
  const [line] = lines;
  if (line === undefined || lines.length > 1) return undefined;
  const flattened = blocksOf(lines, false);
  const { headings } = recoverInBlocks(text, lines, flattened, [], true, weights, identity);
  const rows = learnedRows(text, line, headings);
  const known = new Set<string>();
  const refused = new Set<string>();
  const ends = new Set<number>();
  const unsure: Span[] = [];
  for (const block of blocks) {
    const words = wordsSpan(text, block);
    if (block.kind === 'heading') known.add(keyOf(words));
    else if (block.kind === 'refused') refused.add(keyOf(words));
    else if (block.kind === 'unsure') unsure.push(block);
    if (!isListed) ends.add(words.end);
  }
  const kept: number[] = [];
  const labels: number[] = [];
  headings.forEach((heading, i) => {
    const words = wordsSpan(text, heading);
    const isKnown = known.has(keyOf(words));
    const isRefused = refused.has(keyOf(words));
    const isUnsure = unsure.some(({ start, end }) => start < heading.end && heading.start < end);
    if (!isKnown && !isRefused && (isUnsure || ends.has(words.end))) return;
    kept.push(i);
    labels.push(isKnown ? 1 : 0);
  });
  if (kept.length === 0) return undefined;
  const ownRows = new Float64Array(kept.length * featureCount);
  kept.forEach((from, i) => {
    ownRows.set(rows.subarray(from * featureCount, (from + 1) * featureCount), i * featureCount);
  });
  return {
    logOdds: Float64Array.from(kept, (i) => boundedLogOdds(headings[i]?.confidence ?? 0)),
    rows: ownRows,
    labels: Uint8Array.from(labels),
  };
}
