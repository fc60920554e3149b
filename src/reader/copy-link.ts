import { copy } from './copy.ts';
import { placeAddress } from './place-address.ts';
import { interfaceTexts as words } from './texts.ts';

/** Copies the address of a paragraph or section when its link is followed: the link leads to what it is in. */
export function copyLinks(): void {
  addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
    const link = (target as Element).closest?.('[data-article] a[href^="#"]');
    const place = link?.parentElement?.closest('[id]');
    if (!place || ctrlKey || metaKey || shiftKey) return;
    if (link?.getAttribute('href') === `#${encodeURIComponent(place.id)}`)
      void copy(placeAddress(place), words.linkCopied);
  });
}
