import { make } from './make.ts';
import { interfaceTexts as words } from './texts.ts';

/** Says what was done, politely; it is empty before that. */
const status = make('div', { role: 'status', className: 'reader-status' });

let timer = 0;

/** Adds the place of the messages, which screen readers watch. */
export const addStatus = (): void => document.body.append(status);

/** Copies through an event, for pages that have no access to the clipboard: on a disk or an unsafe connection. */
function copyByEvent(text: string): boolean {
  let isCopied = false;
  addEventListener(
    'copy',
    (event) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      isCopied = true;
    },
    { once: true, capture: true },
  );
  document.execCommand('copy');
  return isCopied;
}

/** Copies a text and says so. */
export async function copy(text: string, said: string): Promise<void> {
  let isCopied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    isCopied = copyByEvent(text);
  }
  status.textContent = isCopied ? said : words.copyFailed;
  clearTimeout(timer);
  timer = setTimeout(() => status.replaceChildren(), 4000);
}
