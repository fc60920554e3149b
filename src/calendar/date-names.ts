import { fold } from '../arabic/letters.ts';
import { regions } from './regions.ts';

/** Names of months beside those of the regions, January first: variants in newspapers, and of Libya 1970–2011. */
const otherMonths: readonly (readonly string[])[] = [
  ['جنواري', 'جنوري', 'يناير', 'ينائر', 'جانفييه', 'أي النار', 'كانون ثاني', 'كانون ثان'],
  ['فبرائر', 'شباط', 'أشباط', 'فبراير', 'فيبراير', 'فيفري', 'فيفريه', 'النوار'],
  ['مارت', 'آذار', 'مارس', 'الربيع'],
  ['ابريل', 'نيسان', 'أفريل', 'افرايل', 'إبريل', 'الطير'],
  ['ايار', 'مايس', 'آيار', 'مايو', 'ماي', 'الماء'],
  ['يونيو', 'يونيه', 'يونية', 'حزيران', 'جوان', 'الصيف'],
  ['يوليو', 'يوليه', 'يولية', 'يوليوز', 'تموز', 'جويلية', 'جويليا', 'جولية', 'ناصر'],
  ['أغسطس', 'أوغسطس', 'اغسطوس', 'آب', 'أوت', 'غشت', 'أغشت', 'هانيبال'],
  ['سبتمبر', 'ايلول', 'سبتنبر', 'سيبتمبر', 'شتنبر', 'شتمبر', 'الفاتح'],
  ['أكتوبر', 'أوكتوبر', 'اكتوبر', 'تشرين أول', 'تشرين الأول', 'التمور'],
  ['نوفمبر', 'نوفنبر', 'نونبر', 'نوفبر', 'تشرين ثاني', 'تشرين ثان', 'تشرين الثاني', 'الحرث'],
  ['ديسمبر', 'ديسنبر', 'دجنبر', 'دجمبر', 'كانون أول', 'كانون الأول', 'الكانون'],
];

const englishMonths = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const frenchMonths: readonly (readonly string[])[] = [
  ...[
    ['janvier', 'janv'],
    ['fevrier', 'fevr', 'fev'],
    ['mars'],
    ['avril', 'avr'],
    ['mai'],
    ['juin'],
  ],
  ...[['juillet', 'juil'], ['aout'], ['septembre'], ['octobre'], ['novembre'], ['decembre']],
];

/** Months by their folded names; Latin names in lower case without accents. */
const months: ReadonlyMap<string, number> = (() => {
  const byName = new Map<string, number>();
  const add = (name: string, index: number): void => void byName.set(fold(name), index + 1);
  for (const region of Object.values(regions)) region.months.forEach(add);
  for (const names of [otherMonths, frenchMonths]) {
    names.forEach((ofMonth, index) => {
      for (const name of ofMonth) add(name, index);
    });
  }
  englishMonths.forEach((name, index) => {
    add(name, index);
    add(name.slice(0, 3), index);
  });
  add('sept', 8);
  return byName;
})();

/** Months of two numbered names: «كانون 2», «ك2», «تشرين 1». */
const numberedMonths: ReadonlyMap<string, number> = new Map([
  ...([
    ['كانون 1', 12],
    ['ك 1', 12],
    ['كانون 2', 1],
    ['ك 2', 1],
  ] as const),
  ...([
    ['تشرين 1', 10],
    ['ت 1', 10],
    ['تشرين 2', 11],
    ['ت 2', 11],
  ] as const),
]);

const firstOfTwo = ['اول', 'الاول', 'اولي', 'الاولي', 'اولا', 'الاولا', '1'];
const secondOfTwo = [
  ...['اخر', 'الاخر', 'اخره', 'الاخره', 'اخري', 'الاخري'],
  ...['ثاني', 'الثاني', 'ثانيه', 'الثانيه', 'ثان', '2'],
];
const jumadas = ['جمادي', 'جماد', 'جماده', 'جمادا'];

const pairs = (firsts: readonly string[], seconds: readonly string[]): readonly string[] =>
  firsts.flatMap((first) => seconds.map((second) => `${first} ${second}`));

/** Names of the Hijri months, folded, Muharram first, in the forms that newspapers print. */
const hijriNames: readonly (readonly string[])[] = [
  ['محرم', 'المحرم', 'muharram'],
  ['صفر', 'safar'],
  pairs(['ربيع'], firstOfTwo),
  pairs(['ربيع'], secondOfTwo),
  pairs(jumadas, firstOfTwo),
  pairs(jumadas, secondOfTwo),
  ['رجب', 'rajab'],
  ['شعبان', 'shaaban', 'shaban'],
  ['رمضان', 'ramadan', 'ramadhan'],
  ['شوال', 'shawwal'],
  [...pairs(['ذو', 'ذي', 'ذا'], ['القعده', 'قعده']), 'القعده', 'ذوالقعده', 'ذيالقعده'],
  [...pairs(['ذو', 'ذي', 'ذا'], ['الحجه', 'حجه']), 'الحجه', 'ذوالحجه', 'ذيالحجه'],
];
const hijriMonths: ReadonlyMap<string, number> = new Map(
  hijriNames.flatMap((names, i) => names.map((name): [string, number] => [name, i + 1])),
);

const weekdayNames: readonly (readonly string[])[] = [
  ['الاحد', 'sunday', 'sun', 'dimanche', 'dim'],
  ['الاثنين', 'الاتنين', 'monday', 'mon', 'lundi', 'lun'],
  ['الثلاثاء', 'الثلاثا', 'الثلثاء', 'tuesday', 'tue', 'tues', 'mardi'],
  ['الاربعاء', 'الاربعا', 'wednesday', 'wed', 'mercredi', 'mer'],
  ['الخميس', 'thursday', 'thu', 'thur', 'thurs', 'jeudi', 'jeu'],
  ['الجمعه', 'friday', 'fri', 'vendredi', 'ven'],
  ['السبت', 'saturday', 'sat', 'samedi', 'sam'],
];
const weekdays: ReadonlyMap<string, number> = new Map(
  weekdayNames.flatMap((names, day) => names.map((name): [string, number] => [name, day])),
);

/** Returns a Latin name in lower case without accents; any other unchanged. */
export const latinName = (name: string): string =>
  hasLatinLetter(name) ? name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() : name;

/** Tells whether a name has a letter of ASCII. Nearly every word of a text is looked up and has none. */
function hasLatinLetter(name: string): boolean {
  for (let at = 0; at < name.length; at += 1) {
    const unit = name.charCodeAt(at);
    if (unit < 0x80 && ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a))) {
      return true;
    }
  }
  return false;
}

/** Looks up a Latin name as `latinName` writes it; undefined for any other, which was looked up as it is. */
const ofLatinName = (names: ReadonlyMap<string, number>, name: string): number | undefined =>
  hasLatinLetter(name) ? names.get(latinName(name)) : undefined;

/** First words of all names of months. */
const monthStarts: ReadonlySet<string> = new Set(
  [...months.keys(), ...numberedMonths.keys(), ...hijriMonths.keys()].map(
    (name) => name.split(' ', 1)[0] ?? '',
  ),
);

/** Tells whether the name of a month of either calendar may begin with a folded word. */
export const mayBeginMonth = (word: string): boolean =>
  monthStarts.has(word) || hasLatinLetter(word);

/**
 * Returns the month, 1 to 12, of a folded name of one or two words in any Arab country, in English or
 * French: «كانون الاول», «ديسمبر», «دجنبر», `Dec` and «كانون 1» are 12; undefined for any other name.
 */
export function monthOf(name: string): number | undefined {
  return months.get(name) ?? numberedMonths.get(name) ?? ofLatinName(months, name);
}

/** Returns the Hijri month, 1 for Muharram, of a folded name of one or two words; undefined for any other. */
export const hijriMonthOf = (name: string): number | undefined =>
  hijriMonths.get(name) ?? ofLatinName(hijriMonths, name);

/** Returns the day of the week, 0 for Sunday, of a folded name; undefined for any other name. */
export const weekdayOf = (name: string): number | undefined =>
  weekdays.get(name) ?? ofLatinName(weekdays, name);
