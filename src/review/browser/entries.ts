import type { QueuePage, ReviewItem, ReviewProgress, Verdict } from '../../model/review.ts';
import { type Chosen, fetchPage } from './requests.ts';

/** An item as the editor has it: with moved boundaries, and a decision that may be on its way. */
export interface DeskEntry {
  item: ReviewItem;
  start: number;
  end: number;
  verdict: Verdict | undefined;
  /** The decision that the server has. */
  confirmed: Verdict | undefined;
}

/** The items that were loaded, in order, and the place of the editor among them. */
export interface Entries {
  readonly current: () => DeskEntry | undefined;
  /** Progress with the decisions that are on their way. */
  readonly progress: () => ReviewProgress;
  readonly isLoading: () => boolean;
  /** Goes on by a number of items; returns whether there was one. */
  readonly move: (by: 1 | -1) => boolean;
  /** Goes to an item that the server sent, which may not be in the list; `back`: only where it is an earlier one. */
  readonly goTo: (item: ReviewItem, where: 'back' | 'anywhere') => void;
  readonly setProgress: (progress: ReviewProgress) => void;
  /** Begins with other headings. */
  readonly choose: (chosen: Chosen) => Promise<void>;
}

/** Items left at which the next page is asked for. */
const reserve = 12;

const entryOf = (item: ReviewItem): DeskEntry => ({
  ...{ item, start: item.start, end: item.end },
  ...{ verdict: item.verdict, confirmed: item.verdict },
});

/**
 * Returns an empty list of entries.
 *
 * @param changed called when items have come
 * @param failed called where the server did not answer
 */
export function createEntries(changed: () => void, failed: (error: unknown) => void): Entries {
  let list: DeskEntry[] = [];
  let at = 0;
  let chosen: Chosen = { source: 'all', group: 'all' };
  let next: number | undefined = 0;
  let loading: Promise<void> | undefined;
  let known: ReviewProgress = { settled: 0, total: 0 };

  function add({ items, next: after, progress }: QueuePage): void {
    list.push(...items.map(entryOf));
    next = after;
    known = progress;
  }

  function load(): Promise<void> {
    if (next === undefined || loading !== undefined) return loading ?? Promise.resolve();
    const asked = chosen;
    // A page may hold no open heading, where many are decided.
    let isShort = false;
    loading = fetchPage(next, asked)
      .then((page) => {
        if (asked !== chosen) return;
        add(page);
        isShort = next !== undefined && list.length - at < 2;
      })
      .catch(failed)
      .finally(() => {
        if (asked !== chosen) return;
        loading = undefined;
        if (isShort) void load();
        changed();
      });
    return loading;
  }

  return {
    current: () => list[at],
    progress() {
      const pending = list.filter((entry) => entry.verdict !== undefined && !entry.confirmed);
      const settled = known.settled + pending.length;
      return { settled, total: Math.max(settled, known.total) };
    },
    isLoading: () => loading !== undefined,
    move(by) {
      const to = at + by;
      if (to < 0 || to > list.length) return false;
      at = to;
      if (list.length - at < reserve) void load();
      return true;
    },
    goTo(item, where) {
      let found = list.findIndex((entry) => entry.item.item === item.item);
      if (found < 0) {
        list.splice(at, 0, entryOf(item));
        found = at;
      }
      if (where === 'anywhere' || found < at) at = found;
      const entry = list[found];
      if (entry === undefined) return;
      entry.verdict = item.verdict;
      entry.confirmed = item.verdict;
    },
    setProgress(progress) {
      known = progress;
    },
    async choose(other) {
      chosen = other;
      list = [];
      at = 0;
      next = 0;
      loading = undefined;
      await load();
    },
  };
}
