/** What a key or a button does. */
export type Action =
  | 'accept'
  | 'reject'
  | 'lengthen'
  | 'shorten'
  | 'earlier'
  | 'later'
  | 'next'
  | 'previous'
  | 'undo';

/** Keys by the letter that they print on a Latin layout; on any other layout the same place counts. */
const letters: Readonly<Record<string, Action>> = {
  a: 'accept',
  r: 'reject',
  l: 'lengthen',
  s: 'shorten',
  n: 'next',
  p: 'previous',
  u: 'undo',
};

const named: Readonly<Record<string, Action>> = {
  Enter: 'accept',
  Delete: 'reject',
  Backspace: 'reject',
  ArrowDown: 'next',
  ArrowUp: 'previous',
};

/** The same key moves the other boundary with Shift. */
const shifted: Partial<Readonly<Record<Action, Action>>> = {
  lengthen: 'earlier',
  shorten: 'later',
};

/** Arrows move a boundary in their own direction: the end of a text that runs to the left lies on the left. */
function arrow(key: string, isShifted: boolean, isRtl: boolean): Action | undefined {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const isForward = (key === 'ArrowLeft') === isRtl;
  if (isShifted) return isForward ? 'later' : 'earlier';
  return isForward ? 'lengthen' : 'shorten';
}

/** Tells whether the key belongs to an element of the page: Enter on a button or a link, any key in a list. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('select, input, textarea') !== null) return true;
  return key === 'Enter' && target.closest('a, button, summary') !== null;
}

/**
 * Returns what a key does; undefined where it is none of the page's.
 *
 * @param isRtl whether the text of the article runs to the left
 */
export function actionOf(event: KeyboardEvent, isRtl: boolean): Action | undefined {
  const { key, code, shiftKey } = event;
  if (event.altKey || isTaken(event)) return undefined;
  if (event.ctrlKey || event.metaKey) {
    return code === 'KeyZ' && !shiftKey ? 'undo' : undefined;
  }
  const moved = arrow(key, shiftKey, isRtl);
  if (moved !== undefined) return moved;
  const latin = /^[a-z]$/i.test(key) ? key : code.replace(/^Key(?=[A-Z]$)/, '');
  const action = named[key] ?? letters[latin.toLowerCase()];
  if (action === undefined) return undefined;
  return shiftKey ? (shifted[action] ?? action) : action;
}
