import { digitsValue } from '../../arabic/digit-value.ts';
import type { Span } from '../../model/structure.ts';
import { isStopped, type Line } from '../lines.ts';
import type { FormLines } from './form-lines.ts';

/** Most words of an item, and of all items of a list on average; longer ones are paragraphs. */
const maxItemWords = 45;
const maxMeanWords = 22;
/** Most words of a short item over a long one, which may be a heading with its text. */
const maxHeadingWords = 9;
const minTextWords = 7;

/** A bullet, or a number of one or two digits, with what separates it from the item. */
const bullet = /^([-–—•●■▪◦○□►▶✓✔✦◆·]|\*(?!\*)|ـ(?=\s))\s*(?=\S)/;
const number = /^[([]?([\d٠-٩۰-۹]{1,2})\s*(?:[-–—ـ.):\]](?![\d٠-٩۰-۹])|\/\s)\s*(?=\S)/;

/** A line with a mark of an item: the sign, or `1` for numbers. */
interface Item {
  readonly mark: string;
  readonly value: number;
  readonly span: Span;
}

/** Reads the mark at the start of a line; the first unit tells most lines that have none. */
function itemOf(text: string, { start, end }: Line): Item | undefined {
  const unit = text.charCodeAt(start);
  const mayBe =
    unit < 0x620 || unit === 0x640 || (unit >= 0x660 && unit <= 0x669) || unit >= 0x06f0;
  if (!mayBe) return undefined;
  const source = text.slice(start, Math.min(end, start + 12));
  const sign = bullet.exec(source);
  if (sign !== null) {
    const mark = /[-–—ـ]/.test(sign[1] ?? '') ? '-' : (sign[1] ?? '');
    return { mark, value: 0, span: { start: start + sign[0].length, end } };
  }
  const digits = number.exec(source);
  if (digits === null) return undefined;
  const value = digitsValue(digits[1] ?? '');
  return { mark: '1', value, span: { start: start + digits[0].length, end } };
}

/** Tells whether consecutive items are a list, and not headings over their paragraphs. */
function isList(text: string, items: readonly Item[], lines: readonly Line[]): boolean {
  if (items.length < 2) return false;
  let [words, pairs] = [0, 0];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const next = lines[index + 1];
    if (line === undefined || line.words === 0 || line.words > maxItemWords) return false;
    words += line.words;
    if (next === undefined || line.words > maxHeadingWords || next.words < minTextWords) continue;
    if (!isStopped(text, line) && isStopped(text, next)) pairs += 1;
  }
  return words <= items.length * maxMeanWords && pairs * 4 < items.length;
}

/** Tells whether the last of consecutive items is a heading: short and without a stop, after items with one, over text. */
function endsWithHeading(
  text: string,
  lines: readonly Line[],
  first: number,
  count: number,
): boolean {
  const [last, next] = [lines[first + count - 1], lines[first + count]];
  if (count < 2 || last === undefined || next === undefined || next.words < 12) return false;
  if (last.words > maxHeadingWords || isStopped(text, last)) return false;
  return lines.slice(first, first + count - 1).every((line) => isStopped(text, line));
}

/**
 * Finds lists: consecutive lines with the same bullet, or with numbers that count on.
 *
 * @param text The whole text.
 * @param lines Its lines, or its blocks where it was hard-wrapped.
 * @returns Lists in order, not overlapping. Linear in the number of lines.
 */
export function findLists(text: string, lines: readonly Line[]): readonly FormLines[] {
  const found: FormLines[] = [];
  // The first line is the title, also with a bullet.
  for (let first = 1; first + 1 < lines.length; ) {
    const line = lines[first];
    const opening = line === undefined ? undefined : itemOf(text, line);
    if (opening === undefined) {
      first += 1;
      continue;
    }
    const items: Item[] = [];
    for (let item: Item | undefined = opening; item !== undefined; ) {
      items.push(item);
      const next = lines[first + items.length];
      const following: Item | undefined = next === undefined ? undefined : itemOf(text, next);
      const isNext: boolean =
        following?.mark === item.mark &&
        (following.mark !== '1' || following.value === item.value + 1);
      item = isNext ? following : undefined;
    }
    if (endsWithHeading(text, lines, first, items.length)) items.pop();
    if (isList(text, items, lines.slice(first, first + items.length))) {
      const start = opening.mark === '1' ? { start: opening.value } : {};
      found.push({
        ...{ first, last: first + items.length - 1 },
        lines: { form: 'list', ...start, items: items.map(({ span }) => span) },
      });
    }
    first += Math.max(1, items.length);
  }
  return found;
}
