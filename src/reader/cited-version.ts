import { make } from './make.ts';
import { interfaceTexts as words } from './texts.ts';

declare global {
  interface Window {
    /** Callback of the file with the version of the archive: the text before it, the version, the text after it. */
    archiveVersion?: (version: readonly [before: string, version: string, after: string]) => void;
  }
}

/**
 * Adds the version of the archive to the citation of an article once a reader points at the citation or selects words.
 * It is in a file of its own, because it changes with every article, and is loaded as a script, because a page opened
 * from a disk can load nothing else.
 *
 * @param reader URL of the reader script
 */
export function citeArchiveVersion(reader: string): void {
  const citation = document.querySelector('[data-citation]');
  if (!citation) return;
  window.archiveVersion = ([before, version, after]) =>
    citation.append(words.listSeparator, before, make('bdi', { dir: 'ltr' }, version), after);
  let isLoaded = false;
  const load = (): void => {
    if (isLoaded) return;
    isLoaded = true;
    // A query of its own for each visit: hosts may let assets be cached for ever, and this one keeps its name.
    const { href } = new URL(`archive-version.js?${performance.timeOrigin}`, reader);
    document.head.append(make('script', { src: href }));
  };
  citation.addEventListener('pointerover', load);
  document.addEventListener('selectionchange', load);
}
