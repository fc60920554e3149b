import type { LearnedHeadings, LearnedSource } from '../../model/learned-headings.ts';
import { learnedFeatures } from './adapt.ts';

/** The name of the file with what was learned, beside the settings. */
export const learnedFileName = 'headings-learned.json';

/** The form of the file. */
const version = 1;

/** How the file names the program that writes it. */
const generator = 'warraq structure --learn';

/**
 * Tells whether a file may be replaced: it was written by this program, whole or in part, or is empty.
 *
 * @param text Its text.
 * @returns False for a file of another program.
 */
export const isLearnedFile = (text: string): boolean =>
  text.trim() === '' || text.slice(0, 200).includes(`"${generator}"`);

/** Greatest values that are believed: what is learned stays within them. */
const most = { slope: 2, offset: 6, weight: 2 };

/** Returns what was learned of a source as the file holds it: the weights by their names. */
function sourceEntry({ weights, ...others }: LearnedSource): Readonly<Record<string, unknown>> {
  return {
    ...others,
    weights: Object.fromEntries(learnedFeatures.map((name, i) => [name, weights[i] ?? 0])),
  };
}

/**
 * Returns the content of the file: JSON that a person can read, the same for the same archive.
 *
 * @param learned What was learned.
 * @returns The text of the file.
 */
export function learnedFileText({ model, archive, sources }: LearnedHeadings): string {
  const content = {
    ...{ generator, version, model },
    archive: archive === undefined ? null : sourceEntry(archive),
    sources: Object.fromEntries(
      Object.entries(sources).map(([name, source]) => [name, sourceEntry(source)]),
    ),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

type Fields = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns a number within bounds; undefined for anything else. */
function numberIn(value: unknown, least: number, greatest: number): number | undefined {
  return typeof value === 'number' && value >= least && value <= greatest ? value : undefined;
}

/** Reads what was learned of a source; undefined where it is damaged. */
function readSource(entry: unknown): LearnedSource | undefined {
  if (!isMap(entry) || !isMap(entry.weights)) return undefined;
  const given = entry.weights;
  const count = (value: unknown): number | undefined => numberIn(value, 0, Number.MAX_SAFE_INTEGER);
  const numbers = {
    slope: numberIn(entry.slope, 0, most.slope),
    offset: numberIn(entry.offset, -most.offset, most.offset),
    articles: count(entry.articles),
    headings: count(entry.headings),
    others: count(entry.others),
    lossBefore: count(entry.lossBefore),
    lossAfter: count(entry.lossAfter),
  };
  const weights = learnedFeatures.map((name) => numberIn(given[name], -most.weight, most.weight));
  const isWhole =
    Object.keys(given).length === weights.length &&
    [...Object.values(numbers), ...weights].every((value) => value !== undefined);
  return isWhole ? ({ ...numbers, weights } as LearnedSource) : undefined;
}

/**
 * Reads the file.
 *
 * @param text Its text.
 * @returns What was learned; undefined where the text is damaged, or of another form.
 */
export function readLearnedFile(text: string): LearnedHeadings | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMap(content) || content.generator !== generator || content.version !== version) {
    return undefined;
  }
  const { model, archive, sources } = content;
  if (typeof model !== 'string' || !/^[0-9a-f]{64}$/.test(model) || !isMap(sources)) {
    return undefined;
  }
  const ofArchive = archive === null ? undefined : readSource(archive);
  const ofSources = Object.entries(sources).map(
    ([name, entry]) => [name, readSource(entry)] as const,
  );
  if (archive !== null && ofArchive === undefined) return undefined;
  const whole = ofSources.flatMap(([name, source]): readonly [string, LearnedSource][] =>
    source === undefined ? [] : [[name, source]],
  );
  if (whole.length < ofSources.length) return undefined;
  return { model, archive: ofArchive, sources: Object.fromEntries(whole) };
}
