import { make } from './make.ts';

/**
 * Returns a button that makes a file in the page and saves it: pages opened from a disk can do that too. The style sheet
 * shows its label, so that the words of the page are the same with and without the script.
 */
export const fileButton = (label: string, name: string, content: () => string): HTMLElement =>
  make('button', {
    type: 'button',
    ariaLabel: label,
    onclick: () => {
      const href = URL.createObjectURL(new Blob([content()]));
      make('a', { href, download: name }).click();
    },
  });
