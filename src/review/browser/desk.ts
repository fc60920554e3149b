import type { DeskWords } from '../../model/desk-words.ts';
import type { QueueCount } from '../../model/review.ts';

/** What the server writes into the page for its script. */
export interface DeskData {
  readonly words: DeskWords;
  /** Secret of this run of the server, without which it answers no request. */
  readonly token: string;
  readonly counts: readonly QueueCount[];
}

/** The data of the page. */
export const desk = JSON.parse(document.body.dataset.desk ?? '{}') as DeskData;

/** Words of the interface. */
export const { words: deskWords } = desk;

/** Returns an element of the page by its id. */
export const part = (id: string): HTMLElement =>
  document.getElementById(id) ?? document.createElement('div');

/** Returns a number in the digits of the interface. */
export const localNumber = (value: number | string): string =>
  String(value)
    .replace(/\d/g, (digit) => deskWords.digits[Number(digit)] ?? digit)
    .replace('.', deskWords.decimalMark);

/** Returns words with values in place of `{name}`. */
export const withValues = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
