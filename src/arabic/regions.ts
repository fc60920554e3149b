/** How a country's newspapers print dates and numbers. */
export interface Region {
  /** January first. */
  readonly months: readonly string[];
  /** `arab` ٠١٢٣, `latn` 0123. */
  readonly digits: 'arab' | 'latn';
}

const eastern = [
  'كانون الثاني',
  'شباط',
  'آذار',
  'نيسان',
  'أيار',
  'حزيران',
  'تموز',
  'آب',
  'أيلول',
  'تشرين الأول',
  'تشرين الثاني',
  'كانون الأول',
];
const common = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
];
const moroccan = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'ماي',
  'يونيو',
  'يوليوز',
  'غشت',
  'شتنبر',
  'أكتوبر',
  'نونبر',
  'دجنبر',
];
const maghrebi = [
  'جانفي',
  'فيفري',
  'مارس',
  'أفريل',
  'ماي',
  'جوان',
  'جويلية',
  'أوت',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
];
const mauritanian = [
  'يناير',
  'فبراير',
  'مارس',
  'إبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغشت',
  'شتمبر',
  'أكتوبر',
  'نوفمبر',
  'دجمبر',
];

/**
 * Month names and digits by ISO 3166 country code, after CLDR (`dates-gregorian`, `numbers`). The
 * table is ours because the runtime's own changes with its ICU, and the same input must give the
 * same bytes on every machine.
 */
export const regions: Readonly<Record<string, Region>> = {
  AE: { months: common, digits: 'latn' },
  BH: { months: common, digits: 'arab' },
  DJ: { months: common, digits: 'arab' },
  DZ: { months: maghrebi, digits: 'latn' },
  EG: { months: common, digits: 'arab' },
  EH: { months: common, digits: 'latn' },
  ER: { months: common, digits: 'arab' },
  IL: { months: common, digits: 'arab' },
  IQ: { months: eastern, digits: 'arab' },
  JO: { months: eastern, digits: 'arab' },
  KM: { months: common, digits: 'arab' },
  KW: { months: common, digits: 'arab' },
  LB: { months: eastern, digits: 'arab' },
  LY: { months: common, digits: 'latn' },
  MA: { months: moroccan, digits: 'latn' },
  MR: { months: mauritanian, digits: 'arab' },
  OM: { months: common, digits: 'arab' },
  PS: { months: eastern, digits: 'arab' },
  QA: { months: common, digits: 'arab' },
  SA: { months: common, digits: 'arab' },
  SD: { months: common, digits: 'arab' },
  SO: { months: common, digits: 'arab' },
  SS: { months: common, digits: 'arab' },
  SY: { months: eastern, digits: 'arab' },
  TD: { months: common, digits: 'arab' },
  TN: { months: maghrebi, digits: 'latn' },
  YE: { months: common, digits: 'arab' },
};

/** Used where no region is configured: the month names and digits that most countries print. */
export const defaultRegion: Region = { months: common, digits: 'arab' };

/** For an interface in English. */
export const englishRegion: Region = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  digits: 'latn',
};
