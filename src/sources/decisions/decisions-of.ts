import { createHash } from 'node:crypto';
import type { HeadingDecision } from '../../model/heading-decision.ts';
import { decidedName } from '../../model/heading-decision.ts';
import { formatDecision } from './decision-lines.ts';

/** Decisions by the article's name. */
type ByArticle = ReadonlyMap<string, readonly HeadingDecision[]>;

/** Decisions by article, and by seed. */
interface DecisionIndex {
  readonly articles: ByArticle;
  readonly seeds: ByArticle;
}

/** Returns what the names of a seed and of its articles have in common; a seed may have `#` in its name too. */
const seedKey = (name: string): string => name.split('#', 1)[0] ?? '';

const indexes = new WeakMap<readonly HeadingDecision[], DecisionIndex>();

function grouped(
  decisions: readonly HeadingDecision[],
  keyOf: (decision: HeadingDecision) => string,
): ByArticle {
  const groups = new Map<string, HeadingDecision[]>();
  for (const decision of decisions) {
    const key = keyOf(decision);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [decision]);
    else group.push(decision);
  }
  return groups;
}

/** Returns the decisions by article and by seed, computed once for each list. */
function indexOf(decisions: readonly HeadingDecision[]): DecisionIndex {
  const known = indexes.get(decisions);
  if (known !== undefined) return known;
  const index = {
    articles: grouped(decisions, ({ article }) => article),
    seeds: grouped(decisions, ({ article }) => seedKey(article)),
  };
  indexes.set(decisions, index);
  return index;
}

const none: readonly HeadingDecision[] = [];

/**
 * Returns the decisions about one article.
 *
 * @param ordinal its number among several in its seed; 0 where it is alone
 * @param id the id that its metadata state
 */
export function decisionsOf(
  decisions: readonly HeadingDecision[],
  seed: string,
  ordinal: number,
  id: string | undefined,
): readonly HeadingDecision[] {
  if (decisions.length === 0) return none;
  const { articles } = indexOf(decisions);
  const byId = articles.get(decidedName(seed, ordinal, id)) ?? none;
  if (ordinal === 0 || id === undefined) return byId;
  const byNumber = articles.get(decidedName(seed, ordinal, undefined)) ?? none;
  return byNumber.length === 0 ? byId : [...byNumber, ...byId];
}

const hashOf = (decisions: readonly HeadingDecision[]): string | undefined =>
  decisions.length === 0
    ? undefined
    : createHash('sha256')
        .update(decisions.map(formatDecision).join('\n'))
        .digest('hex')
        .slice(0, 32);

/** Returns the hash of all decisions about a seed; undefined where there are none. */
export const seedDecisionsHash = (
  decisions: readonly HeadingDecision[],
  seed: string,
): string | undefined =>
  decisions.length === 0 ? undefined : hashOf(indexOf(decisions).seeds.get(seedKey(seed)) ?? none);

/** Returns the hash of the decisions about one article; undefined where there are none. */
export const decisionsHash = (...article: Parameters<typeof decisionsOf>): string | undefined =>
  hashOf(decisionsOf(...article));
