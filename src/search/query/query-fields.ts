import type { TermField } from './query-node.ts';

/** What the name before a colon asks for. */
export type QueryField = 'title' | TermField | 'before' | 'after' | 'date';

/**
 * The names of fields, folded. Those of the second list are also common words before a colon («مصدر: لا
 * زيادة في الأسعار»), so that their value must follow without a space.
 */
const names: Readonly<Record<QueryField, readonly [names: string, alsoWords: string]>> = {
  title: ['title intitle العنوان', 'عنوان'],
  source: ['source المصدر', 'مصدر'],
  section: ['section القسم', 'قسم الباب باب'],
  subject: ['subject topic الموضوع', 'موضوع'],
  author: ['author by الكاتب المولف', 'كاتب مولف'],
  person: ['person الشخصيه الشخص', 'شخصيه شخص'],
  place: ['place المكان', 'مكان'],
  before: ['before قبل', ''],
  after: ['after بعد', ''],
  date: ['date التاريخ', 'تاريخ'],
};

const fields = new Map<string, { readonly field: QueryField; readonly isWord: boolean }>();
for (const [field, lists] of Object.entries(names) as [QueryField, readonly [string, string]][]) {
  lists.forEach((list, n) => {
    for (const name of list.split(' ')) fields.set(name, { field, isWord: n === 1 });
  });
}

/**
 * Returns the field of a name before a colon.
 *
 * @param name folded
 * @param isSpaced whether white space follows the colon
 */
export function queryFieldOf(name: string, isSpaced: boolean): QueryField | undefined {
  const found = fields.get(name);
  return found === undefined || (isSpaced && found.isWord) ? undefined : found.field;
}

const yearFirst = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
const yearLast = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/;

/**
 * Reads a day, a month or a year with digits of any kind: «2015», «2015-07», «٢١/٧/٢٠١٥».
 *
 * @returns its first and its last number YYYYMMDD, zeros for unknown parts; undefined where it is no date
 */
export function daysOf(text: string): readonly [first: number, last: number] | undefined {
  const plain = text
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[^\d]+$/, '');
  const [, y, m, d] = yearFirst.exec(plain) ?? [];
  const [, lastDay, lastMonth, lastYear] = yearLast.exec(plain) ?? [];
  const year = Number(y ?? lastYear ?? 0);
  const month = Number(m ?? lastMonth ?? 0);
  const day = Number(d ?? lastDay ?? 0);
  if (year === 0 || month > 12 || day > 31) return undefined;
  const first = year * 10_000 + month * 100 + day;
  if (month === 0) return [first, first + 9999];
  return [first, day === 0 ? first + 99 : first];
}
