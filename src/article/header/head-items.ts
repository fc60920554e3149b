import { weekdayOf } from '../../calendar/date-names.ts';
import { currencies, lastPageWords, ordinalNumbers } from './head-words.ts';
import type { LineToken } from './line-tokens.ts';

/** What a paper prints above its articles besides dates, names and places. */
export interface HeadItems {
  issue?: string;
  page?: string;
  /** The number of a volume («المجلد 12»). */
  volume?: string;
  /** Whether the year of publication or the price is printed; neither is a key of the metadata. */
  hasOther?: boolean;
}

const issueWords = new Set(['العدد', 'عدد']);
const pageWords = new Set(['الصفحه', 'صفحه', 'ص']);
const volumeWords = new Set(['المجلد', 'مجلد']);
const partWords = new Set(['السنه', 'الجزء']);
const priceWords = new Set(['الثمن', 'ثمن', 'السعر', 'سعر', 'ثمنها', 'سعرها', 'ثمنه', 'سعره']);

/** Folded words that may start an item of a masthead. */
export const itemWords: readonly string[] = [
  ...[...issueWords, ...pageWords, ...volumeWords, ...priceWords],
  ...[...partWords, 'رقم'],
];

const itemStarts: ReadonlySet<string> = new Set(itemWords);

/** Words between a label and its number. */
const betweenWords = new Set(['رقم', ':', '(', '/', '-', '[', '.']);

/** Tells whether an item of a masthead may start at `at`. */
export function itemStartsAt(tokens: readonly LineToken[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind === 'number' || weekdayOf(token.text) !== undefined) return true;
  if (!itemStarts.has(token.text)) return false;
  const next = tokens[at + 1];
  return next?.kind === 'number' || betweenWords.has(next?.text ?? '') || isOrdinal(next);
}

const isOrdinal = (token: LineToken | undefined): boolean =>
  token !== undefined && (ordinalNumbers.has(token.text) || lastPageWords.has(token.text));

/** Reads a label and its number in digits: «العدد رقم (232)». Returns the index after it; `at` where there is none. */
function readNumber(
  tokens: readonly LineToken[],
  at: number,
  take: (number: string) => void,
): number {
  let next = at + 1;
  while (betweenWords.has(tokens[next]?.text ?? '')) next += 1;
  const number = tokens[next];
  if (number?.kind !== 'number' || number.text.length > 6) return at;
  // «السعر 2.5 ريال» and «العدد 12/3» are no whole numbers.
  take(number.text.replace(/^0+(?=\d)/, ''));
  return next + 1;
}

/** Reads a label and an ordinal: «الصفحة الأولى», «السنة الثانية عشرة», «العدد الحادي والعشرون». */
function readOrdinal(
  tokens: readonly LineToken[],
  at: number,
  line: string,
  take: (number: string) => void,
): number {
  let next = at + 1;
  while (tokens[next]?.text === ':' || tokens[next]?.text === '-') next += 1;
  const first = tokens[next];
  if (first?.kind !== 'word' || !/^ال\p{L}{3,}/u.test(first.text)) return at;
  const hasTens = /^(?:عشر|عشره|وال\p{L}{4,})$/u.test(tokens[next + 1]?.text ?? '');
  const number = ordinalNumbers.get(first.text);
  if (
    number === undefined &&
    !hasTens &&
    !/^(?:الحادي|العشر|الثلاث|الاربع|الخمس|الاخير)/.test(first.text)
  )
    return at;
  const end = hasTens ? next + 2 : next + 1;
  take(
    number !== undefined && !hasTens
      ? number
      : line.slice(first.start, tokens[end - 1]?.end).replace(/\s+/g, ' '),
  );
  return end;
}

/** Reads a price after its label, or a number with a currency: «الثمن: 5 قروش», «ثمن النسخة ٥٠ ريالًا». */
function readPrice(tokens: readonly LineToken[], at: number): number {
  let next = at;
  const isLabelled = priceWords.has(tokens[at]?.text ?? '');
  if (isLabelled) {
    next += 1;
    if (/^(?:النسخه|العدد|نسخه|البيع)$/.test(tokens[next]?.text ?? '')) next += 1;
    while ([':', '-', '('].includes(tokens[next]?.text ?? '')) next += 1;
  }
  if (tokens[next]?.kind !== 'number') {
    // «الثمن ريالان», «السعر: مجانًا»
    return isLabelled && tokens[next]?.kind === 'word' && isPriceWord(tokens[next]) ? next + 1 : at;
  }
  next += 1;
  if (/^[.,،/]$/.test(tokens[next]?.text ?? '') && tokens[next + 1]?.kind === 'number') next += 2;
  if (currencies.has(tokens[next]?.text ?? '')) {
    next += 1;
    // «5 ريالات يمنية», «20 قرشا لبنانيا»
    if (/^\p{L}+(?:يا|يه|ي|يه)$/u.test(tokens[next]?.text ?? '')) next += 1;
    return next;
  }
  return isLabelled ? next : at;
}

const isPriceWord = (token: LineToken | undefined): boolean =>
  /^(?:ريالان|درهمان|قرشان|جنيهان|ديناران|ليرتان|مليمان|مجانا|مجاني|ريال|درهم|قرش|جنيه|دينار|ليره)$/.test(
    token?.text ?? '',
  );

/**
 * Reads an item at `at`: an issue, page, volume, year of publication or price.
 *
 * @param items receives the values; the first of a kind counts
 * @returns the index after it; `at` where there is none
 */
export function readHeadItem(
  items: HeadItems,
  line: string,
  tokens: readonly LineToken[],
  at: number,
): number {
  const token = tokens[at];
  if (token === undefined) return at;
  // «رقم العدد: 12», «اسم الصفحة: الأخيرة»
  const named = tokens[at + 1]?.text ?? '';
  const isNamed =
    (token.text === 'رقم' && issueWords.has(named)) ||
    (token.text === 'اسم' && pageWords.has(named));
  const start = isNamed ? at + 1 : at;
  const text = tokens[start]?.text ?? '';
  const read = (take: (number: string) => void): number => {
    const next = readNumber(tokens, start, take);
    return next > start ? next : readOrdinal(tokens, start, line, take);
  };
  const after = (next: number): number => (next > start ? next : at);
  if (issueWords.has(text)) {
    return after(
      read((number) => {
        items.issue ??= number;
      }),
    );
  }
  if (pageWords.has(text)) {
    const next = read((number) => {
      items.page ??= number;
    });
    return after(next > start ? afterRange(items, tokens, next) : next);
  }
  if (volumeWords.has(text)) {
    return after(
      read((number) => {
        items.volume ??= number;
      }),
    );
  }
  if (partWords.has(text)) {
    return after(
      read(() => {
        items.hasOther = true;
      }),
    );
  }
  const price = readPrice(tokens, at);
  if (price > at) items.hasOther = true;
  return price;
}

/** Reads the second page of a range: «ص 4-5», «ص 4 و5». */
function afterRange(items: HeadItems, tokens: readonly LineToken[], at: number): number {
  const [sign, number, next] = tokens.slice(at, at + 3);
  const isRange = sign?.text === '-' || sign?.text === 'و';
  if (!isRange || number?.kind !== 'number' || next?.kind === 'word' || next?.text === '/')
    return at;
  const [first, last] = [Number(items.page), Number(number.text)];
  if (!(last === first + 1 || (last > first && last - first < 4 && next === undefined))) return at;
  items.page = `${first}-${last}`;
  return at + 2;
}
