import { statSync } from 'node:fs';
import type { Catalogue } from '../catalogue/database.ts';
import { meta } from '../catalogue/meta.ts';
import { cataloguePath, openReader } from '../catalogue/open.ts';
import {
  openReviewQueue,
  type QueuedHeading,
  type QueueFilter,
  queuedArticles,
  type ReviewQueue,
} from '../catalogue/review-queue.ts';
import type {
  ItemDecision,
  QueueCount,
  QueuePage,
  ReviewItem,
  ReviewProgress,
  SessionResult,
} from '../model/review.ts';
import type { DecisionChange, DecisionFile } from './decision-file.ts';
import { decisionOn, reviewItem, verdictOn } from './review-item.ts';

/** The review of an archive's headings. Nothing in it grows with the archive. */
export interface ReviewSession {
  /** Begins anew with the last build; returns the numbers of headings by source and group. */
  begin(): { readonly counts: readonly QueueCount[]; readonly progress: ReviewProgress };
  page(after: number, filter: QueueFilter): QueuePage;
  /** @throws the file system's error where the file cannot be written */
  decide(decision: ItemDecision): SessionResult;
  /** Takes the last decision back. @throws the file system's error */
  undo(): SessionResult;
  close(): void;
}

/** Items of a page: a minute of work. */
const pageSize = 30;
/** Headings that are looked at for one page, where most are decided already. */
const maxLookedAt = 600;
/** Items and changes that are remembered. */
const maxRemembered = 5000;

function forgetOldest(items: Map<number, ReviewItem>): void {
  const [oldest] = items.keys();
  if (oldest !== undefined && items.size > maxRemembered) items.delete(oldest);
}

/**
 * Opens the review of an archive.
 *
 * @param cache folder with the catalogue of the last build
 * @param decisions file of the decisions
 */
export function openReviewSession(cache: string, decisions: DecisionFile): ReviewSession {
  const items = new Map<number, ReviewItem>();
  const changes: { readonly item: ReviewItem; readonly change: DecisionChange }[] = [];
  let queue: ReviewQueue | undefined;
  let lastItem = 0;
  let total = 0;

  /** Reads the catalogue, which a build may have replaced since the last time. */
  function reading<T>(work: (catalogue: Catalogue) => T): T {
    const catalogue = openReader(cataloguePath(cache));
    try {
      return work(catalogue);
    } finally {
      catalogue.close();
    }
  }

  function freshQueue(): ReviewQueue {
    return reading((catalogue) => {
      const build = `${meta(catalogue, 'build')} ${statSync(cataloguePath(cache)).ino}`;
      if (queue?.build === build) return queue;
      queue?.close();
      queue = openReviewQueue(catalogue, build);
      return queue;
    });
  }

  const progress = (): ReviewProgress => {
    const settled = decisions.count();
    return { settled, total: Math.max(settled, total) };
  };

  /** Makes an item of a queued heading; undefined where it is decided, or its words are gone. */
  function itemOf(
    heading: QueuedHeading,
    articleOf: ReturnType<typeof queuedArticles>,
  ): ReviewItem | undefined {
    const listed = articleOf(heading);
    const note = listed?.notes[heading.position];
    if (listed === undefined || note?.origin !== 'recovered') return undefined;
    const item = reviewItem(lastItem + 1, listed, heading);
    if (item === undefined) return undefined;
    const { decision, isOverlapped } = verdictOn(item, decisions.of(item.name));
    if (decision !== undefined || isOverlapped) return undefined;
    lastItem = item.item;
    items.set(item.item, item);
    forgetOldest(items);
    return item;
  }

  const withVerdict = (item: ReviewItem): ReviewItem => {
    const { verdict } = verdictOn(item, decisions.of(item.name));
    return verdict === undefined ? item : { ...item, verdict };
  };

  return {
    begin() {
      const before = queue;
      const fresh = freshQueue();
      const { counts } = fresh;
      // A build leaves out what is decided.
      const open = counts.reduce((sum, { count }) => sum + count, 0);
      if (fresh !== before) total = decisions.count() + open;
      return { counts, progress: progress() };
    },
    page(after, filter) {
      const from = queue ?? freshQueue();
      const found: ReviewItem[] = [];
      let next: number | undefined = after;
      let lookedAt = 0;
      reading((catalogue) => {
        const articleOf = queuedArticles(catalogue);
        while (next !== undefined && found.length < pageSize && lookedAt < maxLookedAt) {
          const headings = from.after(next, pageSize, filter);
          if (headings.length === 0) next = undefined;
          for (const heading of headings) {
            if (found.length === pageSize) break;
            next = heading.n;
            lookedAt += 1;
            const item = itemOf(heading, articleOf);
            if (item !== undefined) found.push(item);
          }
        }
      });
      return { items: found, next, progress: progress() };
    },
    decide({ item: id, isHeading, start, end, seen }) {
      const item = items.get(id);
      if (item === undefined) return { state: 'nothing' };
      if (!(start >= 0 && start < end && end <= item.words.length)) return { state: 'nothing' };
      const earlier = verdictOn(item, decisions.of(item.name));
      if (earlier.verdict !== seen) {
        return { state: 'conflict', item: withVerdict(item), progress: progress() };
      }
      // What is rejected are the words that were proposed.
      const decided = isHeading
        ? decisionOn(item, true, start, end)
        : decisionOn(item, false, item.start, item.end);
      const change = decisions.put(decided, earlier.decision);
      changes.push({ item, change });
      if (changes.length > maxRemembered) changes.shift();
      return { state: 'saved', item: withVerdict(item), progress: progress() };
    },
    undo() {
      const last = changes.pop();
      if (last === undefined) return { state: 'nothing' };
      const state = decisions.undo(last.change) ? 'saved' : 'conflict';
      return { state, item: withVerdict(last.item), progress: progress() };
    },
    close() {
      queue?.close();
      queue = undefined;
    },
  };
}
