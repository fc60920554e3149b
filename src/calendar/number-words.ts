import type { DateToken } from './date-tokens.ts';

/** A number written in words, and the index of the token after it. */
export interface WordNumber {
  readonly value: number;
  readonly next: number;
}

/** Folded ordinals of days, masculine: «الخامس», «العاشر». */
const ordinals = 'الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر'.split(' ');
const tensOfDays: ReadonlyMap<string, number> = new Map([
  ['عشرين', 20],
  ['عشرون', 20],
  ['ثلاثين', 30],
  ['ثلاثون', 30],
]);

/** Folded forms of the cardinals by value, without «و». */
const cardinalForms: readonly (readonly [value: number, forms: string])[] = [
  [1, 'واحد واحده احد احدي'],
  [2, 'اثنين اثنان اثني اثنا اثنتين اثنتي اثنتا'],
  ...'ثلاث اربع خمس ست سبع تسع'
    .split(' ')
    .map((one, i): [number, string] => [[3, 4, 5, 6, 7, 9][i] ?? 0, `${one} ${one}ه`]),
  [8, 'ثمان ثماني ثمانيه'],
  [10, 'عشر عشره'],
  ...'عشر ثلاث اربع خمس ست سبع ثمان تسع'
    .split(' ')
    .map((tens, i): [number, string] => [(i + 2) * 10, `${tens}ين ${tens}ون`]),
  [100, 'ميه مايه'],
  [200, 'ميتين مايتين ميتان مايتان'],
  [800, 'ثمانيميه ثمانيمايه'],
  ...'ثلاث اربع خمس ست سبع ثمان تسع'
    .split(' ')
    .map((ones, i): [number, string] => [(i + 3) * 100, `${ones}ميه ${ones}مايه`]),
  [1000, 'الف'],
  [2000, 'الفين الفان'],
];
const cardinals: ReadonlyMap<string, number> = new Map(
  cardinalForms.flatMap(([value, forms]) =>
    forms.split(' ').map((form): [string, number] => [form, value]),
  ),
);

const withoutAnd = (word: string): string =>
  word.length > 2 && word.startsWith('و') && word !== 'واحد' && word !== 'واحده'
    ? word.slice(1)
    : word;

/**
 * Reads the day of a month in words: «الخامس», «الحادي عشر», «الحادي والعشرين», «العشرين», «غرة».
 *
 * @returns undefined where no such number starts at `at`
 */
export function readDayWords(tokens: readonly DateToken[], at: number): WordNumber | undefined {
  const word = (index: number): string => {
    const token = tokens[index];
    return token?.kind === 'word' ? token.text : '';
  };
  const first = word(at);
  if (first === 'غره' || first === 'اول' || first === 'مستهل') return { value: 1, next: at + 1 };
  const tens = first.startsWith('ال') ? tensOfDays.get(first.slice(2)) : undefined;
  if (tens !== undefined) return { value: tens, next: at + 1 };
  const ones = first === 'الحادي' ? 1 : ordinals.indexOf(first) + 1;
  if (ones === 0) return undefined;
  const second = word(at + 1);
  if (second === 'عشر' && ones < 10) return { value: ones + 10, next: at + 2 };
  const isJoined = second === 'و';
  const rest = isJoined ? word(at + 2) : second.startsWith('و') ? second.slice(1) : '';
  const added = rest.startsWith('ال') ? tensOfDays.get(rest.slice(2)) : undefined;
  const day = added === undefined ? undefined : added + ones;
  if (day !== undefined && ones < 10) {
    return day > 31 ? undefined : { value: day, next: at + (isJoined ? 3 : 2) };
  }
  return first === 'الحادي' ? undefined : { value: ones, next: at + 1 };
}

/**
 * Reads a year in words from 1000 on: «ألفين وخمسة عشر», «ألف وتسعمائة وخمسة وسبعين».
 *
 * @returns undefined where no such year starts at `at`, or its numbers do not descend
 */
export function readYearWords(tokens: readonly DateToken[], at: number): WordNumber | undefined {
  const first = tokens[at];
  if (first?.kind !== 'word') return undefined;
  const thousands = cardinals.get(first.text);
  if (thousands !== 1000 && thousands !== 2000) return undefined;
  let [value, last, next] = [thousands, thousands, at + 1];
  let ones = 0;
  for (; tokens[next]?.kind === 'word'; next += 1) {
    const written = tokens[next]?.text ?? '';
    if (written === 'و') continue;
    const number = cardinals.get(written) ?? cardinals.get(withoutAnd(written));
    if (number === undefined) break;
    if (number === 100 && last >= 3 && last <= 9) {
      // «تسع مئة» in two words.
      value += last * 99;
      [last, ones] = [100 * last, 0];
      continue;
    }
    if (number === 10 && ones > 0) {
      // «خمسة عشر»
      value += 10;
      [last, ones] = [1, 0];
      continue;
    }
    const isTens = number >= 20 && number < 100;
    // «خمسة وسبعين»: the ones come before the tens.
    if (isTens ? last < 100 && ones === 0 : number >= last) return undefined;
    value += number;
    ones = number < 10 ? number : 0;
    last = isTens ? 1 : number;
  }
  return { value, next };
}
