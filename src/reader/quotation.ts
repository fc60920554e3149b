import { copy } from './copy.ts';
import { make } from './make.ts';
import { placeAddress } from './place-address.ts';
import { interfaceTexts as words } from './texts.ts';

const textOf = (selector: string): string =>
  document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** Returns the element of a boundary of the selection, where it is in the text of an article. */
function elementIn(node: Node | null): Element | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('[data-lead], [data-section]') ? (element ?? undefined) : undefined;
}

/** Returns a text with the citation of its article; the address of `place` is in it. */
function quotation(text: string, place: Element | null): string {
  const [open, close] = words.quotationMarks;
  const [page, address] = [placeAddress(null), placeAddress(place)];
  const citation = textOf('[data-citation]') || textOf('h1');
  const cited = citation.includes(page)
    ? citation.replace(page, () => address)
    : `${citation}${words.listSeparator}${address}`;
  return `${open}${text}${close} – ${cited}`;
}

/** Shows a button at the end of a selection in an article's text; it copies the words with their citation. */
export function offerQuotations(): void {
  let quote = (): string => '';
  let selected: Range | undefined;
  const button = make(
    'button',
    {
      type: 'button',
      className: 'reader-quote',
      // The selection stays.
      onmousedown: (event) => event.preventDefault(),
      onclick: () => {
        button.remove();
        void copy(quote(), words.quoteCopied);
      },
    },
    words.quote,
  );

  /** Moves the button to the end of the selection. */
  function place(): void {
    const boxes = selected?.getClientRects() ?? [];
    const box = boxes[boxes.length - 1];
    if (box === undefined || !button.isConnected) return;
    const put = (name: string, value: number, most: number): void =>
      button.style.setProperty(name, `${Math.max(8, Math.min(value, most - 8))}px`);
    put('--quote-top', box.bottom + 8, innerHeight - button.offsetHeight);
    put('--quote-left', box.left, innerWidth - button.offsetWidth);
  }

  function update(): void {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    const start = elementIn(range?.startContainer ?? null);
    const text = String(selection)
      .replace(/\s*\n\s*/g, '\n')
      .trim();
    const end = elementIn(range?.endContainer ?? null);
    // A triple click selects up to the start of what follows.
    if (text === '' || start === undefined || !(end || range?.endOffset === 0)) {
      if (document.activeElement !== button) button.remove();
      return;
    }
    selected = range;
    quote = () => quotation(text, start.closest('[data-article] [id]'));
    // In the block where the selection ends, so that the Tab key goes on from there.
    const block = end ?? start;
    if (button.parentNode !== block) block.append(button);
    place();
  }

  let timer = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(update, 250);
  });
  addEventListener('keydown', (event) => {
    const isNext = event.key === 'Tab' && !event.shiftKey;
    if (!isNext || !button.isConnected || document.activeElement === button) return;
    event.preventDefault();
    button.focus();
  });
  addEventListener('scroll', place, { passive: true });
  addEventListener('resize', place);
}
