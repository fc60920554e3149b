import { fold } from '../arabic/letters.ts';
import { regions } from './regions.ts';

/** Months by their folded names in all regions and their variants in newspapers. */
const months: ReadonlyMap<string, number> = (() => {
  const byName = new Map<string, number>();
  for (const { months: names } of Object.values(regions)) {
    names.forEach((name, index) => {
      byName.set(fold(name), index + 1);
    });
  }
  const otherNames: readonly (readonly string[])[] = [
    ['جنواري', 'يناير'],
    ['فبرائر', 'شباط', 'أشباط', 'فبراير'],
    ['مارت', 'آذار', 'أذار', 'اذار'],
    ['ابريل', 'نيسان'],
    ['ايار', 'مايس', 'آيار'],
    ['يونيه', 'يونية', 'حزيران'],
    ['يوليه', 'يولية', 'يوليوز', 'تموز', 'جويليه'],
    ['أوغسطس', 'اغسطس', 'آب', 'اوت'],
    ['ايلول', 'سبتنبر', 'سيبتمبر'],
    ['أوكتوبر', 'تشرين أول', 'تشرين الاول'],
    ['نوفنبر', 'تشرين ثاني', 'تشرين ثان'],
    ['ديسنبر', 'كانون أول', 'كانون الاول'],
  ];
  otherNames.forEach((names, index) => {
    for (const name of names) byName.set(fold(name), index + 1);
  });
  for (const name of ['كانون ثاني', 'كانون ثان']) byName.set(name, 1);
  return byName;
})();

/** Names of the days, Sunday first, folded. */
const weekdays: ReadonlyMap<string, number> = new Map(
  ['الأحد', 'الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'].map((name, day) => [
    fold(name),
    day,
  ]),
);

/** Names of the Hijri months, folded, in the forms that newspapers print. */
const hijriMonths: ReadonlySet<string> = new Set(
  [
    ...['محرم', 'المحرم', 'محرم الحرام', 'صفر', 'رجب', 'شعبان', 'رمضان', 'شوال'],
    ...['ربيع الأول', 'ربيع أول', 'ربيع الآخر', 'ربيع آخر', 'ربيع الثاني', 'ربيع ثاني'],
    ...['جمادى', 'جمادي', 'جماد', 'جمادة'].flatMap((month) =>
      ['الأولى', 'الأول', 'أولى', 'أول', 'الآخرة', 'الآخر', 'الثانية', 'الثاني', 'ثاني'].map(
        (which) => `${month} ${which}`,
      ),
    ),
    ...['ذو', 'ذي'].flatMap((of) => [`${of} القعدة`, `${of} الحجة`]),
  ].map(fold),
);

/**
 * Returns the month, 1 to 12, of a folded name of one or two words in any region: «كانون الاول»,
 * «ديسمبر» and «دجنبر» are 12; undefined for any other name.
 */
export const monthOf = (name: string): number | undefined => months.get(name);

/** Returns the day of the week, 0 for Sunday, of a folded name; undefined for any other name. */
export const weekdayOf = (name: string): number | undefined => weekdays.get(name);

/** Tells whether a folded name of one or two words is a Hijri month. */
export const isHijriMonth = (name: string): boolean => hijriMonths.has(name);
