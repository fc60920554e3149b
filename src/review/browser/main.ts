import type { SessionResult } from '../../model/review.ts';
import { chosenHeadings, fillChoices } from './choices.ts';
import { desk, deskWords, localNumber, part, withValues } from './desk.ts';
import { createEntries, type DeskEntry } from './entries.ts';
import { isRtl, showEntry } from './item-view.ts';
import { type Action, actionOf } from './keys.ts';
import { sendDecision, sendUndo } from './requests.ts';

const status = part('status');
/** Requests go one after another, in the order of the keys. */
let saving: Promise<void> = Promise.resolve();
let unsaved = 0;

function say(text: string, isProblem = false): void {
  status.textContent = text;
  status.dataset.problem = isProblem ? 'yes' : '';
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : '');

const failed = (error: unknown): void =>
  say(withValues(deskWords.notSaved, { reason: reasonOf(error) }), true);

const entries = createEntries(show, (error) =>
  say(withValues(deskWords.notLoaded, { reason: reasonOf(error) }), true),
);

function showProgress(): void {
  const { settled, total } = entries.progress();
  const values = { done: localNumber(settled), total: localNumber(total) };
  part('progress-words').textContent = withValues(deskWords.progress, values);
  const bar = part('progress') as HTMLProgressElement;
  bar.max = Math.max(1, total);
  bar.value = settled;
}

function show(): void {
  const entry = entries.current();
  document.body.dataset.state = entry === undefined ? 'empty' : 'item';
  if (entry !== undefined) showEntry(entry);
  else {
    const isDone = entries.progress().settled > 0;
    part('empty').textContent = entries.isLoading()
      ? deskWords.loading
      : isDone
        ? deskWords.finished
        : deskWords.empty;
  }
  showProgress();
}

/** Takes over what the server has; goes back to the item where that is not what the editor decided. */
function settle(entry: DeskEntry, result: SessionResult): void {
  if (result.state === 'nothing') throw new Error('404');
  entry.confirmed = result.item.verdict;
  entries.setProgress(result.progress);
  if (result.state === 'saved') showProgress();
  else {
    entries.goTo(result.item, 'back');
    show();
    say(deskWords.conflict, true);
  }
}

/** Counts requests that are not answered yet. */
function count(more: 1 | -1): void {
  unsaved += more;
  document.body.dataset.unsaved = String(unsaved);
}

/** Does work after all earlier requests. */
function enqueue(work: () => Promise<void>): void {
  count(1);
  saving = saving.then(work).finally(() => count(-1));
}

function decide(entry: DeskEntry, isHeading: boolean): void {
  const { item } = entry;
  // What is rejected are the words that were proposed.
  if (!isHeading) Object.assign(entry, { start: item.start, end: item.end });
  const { start, end } = entry;
  entry.verdict = isHeading ? 'accept' : 'reject';
  const said = isHeading ? deskWords.accepted : deskWords.rejected;
  say(`${said}: ${item.words.slice(start, end).join(' ')}`);
  enqueue(async () => {
    try {
      const decision = { item: item.item, isHeading, start, end, seen: entry.confirmed };
      settle(entry, await sendDecision(decision));
    } catch (error) {
      entry.verdict = entry.confirmed;
      const { verdict: _, ...open } = item;
      entries.goTo(entry.confirmed ? { ...open, verdict: entry.confirmed } : open, 'back');
      show();
      failed(error);
    }
  });
  entries.move(1);
  show();
}

function undo(): void {
  enqueue(async () => {
    try {
      const result = await sendUndo();
      if (result.state === 'nothing') {
        say(deskWords.nothingToUndo);
        return;
      }
      entries.setProgress(result.progress);
      entries.goTo(result.item, 'anywhere');
      show();
      if (result.state === 'saved') say(deskWords.undone);
      else say(deskWords.conflict, true);
    } catch (error) {
      failed(error);
    }
  });
}

/** Moves a boundary of the heading by a word, as far as there are words. */
function moveBoundary(entry: DeskEntry, side: 'start' | 'end', by: 1 | -1): void {
  const to = entry[side] + by;
  const isInside = side === 'start' ? to >= 0 && to < entry.end : to > entry.start;
  if (!isInside || to > entry.item.words.length) return;
  entry[side] = to;
  show();
}

/** Goes to the next or the previous item. */
function go(by: 1 | -1): void {
  if (by === 1 && entries.current() === undefined) return;
  entries.move(by);
  say('');
  show();
}

/** What each key does with the item that is shown. */
const onItem: Readonly<Partial<Record<Action, (entry: DeskEntry) => void>>> = {
  accept: (entry) => decide(entry, true),
  reject: (entry) => decide(entry, false),
  lengthen: (entry) => moveBoundary(entry, 'end', 1),
  shorten: (entry) => moveBoundary(entry, 'end', -1),
  earlier: (entry) => moveBoundary(entry, 'start', -1),
  later: (entry) => moveBoundary(entry, 'start', 1),
};

function act(action: Action): void {
  const entry = entries.current();
  if (action === 'undo') undo();
  else if (action === 'next') go(1);
  else if (action === 'previous') go(-1);
  else if (entry !== undefined) onItem[action]?.(entry);
}

document.addEventListener('keydown', (event) => {
  const action = actionOf(event, isRtl(entries.current()));
  if (action === undefined || (event.repeat && !/ArrowLeft|ArrowRight/.test(event.key))) return;
  event.preventDefault();
  act(action);
});

document.addEventListener('click', ({ target, detail }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null;
  if (button === null) return;
  // After a click with a pointer Enter is a key of the page again.
  if (detail > 0) button.blur();
  act(button.dataset.action as Action);
});

addEventListener('beforeunload', (event) => {
  if (unsaved > 0) event.preventDefault();
});

fillChoices(desk.counts, () => {
  say('');
  void entries.choose(chosenHeadings());
  show();
});
void entries.choose(chosenHeadings());
show();
