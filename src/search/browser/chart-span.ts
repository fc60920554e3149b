import { element } from './element.ts';
import type { Period } from './periods.ts';
import { filled, type Settings } from './words.ts';

/** What the choice of a span needs to know. */
export interface SpanChoice {
  readonly periods: readonly Period[];
  /** Says what a period has, as for a reader of the screen. */
  readonly describe: (index: number) => string;
  readonly isRightToLeft: boolean;
  /** Applies the periods from one to another. */
  readonly choose: (first: number, last: number) => void;
}

/** The layer over a chart on which a span is chosen, and the line that says what it does. */
export interface SpanLayer {
  readonly layer: HTMLElement;
  readonly readout: HTMLElement;
}

/**
 * Returns a layer over a chart on which a drag, two taps, or arrow keys and the return key choose a span. It is one
 * stop of the Tab key, a list of which two items are chosen.
 */
export function spanLayer(
  { periods, describe, isRightToLeft, choose }: SpanChoice,
  { panel: { chart, span } }: Settings,
): SpanLayer {
  const readout = element('p', { class: 'chart-readout' }, chart.help);
  const options = periods.map((_, i) =>
    element('div', {
      role: 'option',
      id: `period-${i}`,
      'aria-label': describe(i),
      'aria-selected': 'false',
    }),
  );
  const layer = element(
    'div',
    {
      class: 'chart-layer',
      role: 'listbox',
      tabindex: '0',
      'aria-multiselectable': 'true',
      'aria-label': chart.help,
    },
    ...options,
  );
  /** First end of the span; undefined before it is chosen. */
  let start: number | undefined;
  let active = 0;
  let pressedAt: number | undefined;

  function mark(): void {
    const [from, to] = [Math.min(start ?? active, active), Math.max(start ?? active, active)];
    options.forEach((option, i) => {
      option.setAttribute('aria-selected', String(start !== undefined && i >= from && i <= to));
      option.classList.toggle('is-active', i === active);
    });
    layer.setAttribute('aria-activedescendant', `period-${active}`);
  }
  function cancel(): void {
    start = undefined;
    mark();
    readout.replaceChildren(chart.help);
  }
  function say(): void {
    const begin = periods[start ?? -1];
    if (start === undefined || begin === undefined) {
      readout.replaceChildren(describe(active));
      return;
    }
    const first = start;
    const only = element('button', { type: 'button' }, filled(chart.only, { name: begin.name }));
    only.addEventListener('click', () => choose(first, first));
    const stop = element('button', { type: 'button' }, chart.cancel);
    stop.addEventListener('click', cancel);
    const [from, to] = [periods[Math.min(first, active)], periods[Math.max(first, active)]];
    const words =
      first === active || from === undefined || to === undefined
        ? filled(chart.started, { name: begin.name })
        : filled(span, { from: from.name, to: to.name });
    readout.replaceChildren(`${words} `, only, ' ', stop);
  }
  function take(index: number): void {
    active = index;
    if (start === undefined) {
      start = index;
      mark();
      say();
    } else choose(Math.min(start, index), Math.max(start, index));
  }
  function indexAt({ clientX }: PointerEvent): number {
    const { left, width } = layer.getBoundingClientRect();
    const part = (clientX - left) / width;
    const index = Math.floor((isRightToLeft ? 1 - part : part) * periods.length);
    return Math.min(periods.length - 1, Math.max(0, index));
  }

  layer.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    layer.setPointerCapture(event.pointerId);
    pressedAt = indexAt(event);
  });
  layer.addEventListener('pointermove', (event) => {
    active = indexAt(event);
    if (pressedAt !== undefined && pressedAt !== active) start ??= pressedAt;
    mark();
    say();
  });
  layer.addEventListener('pointerup', (event) => {
    const at = indexAt(event);
    const isDrag = pressedAt !== undefined && pressedAt !== at;
    if (isDrag && pressedAt !== undefined) choose(Math.min(pressedAt, at), Math.max(pressedAt, at));
    else if (pressedAt !== undefined) take(at);
    pressedAt = undefined;
  });
  layer.addEventListener('pointercancel', () => {
    pressedAt = undefined;
    cancel();
  });
  layer.addEventListener('focus', () => {
    mark();
    say();
  });
  layer.addEventListener('keydown', (event) => {
    const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
    const backward = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
    if (event.shiftKey && (event.key === forward || event.key === backward)) start ??= active;
    if (event.key === forward) active = Math.min(periods.length - 1, active + 1);
    else if (event.key === backward) active = Math.max(0, active - 1);
    else if (event.key === 'Home') active = 0;
    else if (event.key === 'End') active = periods.length - 1;
    else if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' || event.key === ' ') take(active);
    else return;
    event.preventDefault();
    if (!layer.isConnected) return;
    mark();
    if (event.key !== 'Escape') say();
  });
  return { layer, readout };
}
