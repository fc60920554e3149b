import type { ReaderWords } from '../model/reader-words.ts';

/** A build writes the texts of the site's language before the script. */
declare const readerWords: ReaderWords;

/** Texts of the interface. */
export const interfaceTexts: ReaderWords = readerWords;
