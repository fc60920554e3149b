import type { Region } from '../model/region.ts';

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
 * Month names, digits and weeks by ISO 3166 country code, after CLDR (`dates-gregorian`, `numbers`,
 * `weekData`). Not taken from the runtime, whose data change with ICU, because the same input must
 * give the same bytes on every machine.
 */
export const regions: Readonly<Record<string, Region>> = {
  AE: { months: common, digits: 'latn', weekStart: 1 },
  BH: { months: common, digits: 'arab', weekStart: 6 },
  DJ: { months: common, digits: 'arab', weekStart: 6 },
  DZ: { months: maghrebi, digits: 'latn', weekStart: 6 },
  EG: { months: common, digits: 'arab', weekStart: 6 },
  EH: { months: common, digits: 'latn', weekStart: 1 },
  ER: { months: common, digits: 'arab', weekStart: 1 },
  IL: { months: common, digits: 'arab', weekStart: 0 },
  IQ: { months: eastern, digits: 'arab', weekStart: 6 },
  JO: { months: eastern, digits: 'arab', weekStart: 6 },
  KM: { months: common, digits: 'arab', weekStart: 1 },
  KW: { months: common, digits: 'arab', weekStart: 6 },
  LB: { months: eastern, digits: 'arab', weekStart: 1 },
  LY: { months: common, digits: 'latn', weekStart: 6 },
  MA: { months: moroccan, digits: 'latn', weekStart: 1 },
  MR: { months: mauritanian, digits: 'arab', weekStart: 1 },
  OM: { months: common, digits: 'arab', weekStart: 6 },
  PS: { months: eastern, digits: 'arab', weekStart: 1 },
  QA: { months: common, digits: 'arab', weekStart: 6 },
  SA: { months: common, digits: 'arab', weekStart: 0 },
  SD: { months: common, digits: 'arab', weekStart: 6 },
  SO: { months: common, digits: 'arab', weekStart: 1 },
  SS: { months: common, digits: 'arab', weekStart: 1 },
  SY: { months: eastern, digits: 'arab', weekStart: 6 },
  TD: { months: common, digits: 'arab', weekStart: 1 },
  TN: { months: maghrebi, digits: 'latn', weekStart: 1 },
  YE: { months: common, digits: 'arab', weekStart: 0 },
};

/** The default region: the most common month names and digits. */
export const defaultRegion: Region = { months: common, digits: 'arab', weekStart: 6 };
