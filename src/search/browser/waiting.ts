import { element } from './element.ts';
import type { Settings } from './words.ts';

/** Milliseconds before the page says that it searches, and before it says that the host is slow. */
const [patience, slowness] = [400, 3000];

/** Says how a search goes while the host takes its time. */
export interface Waiting {
  /** Begins to wait; ends an earlier wait. */
  begin(): void;
  end(): void;
}

/**
 * Returns the controller of the state of a search.
 *
 * @param status element that is read out when its text changes
 * @param retry requests again what has not arrived
 */
export function waitingState(
  status: HTMLElement,
  { words, panel }: Settings,
  retry: () => void,
): Waiting {
  const timers: ReturnType<typeof setTimeout>[] = [];
  const button = element('button', { type: 'button', 'data-retry': '' }, panel.retry);
  function end(): void {
    for (const timer of timers.splice(0)) clearTimeout(timer);
    status.replaceChildren();
  }
  function begin(): void {
    end();
    timers.push(
      setTimeout(() => status.replaceChildren(words.searching), patience),
      setTimeout(() => status.replaceChildren(panel.slow, ' ', button), slowness),
    );
  }
  button.addEventListener('click', () => {
    retry();
    begin();
  });
  return { begin, end };
}
